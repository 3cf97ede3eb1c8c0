import assert from 'node:assert/strict';
import {after, describe, test} from 'node:test';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import {ApiClient, customer, origin, type Answer, type Json} from './api-client.js';
import {assertAnswer, operations, type Operation} from './contract-assertions.js';

const open = seededTicketId('evening-slowdown');
const secret = 'Only for colleagues';
const written_at = new Date(Date.now() - 60 * 60 * 1000).toISOString();

/** A valid call of each operation. */
const calls: Record<string, {path: string; body?: Json}> = {
  listTickets: {path: '/tickets?limit=3'},
  createTicket: {path: '/tickets', body: {subject: 'Slow', description: 'Very', written_at}},
  getTicket: {path: `/tickets/${open}`},
  listReplies: {path: `/tickets/${seededTicketId('line-drops')}/replies?limit=5`},
  addReply: {path: `/tickets/${seededTicketId('charged-twice')}/replies`, body: {message: 'Again', written_at}},
  markRead: {path: `/tickets/${open}/read`, body: {last_reply_id: ''}},
  getTicketConfig: {path: '/ticket-config'},
  getTicketUpdates: {path: '/ticket-updates'},
  streamTicketEvents: {path: '/ticket-events'},
};

const seen = new Set<string>();

async function desk() {
  const desk = createBrowserDesk();
  await desk.staff.note(open, secret);
  const [reply] = (await (await customer(desk)).get(`/tickets/${open}`)).json.replies;
  calls['markRead'] = {path: `/tickets/${open}/read`, body: {last_reply_id: reply.id}};
  return desk;
}

const callOf = (operation: Operation) => calls[operation.id] ?? assert.fail(`${operation.id} is not called here`);

async function call(
  operation: Operation,
  me: ApiClient,
  change: {path?: string; body?: Json; headers?: Record<string, string>} = {},
) {
  const {path, body, headers} = {...callOf(operation), ...change};
  const answer =
    operation.id === 'streamTicketEvents'
      ? await greeting(me, path, headers)
      : await me.call(operation.method, path, {body, ...(headers && {headers})});
  check(operation, answer);
  return answer;
}

function check(operation: Operation, answer: Answer) {
  seen.add(`${operation.id} ${assertAnswer(operation, answer)}`);
  assert.ok(!answer.text.includes(secret));
  assert.doesNotMatch(answer.text, /"is_internal":true/);
}

/** Reads only the first block, because the stream does not end. */
async function greeting(me: ApiClient, path: string, headers?: Record<string, string>): Promise<Answer> {
  const response = await me.fetch(`${origin}/api/customer${path}`, {
    headers: {Authorization: `Bearer ${me.token}`, ...headers},
  });
  const isStream = response.headers.get('Content-Type') === 'text/event-stream';
  const reader = response.body?.getReader();
  const text = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  return {status: response.status, headers: response.headers, text, json: isStream ? undefined : JSON.parse(text)};
}

const withBody = (operation: Operation) => callOf(operation).body !== undefined;
const hasTicket = (operation: Operation) => operation.path.includes('{ticket_id}');

for (const operation of operations) {
  describe(`${operation.method} ${operation.path}`, () => {
    test('returns a success that matches the contract', async () => {
      const me = await customer(await desk());
      const first = await call(operation, me);
      assert.ok(first.status < 300, first.text);
      const etag = first.headers.get('ETag');
      if (etag) assert.equal((await call(operation, me, {headers: {'If-None-Match': etag}})).status, 304);
    });

    test('returns 401, 403 and 410 that match the contract', async () => {
      const at = await desk();
      assert.equal((await call(operation, new ApiClient(at.fetch, await at.tokenFor('lena.moreau', -1)))).status, 401);
      assert.equal((await call(operation, await customer(at, 'tomas.reyes'))).status, 403);
      assert.equal((await call(operation, await customer(at, 'old.account'))).status, 410);
    });

    test('returns 429 and 503 that match the contract', async () => {
      const at = await desk();
      const me = await customer(at);
      for (const status of [429, 503] as const) {
        at.faults.set({}, faultKinds.answer(status, {retryAfter: 3}));
        assert.equal((await call(operation, me)).status, status);
      }
    });

    if (hasTicket(operation)) {
      test('returns 404 that matches the contract for a ticket of another customer', async () => {
        const theirs = callOf(operation).path.replace(/[0-9a-f-]{36}/, seededTicketId('lift-phone'));
        assert.equal((await call(operation, await customer(await desk()), {path: theirs})).status, 404);
      });
    }

    if (withBody(operation)) {
      test('returns 400, 413, 415 and 422 that match the contract for an invalid body', async () => {
        const me = await customer(await desk());
        assert.equal((await call(operation, me, {body: '{'})).status, 400);
        assert.equal((await call(operation, me, {headers: {'Content-Length': '99999999'}})).status, 413);
        assert.equal((await call(operation, me, {headers: {'Content-Type': 'text/plain'}})).status, 415);
        assert.equal((await call(operation, me, {body: {}})).status, 422);
      });
    }
  });
}

const named = (id: string) => operations.find(operation => operation.id === id) ?? assert.fail(id);

describe('responses of single operations', () => {
  test('match the contract for every page of the longest list and thread', async () => {
    const me = await customer(createBrowserDesk({seed: 'full'}), 'harbour.view');
    await call(named('listTickets'), me, {path: '/tickets?limit=100'});
    const id = seededTicketId('riser-saga');
    let cursor = (await call(named('getTicket'), me, {path: `/tickets/${id}`})).json.replies_earlier_cursor;
    while (cursor) {
      const page = await call(named('listReplies'), me, {path: `/tickets/${id}/replies?limit=100&cursor=${cursor}`});
      cursor = page.json.earlier_cursor;
    }
  });

  test('match the contract for every hand-written ticket', async () => {
    const me = await customer(await desk());
    const {json} = await me.get('/tickets');
    for (const {id} of json.data) await call(named('getTicket'), me, {path: `/tickets/${id}`});
  });

  test('match the contract for invalid cursors and sync tokens', async () => {
    const me = await customer(await desk());
    await call(named('listTickets'), me, {path: '/tickets?cursor=x'});
    await call(named('listReplies'), me, {path: `/tickets/${open}/replies?cursor=x`});
    await call(named('getTicketUpdates'), me, {path: '/ticket-updates?since=x'});
    await call(named('streamTicketEvents'), me, {headers: {'Last-Event-ID': 'x'}});
  });

  test('match the contract for replays, reused keys and requests in progress', async () => {
    const at = await desk();
    const me = await customer(at);
    for (const operation of [named('createTicket'), named('addReply')]) {
      const headers = {'Idempotency-Key': `"${operation.id}"`};
      at.faults.set({}, faultKinds.answer(409, {retryAfter: 1}));
      assert.equal((await call(operation, me, {headers})).status, 409);
      assert.equal((await call(operation, me, {headers})).status, 201);
      assert.equal((await call(operation, me, {headers})).headers.get('Idempotent-Replayed'), 'true');
      const body = Object.fromEntries(Object.keys(callOf(operation).body).map(name => [name, 'other']));
      assert.equal((await call(operation, me, {headers, body})).status, 422);
    }
    const locked = `/tickets/${seededTicketId('duplicate')}/replies`;
    assert.equal((await call(named('addReply'), me, {path: locked})).status, 409);
  });

  test('match the contract for operations that a server does not have', async () => {
    const at: BrowserDesk = await desk();
    const me = await customer(at);
    for (const id of ['getTicketConfig', 'getTicketUpdates', 'streamTicketEvents']) {
      at.faults.set({}, faultKinds.answer(404));
      assert.equal((await call(named(id), me)).status, 404);
    }
  });
});

// Every response in the contract must have occurred in a test.
after(() => {
  const described = operations.flatMap(({id, responses}) => Object.keys(responses).map(status => `${id} ${status}`));
  assert.deepEqual([...seen].sort(), described.sort());
});
