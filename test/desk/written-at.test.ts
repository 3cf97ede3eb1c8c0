import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {demoStaff} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {readWrittenAt} from '../../demo/desk/written-at.js';
import {assertProblem, ApiClient, fixedNow, type Json} from './api-client.js';
import {createSeededDesk, storeKinds} from './seeded-desk.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const ticket = {subject: 'No line since noon', description: 'Written in the dark'};
const old = seededTicketId('charged-twice');

for (const [name, open] of storeKinds) {
  describe(`the time of writing (${name})`, () => {
    let time = fixedNow().getTime();
    const ago = (milliseconds: number) => new Date(time - milliseconds).toISOString();
    const opened = open().then(async store => ({
      store,
      ...(await createSeededDesk(store, {now: () => new Date(time)})),
    }));
    after(async () => (await opened).store.close());
    const customer = async () => (await opened).customer();
    const staff = async () => {
      const {desk} = await opened;
      const token = await desk.context.tokens.issue('staff', demoStaff[0]!, 900);
      return new ApiClient((input, init) => desk.fetch(new Request(input, init)), token, '/staff');
    };
    const stored = async (ticketId: string) => (await (await staff()).get(`/tickets/${ticketId}`)).json;

    /** The stored value of a new ticket that is sent with this value. */
    const storedFor = async (written_at: unknown) => {
      const made = await (await customer()).post('/tickets', {...ticket, written_at});
      assert.equal(made.status, 201, `${String(written_at)}: ${made.text}`);
      return (await stored(made.json.id)).written_at;
    };

    test('is returned to staff with the time of arrival, for a ticket and a reply', async () => {
      const me = await customer();
      const {json: made} = await me.post('/tickets', {...ticket, written_at: '2026-05-03T10:30:00+02:00'});
      await me.post(`/tickets/${made.id}/replies`, {message: 'Still', written_at: '2026-05-03T08:45:30.5Z'});
      await me.post(`/tickets/${made.id}/replies`, {message: 'And now'});
      const {created_at, written_at, replies} = await stored(made.id);
      assert.deepEqual([created_at, written_at], [made.created_at, '2026-05-03T08:30:00.000Z']);
      assert.deepEqual(
        replies.map((reply: Json) => reply.written_at),
        ['2026-05-03T08:45:30.500Z', null],
      );
      const row = (await (await staff()).get('/tickets')).json.data.find((each: Json) => each.id === made.id);
      assert.equal(row.written_at, '2026-05-03T08:30:00.000Z');
    });

    test('is null for replies of staff', async () => {
      const reply = await (await staff()).post(`/tickets/${old}/replies`, {message: 'Hello'});
      assert.equal(reply.json.written_at, null);
    });

    test('is ignored if it is invalid, and the text is accepted', async () => {
      assert.equal(await storedFor(ago(0)), ago(0));
      assert.equal(await storedFor(ago(30 * day)), ago(30 * day));
      for (const written_at of [ago(-1), ago(30 * day + 1), 'noon', '2026-05-03', '', 1_777_800_000, null, {}]) {
        assert.equal(await storedFor(written_at), null);
      }
      const reply = {message: 'From the future', written_at: ago(-minute)};
      assert.equal((await (await customer()).post(`/tickets/${old}/replies`, reply)).status, 201);
      assert.equal((await stored(old)).replies.at(-1).written_at, null);
    });

    test('does not affect the order', async () => {
      const me = await customer();
      const {json: made} = await me.post('/tickets', {...ticket, written_at: ago(3 * day)});
      assert.equal((await me.get('/tickets?limit=1')).json.data[0].id, made.id);
      await me.post(`/tickets/${made.id}/replies`, {message: 'first', written_at: ago(minute)});
      await me.post(`/tickets/${made.id}/replies`, {message: 'second', written_at: ago(day)});
      assert.deepEqual(
        (await me.get(`/tickets/${made.id}`)).json.replies.map((reply: Json) => reply.message),
        ['first', 'second'],
      );
    });

    test('is stored once for retries, and is part of the fingerprint of the key', async () => {
      const me = await customer();
      const key = {'Idempotency-Key': '"written"'};
      const body = {...ticket, written_at: ago(2 * day)};
      const first = await me.post('/tickets', body, key);
      const again = await me.post('/tickets', body, key);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal((await stored(first.json.id)).written_at, body.written_at);
      assertProblem(await me.post('/tickets', {...body, written_at: ago(day)}, key), 422, 'idempotency-key-reused');
      assertProblem(await me.post('/tickets', ticket, key), 422, 'idempotency-key-reused');
    });

    test('is checked once: a retry is the same request after the time has stopped being in the future', async () => {
      const me = await customer();
      const key = {'Idempotency-Key': '"ahead"'};
      const body = {message: 'Sent twice', written_at: ago(-5 * minute)};
      const first = await me.post(`/tickets/${old}/replies`, body, key);
      time += 10 * minute;
      const again = await me.post(`/tickets/${old}/replies`, body, key);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      const {replies} = await stored(old);
      assert.equal(replies.find((reply: Json) => reply.id === first.json.reply.id).written_at, null);
    });
  });
}

test('responses to a customer are the same bytes with and without a time of writing', async () => {
  const [without, withTimes] = await Promise.all(
    [undefined, '2026-05-03T07:00:00Z'].map(async written_at => {
      let ids = 0;
      const {customer} = await createSeededDesk(new MemoryStore(), {newId: () => `id-${++ids}`});
      const me = await customer();
      const made = await me.post('/tickets', {...ticket, written_at});
      const answers = [made, await me.post(`/tickets/${old}/replies`, {message: 'Again', written_at})];
      for (const path of ['/tickets', `/tickets/${made.json.id}`, `/tickets/${old}`, `/tickets/${old}/replies`]) {
        answers.push(await me.get(path));
      }
      answers.push(await me.get('/ticket-updates'));
      return answers.map(({status, headers, text}) => ({status, headers: [...headers], text}));
    }),
  );
  assert.ok(without?.every(({status}) => status < 300));
  assert.deepEqual(withTimes, without);
});

test('a time of writing is parsed only as RFC 3339 with an offset', () => {
  assert.equal(readWrittenAt('2026-05-03T14:00:00.123456+02:00'), '2026-05-03T12:00:00.123Z');
  assert.equal(readWrittenAt('2026-05-03t12:00:00z'), '2026-05-03T12:00:00.000Z');
  const others = ['2026-05-03T12:00:00', '2026-05-03 12:00:00Z', '2026-05-03T12:00Z', '2026-13-03T12:00:00Z', 'x'];
  for (const value of [...others, undefined, 0, []]) assert.equal(readWrittenAt(value), undefined);
});
