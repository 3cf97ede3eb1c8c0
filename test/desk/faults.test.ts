import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {faultKinds, seededTicketId} from '../../demo/desk/browser.js';
import {assertProblem, customer, fixedTimeDesk} from './api-client.js';

describe('a fault', () => {
  test('applies once by default, and only to requests that match', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    desk.faults.set({method: 'get', path: '/customer/tickets/*'}, faultKinds.answer(503));
    assert.equal((await me.get('/tickets')).status, 200);
    assert.equal((await me.get(`/tickets/${seededTicketId('line-drops')}/replies`)).status, 200);
    assert.equal((await me.get(`/tickets/${seededTicketId('line-drops')}`)).status, 503);
    assert.equal((await me.get(`/tickets/${seededTicketId('line-drops')}`)).status, 200);
  });

  test('can apply several times or always, and be removed', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const statuses = async () => [await me.get('/tickets'), await me.get('/ticket-config')].map(({status}) => status);
    desk.faults.set({path: '/customer/**', times: 3}, faultKinds.answer(500));
    assert.deepEqual([...(await statuses()), ...(await statuses())], [500, 500, 500, 200]);
    const removeRule = desk.faults.set({times: Infinity}, faultKinds.answer(502));
    assert.deepEqual(await statuses(), [502, 502]);
    removeRule();
    assert.deepEqual(await statuses(), [200, 200]);
    desk.faults.set({times: Infinity}, faultKinds.answer(502));
    desk.faults.clear();
    assert.deepEqual(await statuses(), [200, 200]);
  });

  test('returns the problem document of each status', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    for (const [status, slug] of [
      [401, 'unauthenticated'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [409, 'reply-not-allowed'],
      [410, 'account-gone'],
      [413, 'too-large'],
      [422, 'idempotency-key-reused'],
      [429, 'rate-limited'],
      [500, 'unavailable'],
      [504, 'unavailable'],
    ] as const) {
      desk.faults.set({}, faultKinds.answer(status));
      assertProblem(await me.get('/tickets'), status, slug);
    }
  });

  test('returns the delay before a retry in the header and in the body', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    for (const status of [409, 429, 503] as const) {
      desk.faults.set({}, faultKinds.answer(status, {retryAfter: 7}));
      const {headers, json} = await me.get('/tickets');
      assert.equal(headers.get('Retry-After'), '7');
      assert.equal(json.retry_after, 7);
    }
  });

  test("rejects like a browser's fetch when the request or the response is lost", async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const post = () => me.post('/tickets', {subject: 's', description: 'd'});
    desk.faults.set({method: 'POST'}, faultKinds.dropRequest);
    await assert.rejects(post(), TypeError);
    assert.equal((await me.get('/tickets')).json.total, 14);
    desk.faults.set({method: 'POST'}, faultKinds.dropAnswer);
    await assert.rejects(post(), TypeError);
    assert.equal((await me.get('/tickets')).json.total, 15);
  });

  test('can return an HTML page instead of JSON', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    desk.faults.set({}, faultKinds.html);
    const {status, headers, text} = await me.get('/tickets');
    assert.equal(status, 200);
    assert.match(headers.get('Content-Type') ?? '', /^text\/html/);
    assert.match(text, /^<!doctype html>/);
  });

  test('can truncate the body, with an error or silently', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    desk.faults.set({}, faultKinds.halfBody);
    await assert.rejects(me.get('/tickets'), TypeError);
    desk.faults.set({}, faultKinds.truncatedBody);
    await assert.rejects(me.get('/tickets'), SyntaxError);
  });

  test('holds requests until they are released', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, held.fault);
    const answer = me.get('/tickets');
    await held.arrived;
    assert.equal(desk.requests.at(-1)?.status, 'pending');
    held.release();
    assert.equal((await answer).status, 200);
    assert.equal(desk.requests.at(-1)?.status, 200);
  });

  test('is nested with other faults in the order in which they were set', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const held = faultKinds.hold();
    desk.faults.set({}, held.fault);
    desk.faults.set({}, faultKinds.latency(1));
    desk.faults.set({}, faultKinds.answer(503));
    const answer = me.get('/tickets');
    await held.arrived;
    held.release();
    assert.equal((await answer).status, 503);
  });
});

describe('an aborted request', () => {
  test('rejects immediately with the reason', async () => {
    const desk = fixedTimeDesk();
    const token = await desk.tokenFor();
    const held = faultKinds.hold();
    desk.faults.set({}, held.fault);
    const controller = new AbortController();
    const headers = {Authorization: `Bearer ${token}`};
    const answer = desk.fetch('https://portal.example/api/customer/tickets', {headers, signal: controller.signal});
    await held.arrived;
    controller.abort();
    await assert.rejects(answer, {name: 'AbortError'});
    held.release();
  });
});

describe('the request log', () => {
  test('has every request, without tokens and cookies', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    await me.get('/tickets?limit=3', {'If-None-Match': '"x"', Cookie: 'secret=1'});
    desk.faults.set({}, faultKinds.dropAnswer);
    await assert.rejects(me.get('/ticket-config'));
    assert.deepEqual(
      desk.requests.map(({method, path, search, status}) => [method, path, search, status]),
      [
        ['GET', '/api/customer/tickets', '?limit=3', 200],
        ['GET', '/api/customer/ticket-config', '', 'dropped'],
      ],
    );
    assert.deepEqual(desk.requests[0]?.headers, {'if-none-match': '"x"'});
  });

  test('is cleared by a reset, which also clears faults and restores the seed', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const before = (await me.get('/tickets')).text;
    await me.post('/tickets', {subject: 's', description: 'd'});
    desk.faults.set({times: Infinity}, faultKinds.answer(500));
    desk.reset();
    assert.deepEqual(desk.requests, []);
    assert.equal((await me.get('/tickets')).text, before);
  });
});
