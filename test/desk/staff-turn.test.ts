import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {demoStaff} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {ApiClient, assertProblem, fixedNow, type Json} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

async function setUp() {
  let minute = 0;
  const now = () => new Date(fixedNow().getTime() + minute * 60_000);
  const {desk, customer} = await createSeededDesk(new MemoryStore(), {now});
  const [anna] = demoStaff;
  assert.ok(anna);
  const token = await desk.context.tokens.issue('staff', anna, 90_000);
  const staff = new ApiClient((input, init) => desk.fetch(new Request(input, init)), token, '/staff');
  const me = await customer();
  const {id} = (await me.post('/tickets', {subject: 'No signal', description: 'It stopped.'})).json;
  const at = `/tickets/${id}`;
  /** One event for each minute. The ticket was created in minute 0. */
  const actions: Record<string, () => Promise<unknown>> = {
    customer: () => me.post(`${at}/replies`, {message: 'Hello?'}),
    reply: () => staff.post(`${at}/replies`, {message: 'Hello'}),
    note: () => staff.post(`${at}/notes`, {message: 'Hm'}),
    lock: () => staff.patch(at, {can_reply: false}),
  };
  const act = async (action: string) => {
    minute += 1;
    const [name = '', status] = action.split(' ');
    if (name === 'set') await staff.patch(at, {status});
    else if (status) await staff.post(`${at}/replies`, {message: 'Hello', status});
    else await actions[name]?.();
  };
  /** Whose turn it is, and the minute since which the customer has been waiting. */
  const turn = async () => {
    const {turn, waiting_since} = (await staff.get(at)).json;
    const since = waiting_since && Math.floor((Date.parse(waiting_since) - fixedNow().getTime()) / 60_000);
    return since === null ? turn : `${turn} since ${since}`;
  };
  return {staff, me, id, act, turn};
}

const cases: [name: string, actions: string[], turn: string | null][] = [
  ['a new ticket', [], 'support since 0'],
  ['a ticket whose customer has written again', ['customer', 'customer'], 'support since 0'],
  ['a ticket with an internal note', ['note'], 'support since 0'],
  ['a ticket that was answered', ['reply'], 'customer'],
  ['a customer who writes twice after an answer', ['reply', 'customer', 'customer'], 'support since 2'],
  ['a reply that asks the customer', ['reply pending'], 'customer'],
  ['a customer who answers such a question', ['reply pending', 'customer'], 'support since 2'],
  ['a reply that promises work', ['reply in_progress'], 'support since 1'],
  ['a ticket that is being worked on, without a reply', ['set in_progress'], 'support since 0'],
  ['a ticket with a status of the provider’s own', ['set engineer_booked'], 'support since 0'],
  ['a reply with a status of the provider’s own', ['reply engineer_booked'], 'customer'],
  ['a ticket that staff put back to open', ['reply pending', 'set open'], 'support since 2'],
  ['a resolved ticket', ['reply resolved'], null],
  ['a closed ticket without a reply', ['set closed'], null],
  ['a ticket that waits for the customer', ['set pending'], 'customer'],
  [
    'thanks before a ticket is closed, and a reply that reopens it',
    ['customer', 'set closed', 'customer'],
    'support since 3',
  ],
  ['a resolved ticket that a reply reopens', ['reply resolved', 'customer'], 'support since 2'],
  ['a ticket that accepts no replies', ['lock'], null],
];

describe('whose turn it is', () => {
  for (const [name, actions, expected] of cases) {
    test(`for ${name}: ${expected ?? 'no one’s turn'}`, async () => {
      const {act, turn} = await setUp();
      for (const action of actions) await act(action);
      assert.equal(await turn(), expected);
    });
  }
});

test('tickets that wait for staff are listed by their wait, longest first, in pages, and counted', async () => {
  const {staff, act, id} = await setUp();
  const rows: Json[] = [];
  let cursor: string | null = '';
  let waiting = 0;
  while (cursor !== null) {
    const {json} = await staff.get(`/tickets?turn=support&limit=3${cursor && `&cursor=${cursor}`}`);
    rows.push(...json.data);
    cursor = json.next_cursor;
    waiting = json.waiting;
  }
  const everything: Json[] = (await staff.get('/tickets?limit=100')).json.data;
  assert.ok(rows.length > 3);
  assert.equal(waiting, rows.length);
  assert.deepEqual(
    new Set(rows.map(row => row.id)),
    new Set(everything.filter(row => row.turn === 'support').map(row => row.id)),
  );
  assert.deepEqual(
    rows.map(row => row.waiting_since),
    rows.map(row => row.waiting_since).sort(),
  );
  assert.equal(rows.at(-1).id, id);
  for (const row of rows) assert.ok(!['resolved', 'closed'].includes(row.status), row.subject);

  await act('reply pending');
  const {json} = await staff.get('/tickets');
  assert.equal(json.waiting, waiting - 1);
});

test('other values of turn, and cursors of the other order, are refused', async () => {
  const {staff} = await setUp();
  assertProblem(await staff.get('/tickets?turn=mine'), 400, 'bad-request');
  const {next_cursor} = (await staff.get('/tickets?limit=1')).json;
  assertProblem(await staff.get(`/tickets?turn=support&cursor=${next_cursor}`), 400, 'bad-cursor');
});

test('a customer cannot read whose turn it is', async () => {
  const {me, id} = await setUp();
  for (const path of ['/tickets', `/tickets/${id}`]) assert.doesNotMatch((await me.get(path)).text, /waiting|"turn"/);
});
