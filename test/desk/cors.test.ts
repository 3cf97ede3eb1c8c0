import assert from 'node:assert/strict';
import {test} from 'node:test';
import {faultKinds} from '../../demo/desk/browser.js';
import {ApiClient, customer, fixedTimeDesk} from './api-client.js';

const exposed = 'ETag, Location, Retry-After, Date, X-Request-Id, WWW-Authenticate, Idempotent-Replayed';

test('a preflight without a token allows the methods and headers of the elements', async () => {
  const {status, headers} = await new ApiClient(fixedTimeDesk().fetch, undefined).call('OPTIONS', '/tickets');
  assert.equal(status, 204);
  assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
  assert.equal(headers.get('Access-Control-Allow-Methods'), 'GET, POST, PUT, OPTIONS');
  assert.equal(
    headers.get('Access-Control-Allow-Headers'),
    'Authorization, Content-Type, If-None-Match, Idempotency-Key, Accept-Language, Last-Event-ID',
  );
  assert.ok(Number(headers.get('Access-Control-Max-Age')) >= 600);
  assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
});

test('every response can be read from another origin, including failures', async () => {
  const desk = fixedTimeDesk();
  const me = await customer(desk);
  const etag = (await me.get('/tickets')).headers.get('ETag') ?? '';
  const answers = [
    await me.get('/tickets'),
    await me.get('/tickets', {'If-None-Match': etag}),
    await me.post('/tickets', {subject: 's', description: 'd'}),
    await me.post('/tickets', {}),
    await me.get('/tickets/none'),
    await me.get('/nothing-here'),
    await new ApiClient(desk.fetch, undefined).get('/tickets'),
    await (await customer(desk, 'tomas.reyes')).get('/tickets'),
    await (await customer(desk, 'old.account')).get('/tickets'),
  ];
  for (const fault of [faultKinds.answer(429), faultKinds.answer(503), faultKinds.html]) {
    desk.faults.set({}, fault);
    answers.push(await me.get('/tickets'));
  }
  assert.deepEqual(
    answers.map(answer => answer.status),
    [200, 304, 201, 422, 404, 404, 401, 403, 410, 429, 503, 200],
  );
  for (const {headers} of answers) {
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Access-Control-Expose-Headers'), exposed);
    assert.ok(headers.get('X-Request-Id'));
    assert.equal(headers.get('Date'), 'Sun, 03 May 2026 12:00:00 GMT');
  }
});

test('staff and sign-in responses have no CORS headers', async () => {
  const anonymous = new ApiClient(fixedTimeDesk().fetch, undefined, '');
  for (const path of ['/staff/tickets', '/portal/token']) {
    assert.equal((await anonymous.get(path)).headers.get('Access-Control-Allow-Origin'), null);
  }
});

test('no response may be stored by a cache', async () => {
  const me = await customer(fixedTimeDesk());
  const id = (await me.get('/tickets')).json.data[0].id;
  for (const path of [
    '/tickets',
    `/tickets/${id}`,
    `/tickets/${id}/replies`,
    '/ticket-updates',
    '/ticket-config',
    '/nowhere',
  ]) {
    assert.equal((await me.get(path)).headers.get('Cache-Control'), 'no-store', path);
  }
});
