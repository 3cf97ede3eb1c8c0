import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {faultKinds, seededTicketId} from '../../demo/desk/browser.js';
import {harbourView} from '../../demo/desk/seed/people.js';
import {deferred} from '../../demo/desk/deferred.js';
import type {DeskWrites} from '../../demo/desk/store/store.js';
import {assertProblem, fixedNow} from './api-client.js';
import {createSeededDesk, storeKinds} from './seeded-desk.js';

const hour = 60 * 60 * 1000;
const ticket = {subject: 'Slow', description: 'Very'};
let keys = 0;
const newKey = () => ({'Idempotency-Key': `"8e03978e-40d5-43dd-bc93-${String(++keys).padStart(12, '0')}"`});

for (const [name, open] of storeKinds) {
  describe(`Idempotency-Key (${name})`, () => {
    let time = fixedNow().getTime();
    const opened = open().then(async store => ({
      store,
      ...(await createSeededDesk(store, {now: () => new Date(time)})),
    }));
    after(async () => (await opened).store.close());
    const customer = async () => (await opened).customer();

    test('returns the first response for a retry and creates nothing twice', async () => {
      const me = await customer();
      const key = newKey();
      const first = await me.post('/tickets', ticket, key);
      assert.equal(first.headers.get('Idempotent-Replayed'), null);
      const {total} = (await me.get('/tickets')).json;
      const again = await me.post('/tickets', ticket, key);
      assert.equal(again.status, 201);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Location'), first.headers.get('Location'));
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal((await me.get('/tickets')).json.total, total);
    });

    test('returns the first response even if the ticket has changed since', async () => {
      const me = await customer();
      const id = seededTicketId('charged-twice');
      const key = newKey();
      const first = await me.post(`/tickets/${id}/replies`, {message: 'Again'}, key);
      await (await opened).staff.change(id, {status: 'closed'});
      const again = await me.post(`/tickets/${id}/replies`, {message: 'Again'}, key);
      assert.equal(again.text, first.text);
      assert.equal((await me.get(`/tickets/${id}`)).json.status, 'closed');
    });

    test('fails with 422 for another body or another path', async () => {
      const me = await customer();
      const key = newKey();
      await me.post('/tickets', ticket, key);
      assertProblem(await me.post('/tickets', {...ticket, subject: 'Fast'}, key), 422, 'idempotency-key-reused');
      const id = seededTicketId('wifi-bedroom');
      const message = {message: 'x'};
      const otherKey = newKey();
      await me.post(`/tickets/${id}/replies`, message, otherKey);
      const other = `/tickets/${seededTicketId('paper-bills')}/replies`;
      assertProblem(await me.post(other, message, otherKey), 422, 'idempotency-key-reused');
    });

    test('is separate for each subscriber', async () => {
      const {customer} = await opened;
      const key = newKey();
      const mine = await (await customer()).post('/tickets', ticket, key);
      const theirs = await (await customer(harbourView)).post('/tickets', ticket, key);
      assert.equal(theirs.status, 201);
      assert.notEqual(theirs.json.id, mine.json.id);
    });

    test('fails with 409 and a delay while the first request is running', async t => {
      const {store} = await opened;
      const me = await customer();
      const key = newKey();
      const arrival = deferred();
      const release = deferred();
      t.mock.method(store, 'write', async (work: (writes: DeskWrites) => Promise<unknown>) => {
        t.mock.restoreAll();
        arrival.resolve();
        await release.promise;
        return store.write(work);
      });
      const first = me.post('/tickets', ticket, key);
      await arrival.promise;
      const waiting = await me.post('/tickets', ticket, key);
      assertProblem(waiting, 409, 'still-running');
      assert.equal(waiting.headers.get('Retry-After'), '1');
      assert.equal(waiting.json.retry_after, 1);
      release.resolve();
      assert.equal((await first).status, 201);
      assert.equal((await me.post('/tickets', ticket, key)).text, (await first).text);
    });

    test('creates one ticket for many simultaneous requests', async () => {
      const me = await customer();
      const key = newKey();
      const {total} = (await me.get('/tickets')).json;
      const answers = await Promise.all(Array.from({length: 10}, () => me.post('/tickets', ticket, key)));
      const made = answers.filter(({status}) => status === 201);
      assert.equal(made.filter(({headers}) => !headers.has('Idempotent-Replayed')).length, 1);
      assert.equal(new Set(made.map(({json}) => json.id)).size, 1);
      for (const waiting of answers.filter(answer => !made.includes(answer)))
        assertProblem(waiting, 409, 'still-running');
      assert.equal((await me.get('/tickets')).json.total, total + 1);
    });

    test('creates one ticket for simultaneous requests to two desks with one store', async () => {
      const {store} = await opened;
      const key = newKey();
      const desks = [await createSeededDesk(store), await createSeededDesk(store)];
      const {total} = (await (await customer()).get('/tickets')).json;
      const answers = await Promise.all(
        desks.map(async ({customer}) => (await customer()).post('/tickets', {...ticket, subject: 'Both'}, key)),
      );
      assert.deepEqual(
        answers.map(({status}) => status),
        [201, 201],
      );
      assert.equal(answers[0]?.text, answers[1]?.text);
      assert.equal((await (await customer()).get('/tickets')).json.total, total + 1);
    });

    test('returns the first response for a retry after the response was lost', async () => {
      const {desk} = await opened;
      const me = await customer();
      const key = newKey();
      const {total} = (await me.get('/tickets')).json;
      desk.faults.set({method: 'POST', path: '/customer/tickets'}, faultKinds.dropAnswer);
      await assert.rejects(me.post('/tickets', ticket, key), TypeError);
      const again = await me.post('/tickets', ticket, key);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal((await me.get('/tickets')).json.total, total + 1);
    });

    test('can be used again after a failed request', async () => {
      const me = await customer();
      const key = newKey();
      const missing = `/tickets/${seededTicketId('lift-phone')}/replies`;
      assertProblem(await me.post(missing, {message: 'x'}, key), 404, 'not-found');
      assertProblem(await me.post('/tickets', {...ticket, subject: ''}, key), 422, 'invalid');
      assert.equal((await me.post('/tickets', ticket, key)).status, 201);
    });

    test('is stored for 96 hours, a day longer than clients retry', async () => {
      const me = await customer();
      const key = newKey();
      const first = await me.post('/tickets', ticket, key);
      for (const hours of [72, 24]) {
        time += hours * hour;
        assert.equal((await (await customer()).post('/tickets', ticket, key)).text, first.text);
      }
      time += hour;
      assert.equal((await (await customer()).post('/tickets', ticket, key)).headers.get('Idempotent-Replayed'), null);
    });

    test('fails with 400 if it is not a quoted string', async () => {
      const me = await customer();
      for (const key of ['bare', '""', '"open', '8e03978e-40d5-43dd-bc93-6894a57f9324']) {
        assertProblem(await me.post('/tickets', ticket, {'Idempotency-Key': key}), 400, 'bad-request');
      }
    });

    test('is optional: each request without it creates a ticket', async () => {
      const me = await customer();
      const ids = [await me.post('/tickets', ticket), await me.post('/tickets', ticket)].map(({json}) => json.id);
      assert.equal(new Set(ids).size, 2);
    });
  });
}
