import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {faultKinds, seededTicketId} from '../../demo/desk/browser.js';
import {harbourView} from '../../demo/desk/seed/people.js';
import {gate} from '../../demo/desk/gate.js';
import type {DeskWrites} from '../../demo/desk/store/store.js';
import {assertProblem, frozen} from './caller.js';
import {deskOn, storeKinds} from './desk-on.js';

const hour = 60 * 60 * 1000;
const ticket = {subject: 'Slow', description: 'Very'};
let keys = 0;
const newKey = () => ({'Idempotency-Key': `"8e03978e-40d5-43dd-bc93-${String(++keys).padStart(12, '0')}"`});

for (const [name, open] of storeKinds) {
  describe(`an Idempotency-Key, on ${name}`, () => {
    let time = frozen().getTime();
    const opened = open().then(async store => ({store, ...(await deskOn(store, {now: () => new Date(time)}))}));
    after(async () => (await opened).store.close());
    const customer = async () => (await opened).customer();

    test('gets the first answer again, and nothing is made twice', async () => {
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

    test('gets the first answer even when the ticket has moved on', async () => {
      const me = await customer();
      const id = seededTicketId('charged-twice');
      const key = newKey();
      const first = await me.post(`/tickets/${id}/replies`, {message: 'Again'}, key);
      await (await opened).staff.change(id, {status: 'closed'});
      const again = await me.post(`/tickets/${id}/replies`, {message: 'Again'}, key);
      assert.equal(again.text, first.text);
      assert.equal((await me.get(`/tickets/${id}`)).json.status, 'closed');
    });

    test('cannot be used with another body, nor at another address', async () => {
      const me = await customer();
      const key = newKey();
      await me.post('/tickets', ticket, key);
      assertProblem(await me.post('/tickets', {...ticket, subject: 'Fast'}, key), 422, 'idempotency-key-reused');
      const id = seededTicketId('wifi-bedroom');
      const message = {message: 'x'};
      const elsewhere = newKey();
      await me.post(`/tickets/${id}/replies`, message, elsewhere);
      const other = `/tickets/${seededTicketId('paper-bills')}/replies`;
      assertProblem(await me.post(other, message, elsewhere), 422, 'idempotency-key-reused');
    });

    test('belongs to its subscriber', async () => {
      const {customer} = await opened;
      const key = newKey();
      const mine = await (await customer()).post('/tickets', ticket, key);
      const theirs = await (await customer(harbourView)).post('/tickets', ticket, key);
      assert.equal(theirs.status, 201);
      assert.notEqual(theirs.json.id, mine.json.id);
    });

    test('tells others to wait while its first request runs', async t => {
      const {store} = await opened;
      const me = await customer();
      const key = newKey();
      const arrival = gate();
      const opening = gate();
      t.mock.method(store, 'write', async (work: (writes: DeskWrites) => Promise<unknown>) => {
        t.mock.restoreAll();
        arrival.open();
        await opening.passed;
        return store.write(work);
      });
      const first = me.post('/tickets', ticket, key);
      await arrival.passed;
      const waiting = await me.post('/tickets', ticket, key);
      assertProblem(waiting, 409, 'still-running');
      assert.equal(waiting.headers.get('Retry-After'), '1');
      assert.equal(waiting.json.retry_after, 1);
      opening.open();
      assert.equal((await first).status, 201);
      assert.equal((await me.post('/tickets', ticket, key)).text, (await first).text);
    });

    test('makes one ticket of many presses at once', async () => {
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

    test('makes one ticket even when two desks on one store are asked at once', async () => {
      const {store} = await opened;
      const key = newKey();
      const desks = [await deskOn(store), await deskOn(store)];
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

    test('finds the write done when only its answer was lost', async () => {
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

    test('is free again after a refusal', async () => {
      const me = await customer();
      const key = newKey();
      const missing = `/tickets/${seededTicketId('lift-phone')}/replies`;
      assertProblem(await me.post(missing, {message: 'x'}, key), 404, 'not-found');
      assertProblem(await me.post('/tickets', {...ticket, subject: ''}, key), 422, 'invalid');
      assert.equal((await me.post('/tickets', ticket, key)).status, 201);
    });

    test('is kept for a day longer than the three in which clients send a text again', async () => {
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

    test('has to be a quoted string', async () => {
      const me = await customer();
      for (const key of ['bare', '""', '"open', '8e03978e-40d5-43dd-bc93-6894a57f9324']) {
        assertProblem(await me.post('/tickets', ticket, {'Idempotency-Key': key}), 400, 'bad-request');
      }
    });

    test('may be left out: each request is then a ticket', async () => {
      const me = await customer();
      const ids = [await me.post('/tickets', ticket), await me.post('/tickets', ticket)].map(({json}) => json.id);
      assert.equal(new Set(ids).size, 2);
    });
  });
}
