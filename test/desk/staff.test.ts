import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import type {VisibleChange} from '../../demo/desk/change-feed.js';
import type {Desk, DeskOptions} from '../../demo/desk/desk.js';
import {demoStaff, lena} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {assertProblem, ApiClient} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

const id = seededTicketId('red-los-light');

async function setUp(options: Partial<DeskOptions> = {}) {
  const store = new MemoryStore();
  const {desk, customer} = await createSeededDesk(store, options);
  const [anna] = demoStaff;
  assert.ok(anna);
  const token = await desk.context.tokens.issue('staff', anna, 900);
  const staff = new ApiClient((input, init) => desk.fetch(new Request(input, init)), token, '/staff');
  return {staff, me: await customer(), desk, store};
}

/** Records the changes that the desk publishes to the event streams of the customer. */
function recordChanges({context}: Desk): VisibleChange[] {
  const changes: VisibleChange[] = [];
  context.feed.subscribe(lena.id, change => changes.push(change));
  return changes;
}

describe('the staff API', () => {
  test('lists the tickets of all customers in pages', async () => {
    const {staff} = await setUp();
    const {json} = await staff.get('/tickets?limit=10');
    assert.equal(json.data.length, 10);
    const rest = await staff.get(`/tickets?limit=10&cursor=${json.next_cursor}`);
    assert.equal(rest.json.next_cursor, null);
    const rows = [...json.data, ...rest.json.data];
    assert.equal(new Set(rows.map(row => row.id)).size, 17);
    assert.deepEqual(new Set(rows.map(row => row.customer.username)), new Set(['lena.moreau', 'harbour.view']));
    const times = rows.map(row => row.last_activity_at);
    assert.deepEqual(times, [...times].sort().reverse());
  });

  test('searches by text and by status', async () => {
    const {staff} = await setUp();
    assert.equal((await staff.get('/tickets?search=LOS%20light')).json.data[0].id, id);
    const {json} = await staff.get('/tickets?status=engineer_booked&search=');
    assert.deepEqual(
      json.data.map((row: {status: string}) => row.status),
      ['engineer_booked'],
    );
  });

  test('adds a reply with the name in the token, which the customer can read', async () => {
    const {staff, me} = await setUp();
    const {status, json} = await staff.post(`/tickets/${id}/replies`, {message: 'On our way'});
    assert.equal(status, 201);
    const thread = (await me.get(`/tickets/${id}`)).json;
    assert.deepEqual(thread.replies, [
      {
        id: json.id,
        author: {kind: 'operator', name: 'Anna (Support)'},
        message: 'On our way',
        created_at: json.created_at,
      },
    ]);
    assert.equal(thread.unread_count, 1);
  });

  for (const status of ['pending', 'resolved', 'closed', 'engineer_booked']) {
    test(`adds a reply and sets ${status} in one request: one transaction, and one event for the customer`, async t => {
      const {staff, me, desk, store} = await setUp();
      const changes = recordChanges(desk);
      const writes = t.mock.method(store, 'write');
      const answer = await staff.post(`/tickets/${id}/replies`, {message: 'Please try again', status});
      assert.equal(answer.status, 201);
      assert.equal(writes.mock.callCount(), 1);
      assert.deepEqual(
        changes.map(({ticketId}) => ticketId),
        [id],
      );
      const thread = (await me.get(`/tickets/${id}`)).json;
      assert.equal(thread.status, status);
      assert.equal(thread.replies.at(-1).message, 'Please try again');
      assert.equal(thread.updated_at, thread.last_reply_at);
      assert.deepEqual((await me.get('/ticket-updates?since=dmVyc2lvbiAw')).json.tickets[0].status, status);
    });
  }

  test('keeps the status after a reply without one, and after a reply with the current one', async () => {
    const {staff, me} = await setUp();
    const {updated_at} = (await me.get(`/tickets/${id}`)).json;
    await staff.post(`/tickets/${id}/replies`, {message: 'One'});
    await staff.post(`/tickets/${id}/replies`, {message: 'Two', status: 'open'});
    const {json} = await me.get(`/tickets/${id}`);
    assert.equal(json.status, 'open');
    assert.ok(json.updated_at > updated_at);
  });

  test('stores no reply if its status or its text is invalid', async () => {
    const {staff, me, desk} = await setUp();
    const changes = recordChanges(desk);
    const before = (await me.get(`/tickets/${id}`)).text;
    const message = 'Never sent';
    for (const body of [
      {message, status: ''},
      {message, status: ' '},
      {message, status: 'x'.repeat(41)},
      {message, status: 1},
      {message, status: null},
      {message: ' ', status: 'closed'},
      {status: 'closed'},
      {message, can_reply: false},
    ]) {
      assertProblem(await staff.post(`/tickets/${id}/replies`, body), 422, 'invalid');
    }
    assertProblem(await staff.post(`/tickets/${id}/notes`, {message, status: 'closed'}), 422, 'invalid');
    assert.equal((await me.get(`/tickets/${id}`)).text, before);
    assert.deepEqual(changes, []);
  });

  test('stores neither reply nor status if the transaction fails', async t => {
    const {staff, me, desk, store} = await setUp({onError: () => {}});
    const changes = recordChanges(desk);
    const before = (await me.get(`/tickets/${id}`)).text;
    const write = store.write.bind(store);
    t.mock.method(store, 'write', (work: Parameters<typeof write>[0]) =>
      write(async writes => {
        t.mock.method(writes, 'updateTicket', async () => Promise.reject(new Error('the power went')));
        return work(writes);
      }),
    );
    assert.equal((await staff.post(`/tickets/${id}/replies`, {message: 'Half', status: 'closed'})).status, 500);
    assert.equal((await me.get(`/tickets/${id}`)).text, before);
    assert.deepEqual(changes, []);
  });

  test('adds a reply or a note once if the request is repeated with its Idempotency-Key', async () => {
    const {staff, me, desk} = await setUp();
    const changes = recordChanges(desk);
    for (const [path, body] of [
      ['replies', {message: 'Once', status: 'pending'}],
      ['notes', {message: 'Once, between us'}],
    ] as const) {
      const key = {'Idempotency-Key': `"${path}"`};
      const first = await staff.post(`/tickets/${id}/${path}`, body, key);
      const again = await staff.post(`/tickets/${id}/${path}`, body, key);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.equal(again.text, first.text);
      assertProblem(await staff.post(`/tickets/${id}/${path}`, {message: 'Other'}, key), 422, 'idempotency-key-reused');
    }
    assert.equal((await me.get(`/tickets/${id}`)).json.reply_count, 1);
    const {json} = await staff.get(`/tickets/${id}`);
    assert.equal(json.note_count, 1);
    assert.equal(changes.length, 1);
  });

  test('says who wrote last and when, without internal notes', async () => {
    const {staff, me} = await setUp();
    const row = async () => (await staff.get(`/tickets/${id}`)).json.last_reply;
    assert.equal(await row(), null);
    const {json: reply} = await staff.post(`/tickets/${id}/replies`, {message: 'On our way'});
    await staff.post(`/tickets/${id}/notes`, {message: 'Splitter 7'});
    assert.deepEqual(await row(), {author: {kind: 'operator', name: 'Anna (Support)'}, created_at: reply.created_at});
    const {json} = await me.post(`/tickets/${id}/replies`, {message: 'Thank you'});
    assert.deepEqual(await row(), {author: {kind: 'customer', name: null}, created_at: json.reply.created_at});
    const listed = (await staff.get('/tickets')).json.data.find((each: {id: string}) => each.id === id);
    assert.deepEqual(listed.last_reply, await row());
  });

  test('returns 304 for a list and a ticket until something changes, also for staff only', async () => {
    const {staff} = await setUp();
    for (const path of ['/tickets', `/tickets/${id}`]) {
      const etag = (await staff.get(path)).headers.get('ETag') ?? '';
      assert.equal((await staff.get(path, {'If-None-Match': etag})).status, 304);
      await staff.post(`/tickets/${id}/notes`, {message: 'Between us'});
      assert.equal((await staff.get(path, {'If-None-Match': etag})).status, 200);
    }
  });

  test('adds internal notes, which move the ticket up in the staff queue only', async () => {
    const {staff, me} = await setUp();
    const old = seededTicketId('static-ip');
    const before = (await me.get('/tickets')).text;
    await staff.post(`/tickets/${old}/notes`, {message: 'Address is in use elsewhere'});
    assert.equal((await staff.get('/tickets')).json.data[0].id, old);
    const {json} = await staff.get(`/tickets/${old}`);
    assert.equal(json.note_count, 1);
    assert.equal(json.replies.at(-1).is_internal, true);
    assert.equal((await me.get('/tickets')).text, before);
  });

  test('sets any status, and disables replies to a ticket', async () => {
    const {staff, me} = await setUp();
    assert.equal((await staff.patch(`/tickets/${id}`, {status: 'waiting_for_parts', can_reply: false})).status, 204);
    const {json} = await me.get(`/tickets/${id}`);
    assert.equal(json.status, 'waiting_for_parts');
    assert.equal(json.can_reply, false);
    for (const body of [{status: ''}, {status: ' '}, {status: 'x'.repeat(41)}, {priority: 'high'}]) {
      assertProblem(await staff.patch(`/tickets/${id}`, body), 422, 'invalid');
    }
    for (const body of [{status: 1}, {can_reply: 'no'}]) {
      assertProblem(await staff.patch(`/tickets/${id}`, body), 400, 'bad-request');
    }
  });

  test('lists a ticket first after a reply of its customer', async () => {
    const {staff, me} = await setUp();
    const old = seededTicketId('paper-bills');
    await me.post(`/tickets/${old}/replies`, {message: 'Any update on this?'});
    const [first] = (await staff.get('/tickets')).json.data;
    assert.deepEqual([first.id, first.status, first.last_reply_by], [old, 'open', 'customer']);
  });

  test('returns 401 for a customer token or no token', async () => {
    const {staff, me} = await setUp();
    for (const token of [undefined, me.token]) {
      const stranger = new ApiClient(staff.fetch, token, '/staff');
      assertProblem(await stranger.get('/tickets'), 401, 'unauthenticated');
      assertProblem(await stranger.post(`/tickets/${id}/notes`, {message: 'x'}), 401, 'unauthenticated');
    }
    assertProblem(await staff.get('/tickets/none'), 404, 'not-found');
    assertProblem(await staff.post('/tickets/none/notes', {message: 'x'}), 404, 'not-found');
  });
});
