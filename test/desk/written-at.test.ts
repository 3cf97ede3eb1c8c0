import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {demoStaff} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {readWrittenAt} from '../../demo/desk/written-at.js';
import {assertProblem, Caller, frozen, type Json} from './caller.js';
import {deskOn, storeKinds} from './desk-on.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const ticket = {subject: 'No line since noon', description: 'Written in the dark'};
const old = seededTicketId('charged-twice');

for (const [name, open] of storeKinds) {
  describe(`when a text was written, on ${name}`, () => {
    let time = frozen().getTime();
    const ago = (milliseconds: number) => new Date(time - milliseconds).toISOString();
    const opened = open().then(async store => ({store, ...(await deskOn(store, {now: () => new Date(time)}))}));
    after(async () => (await opened).store.close());
    const customer = async () => (await opened).customer();
    const staff = async () => {
      const {desk} = await opened;
      const token = await desk.context.tokens.issue('staff', demoStaff[0]!, 900);
      return new Caller((input, init) => desk.fetch(new Request(input, init)), token, '/staff');
    };
    const kept = async (ticketId: string) => (await (await staff()).get(`/tickets/${ticketId}`)).json;

    /** What staff find of a ticket that is opened with this. */
    const keptOf = async (written_at: unknown) => {
      const made = await (await customer()).post('/tickets', {...ticket, written_at});
      assert.equal(made.status, 201, `${String(written_at)}: ${made.text}`);
      return (await kept(made.json.id)).written_at;
    };

    test('is told to staff beside the time it arrived, of a ticket and of a reply', async () => {
      const me = await customer();
      const {json: made} = await me.post('/tickets', {...ticket, written_at: '2026-05-03T10:30:00+02:00'});
      await me.post(`/tickets/${made.id}/replies`, {message: 'Still', written_at: '2026-05-03T08:45:30.5Z'});
      await me.post(`/tickets/${made.id}/replies`, {message: 'And now'});
      const {created_at, written_at, replies} = await kept(made.id);
      assert.deepEqual([created_at, written_at], [made.created_at, '2026-05-03T08:30:00.000Z']);
      assert.deepEqual(
        replies.map((reply: Json) => reply.written_at),
        ['2026-05-03T08:45:30.500Z', null],
      );
      const row = (await (await staff()).get('/tickets')).json.data.find((each: Json) => each.id === made.id);
      assert.equal(row.written_at, '2026-05-03T08:30:00.000Z');
    });

    test("is nothing that staff's own words have", async () => {
      const reply = await (await staff()).post(`/tickets/${old}/replies`, {message: 'Hello'});
      assert.equal(reply.json.written_at, null);
    });

    test('is dropped where it cannot be, and the text is taken all the same', async () => {
      assert.equal(await keptOf(ago(0)), ago(0));
      assert.equal(await keptOf(ago(30 * day)), ago(30 * day));
      for (const written_at of [ago(-1), ago(30 * day + 1), 'noon', '2026-05-03', '', 1_777_800_000, null, {}]) {
        assert.equal(await keptOf(written_at), null);
      }
      const reply = {message: 'From the future', written_at: ago(-minute)};
      assert.equal((await (await customer()).post(`/tickets/${old}/replies`, reply)).status, 201);
      assert.equal((await kept(old)).replies.at(-1).written_at, null);
    });

    test('puts nothing in another order', async () => {
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

    test('is kept once however often the text is sent, and is part of what its key stands for', async () => {
      const me = await customer();
      const key = {'Idempotency-Key': '"written"'};
      const body = {...ticket, written_at: ago(2 * day)};
      const first = await me.post('/tickets', body, key);
      const again = await me.post('/tickets', body, key);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal((await kept(first.json.id)).written_at, body.written_at);
      assertProblem(await me.post('/tickets', {...body, written_at: ago(day)}, key), 422, 'idempotency-key-reused');
      assertProblem(await me.post('/tickets', ticket, key), 422, 'idempotency-key-reused');
    });

    test('is judged once: a clock that ran ahead at first does not make another request of the next attempt', async () => {
      const me = await customer();
      const key = {'Idempotency-Key': '"ahead"'};
      const body = {message: 'Sent twice', written_at: ago(-5 * minute)};
      const first = await me.post(`/tickets/${old}/replies`, body, key);
      time += 10 * minute;
      const again = await me.post(`/tickets/${old}/replies`, body, key);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      const {replies} = await kept(old);
      assert.equal(replies.find((reply: Json) => reply.id === first.json.reply.id).written_at, null);
    });
  });
}

test('a customer gets the same to the byte, whether the time of writing was sent or not', async () => {
  const [without, withTimes] = await Promise.all(
    [undefined, '2026-05-03T07:00:00Z'].map(async written_at => {
      let ids = 0;
      const {customer} = await deskOn(new MemoryStore(), {newId: () => `id-${++ids}`});
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

test('a time of writing is read as RFC 3339 with an offset, and as nothing else', () => {
  assert.equal(readWrittenAt('2026-05-03T14:00:00.123456+02:00'), '2026-05-03T12:00:00.123Z');
  assert.equal(readWrittenAt('2026-05-03t12:00:00z'), '2026-05-03T12:00:00.000Z');
  const others = ['2026-05-03T12:00:00', '2026-05-03 12:00:00Z', '2026-05-03T12:00Z', '2026-13-03T12:00:00Z', 'x'];
  for (const noted of [...others, undefined, 0, []]) assert.equal(readWrittenAt(noted), undefined);
});
