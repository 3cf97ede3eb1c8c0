import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {demoStaff} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {assertProblem, ApiClient} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

const id = seededTicketId('red-los-light');

async function setUp() {
  const {desk, customer} = await createSeededDesk(new MemoryStore());
  const [anna] = demoStaff;
  assert.ok(anna);
  const token = await desk.context.tokens.issue('staff', anna, 900);
  const staff = new ApiClient((input, init) => desk.fetch(new Request(input, init)), token, '/staff');
  return {staff, me: await customer()};
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
