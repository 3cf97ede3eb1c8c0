import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {assertProblem, customer, fixedTimeDesk} from './api-client.js';
import {createSeededDesk, storeKinds} from './seeded-desk.js';

const id = seededTicketId('wifi-bedroom');

describe('unread replies', () => {
  test('are counted in total, per ticket and in the list', async () => {
    const me = await customer(fixedTimeDesk());
    const {json} = await me.get('/ticket-updates');
    assert.equal(json.unread, 3);
    assert.deepEqual(
      json.tickets.map((ticket: {subject: string; unread_count: number}) => [ticket.subject, ticket.unread_count]),
      [
        ['Slow speeds in the evening', 1],
        ['Wi-Fi does not reach the back bedroom', 2],
      ],
    );
    const row = (await me.get('/tickets')).json.data.find((ticket: {id: string}) => ticket.id === id);
    assert.equal(row.unread_count, 2);
  });

  test("increase with an operator's reply, not with the customer's", async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    await desk.staff.reply(id, 'One more question');
    await me.post(`/tickets/${id}/replies`, {message: 'On the floor'});
    assert.equal((await me.get('/ticket-updates')).json.unread, 4);
  });

  test('are marked as read up to a reply, and stay read when an earlier reply is marked', async () => {
    const me = await customer(fixedTimeDesk());
    const [first, second] = (await me.get(`/tickets/${id}`)).json.replies;
    const unread = async () => (await me.get(`/tickets/${id}`)).json.unread_count;
    assert.equal((await me.put(`/tickets/${id}/read`, {last_reply_id: first.id})).status, 204);
    assert.equal(await unread(), 1);
    assert.equal((await me.put(`/tickets/${id}/read`, {last_reply_id: second.id})).status, 204);
    assert.equal(await unread(), 0);
    const {text} = await me.get('/ticket-updates');
    assert.equal((await me.put(`/tickets/${id}/read`, {last_reply_id: first.id})).status, 204);
    assert.equal((await me.get('/ticket-updates')).text, text);
  });

  test('cannot be marked as read up to a note or a reply of another ticket', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const note = await desk.staff.note(id, 'Router is behind the boiler');
    const [elsewhere] = (await me.get(`/tickets/${seededTicketId('evening-slowdown')}`)).json.replies;
    const answers = await Promise.all(
      [note.id, elsewhere.id, 'nothing'].map(reply => me.put(`/tickets/${id}/read`, {last_reply_id: reply})),
    );
    for (const answer of answers) assertProblem(answer, 422, 'invalid');
    assert.equal(new Set(answers.map(answer => answer.text)).size, 1);
    assertProblem(await me.put(`/tickets/${id}/read`, {}), 422, 'invalid');
  });
});

describe('updates since a sync token', () => {
  test('contain only the tickets that changed after it', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const since = (await me.get('/ticket-updates')).json.sync_token;
    const changedSince = async () => {
      const {json} = await me.get(`/ticket-updates?since=${since}`);
      return json.tickets.filter((ticket: {unread_count: number}) => ticket.unread_count === 0);
    };
    assert.deepEqual(await changedSince(), []);
    await desk.staff.setStatus(seededTicketId('red-los-light'), 'in_progress');
    const [changed] = await changedSince();
    assert.equal(changed.id, seededTicketId('red-los-light'));
    assert.equal(changed.status, 'in_progress');
  });

  test('fail with 400 if the token is unknown', async () => {
    const me = await customer(fixedTimeDesk());
    for (const since of ['', 'x', 'dmVyc2lvbg']) {
      assertProblem(await me.get(`/ticket-updates?since=${since}`), 400, 'bad-cursor');
    }
  });

  for (const [kind, open] of storeKinds) {
    test(`return 304 without reading a ticket: ${kind}`, async () => {
      const store = await open();
      let reads = 0;
      const counting = new Proxy(store, {
        get(target, name: keyof typeof store) {
          if (/ticket|changes|repl/i.test(name)) reads++;
          const member = target[name] as (...parameters: unknown[]) => unknown;
          return member.bind(target);
        },
      });
      const {desk, staff, customer: customerOf} = await createSeededDesk(counting);
      const me = await customerOf();
      const etag = (await me.get('/ticket-updates')).headers.get('ETag') ?? '';
      for (const [change, status] of [
        [() => staff.note(id, 'Between us', 'Anna'), 304],
        [() => desk.context.store.subscribers(), 304],
        [() => staff.change(id, {status: 'resolved'}), 200],
      ] as const) {
        await change();
        reads = 0;
        assert.equal((await me.get('/ticket-updates', {'If-None-Match': etag})).status, status);
        assert.equal(reads > 0, status === 200);
      }
      const unread = await me.get('/ticket-updates');
      const {replies} = (await me.get(`/tickets/${id}`)).json;
      await me.put(`/tickets/${id}/read`, {last_reply_id: replies.at(-1).id});
      const read = await me.get('/ticket-updates', {'If-None-Match': unread.headers.get('ETag') ?? ''});
      assert.equal(read.status, 200);
      assert.ok(read.json.unread < unread.json.unread);
      await store.close();
    });
  }

  test('return 304 until something changes that the customer can see', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const etag = (await me.get('/ticket-updates')).headers.get('ETag') ?? '';
    await desk.staff.note(id, 'Between us');
    assert.equal((await me.get('/ticket-updates', {'If-None-Match': etag})).status, 304);
    await desk.staff.reply(id, 'For you');
    assert.equal((await me.get('/ticket-updates', {'If-None-Match': etag})).status, 200);
  });
});

describe('the version of the updates', () => {
  const versionOf = async (me: Awaited<ReturnType<typeof customer>>): Promise<string> =>
    (await me.get('/ticket-updates')).json.version;

  test('differs after each change that the customer can see, and only then', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const {replies} = (await me.get(`/tickets/${id}`)).json;
    const changes: Record<string, () => Promise<unknown>> = {
      'a reply of the operator': () => desk.staff.reply(id, 'For you'),
      'a reply of the customer': () => me.post(`/tickets/${id}/replies`, {message: 'On the floor'}),
      'a status': () => desk.staff.setStatus(id, 'resolved'),
      'no more replies': () => desk.staff.setAcceptsReplies(id, false),
      'a new ticket': () => me.post('/tickets', {subject: 'Slow', description: 'Since noon'}),
      'a read mark': () => me.put(`/tickets/${id}/read`, {last_reply_id: replies.at(-1).id}),
    };
    const versions = [await versionOf(me)];
    for (const [what, change] of Object.entries(changes)) {
      await change();
      const version = await versionOf(me);
      assert.ok(!versions.includes(version), what);
      versions.push(version);
    }
    await desk.staff.note(id, 'Between us');
    assert.equal(await versionOf(me), versions.at(-1));
  });

  test('stays the same when another customer’s ticket changes', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const version = await versionOf(me);
    const other = await customer(desk, 'tomas.reyes');
    await other.post('/tickets', {subject: 'Slow', description: 'Since noon'});
    assert.equal(await versionOf(me), version);
  });
});

test('the configuration lists the features of the desk and has an ETag', async () => {
  const me = await customer(fixedTimeDesk());
  const {json, headers} = await me.get('/ticket-config');
  assert.equal(json.default_category, 'general');
  assert.equal(json.features.idempotent_writes, true);
  assert.equal((await me.get('/ticket-config', {'If-None-Match': headers.get('ETag') ?? ''})).status, 304);
});
