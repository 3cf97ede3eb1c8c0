import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {assertProblem, ApiClient} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

async function portal() {
  const {desk} = await createSeededDesk(new MemoryStore());
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => desk.fetch(new Request(input, init));
  const visitor = new ApiClient(fetch, undefined, '/portal');
  const signIn = async (path: string, username: string) => {
    const {status, headers} = await visitor.post(path, {username});
    assert.equal(status, 201);
    const cookie = headers.get('Set-Cookie') ?? '';
    return {cookie, headers: {Cookie: cookie.split(';')[0] ?? ''}};
  };
  return {fetch, visitor, signIn};
}

describe('the demo portal', () => {
  test('lists its subscribers without the accounts that demonstrate failures', async () => {
    const {json} = await (await portal()).visitor.get('/subscribers');
    assert.deepEqual(
      json.data.map((each: {username: string}) => each.username),
      ['harbour.view', 'lena.moreau'],
    );
    assert.deepEqual(Object.keys(json.data[0]), ['username', 'name', 'plan', 'town']);
  });

  test('signs in with an HttpOnly cookie and exchanges it for short-lived tokens', async () => {
    const {fetch, visitor, signIn} = await portal();
    const {cookie, headers} = await signIn('/session', 'lena.moreau');
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.match(cookie, /Path=\//);
    assert.equal((await visitor.get('/session', headers)).json.username, 'lena.moreau');
    const {json} = await visitor.get('/token', headers);
    assert.equal(json.expires_in, 900);
    const {total} = (await new ApiClient(fetch, json.token).get('/tickets')).json;
    assert.equal(total, 14);
  });

  test('returns 401 if no one is signed in', async () => {
    const {visitor} = await portal();
    for (const path of ['/session', '/token', '/staff-session', '/staff-token']) {
      assertProblem(await visitor.get(path), 401, 'unauthenticated');
      assertProblem(await visitor.get(path, {Cookie: 'demo_customer=x; demo_staff=x'}), 401, 'unauthenticated');
    }
    assertProblem(await visitor.post('/session', {username: 'nobody'}), 404, 'no-such-person');
    assertProblem(await visitor.post('/session', {}), 404, 'no-such-person');
  });

  test('signs out', async () => {
    const {visitor} = await portal();
    const {status, headers} = await visitor.call('DELETE', '/session');
    assert.equal(status, 204);
    assert.match(headers.get('Set-Cookie') ?? '', /^demo_customer=; Max-Age=0/);
  });

  test('rejects sessions and tokens of another audience', async () => {
    const {fetch, visitor, signIn} = await portal();
    const asCustomer = await signIn('/session', 'lena.moreau');
    const asStaff = await signIn('/staff-session', 'Anna (Support)');
    assertProblem(await visitor.get('/staff-token', asCustomer.headers), 401, 'unauthenticated');
    const value = asCustomer.headers.Cookie.split('=')[1] ?? '';
    assertProblem(await visitor.get('/staff-token', {Cookie: `demo_staff=${value}`}), 401, 'unauthenticated');
    assertProblem(await new ApiClient(fetch, value).get('/tickets'), 401, 'unauthenticated');
    const {token} = (await visitor.get('/staff-token', asStaff.headers)).json;
    assert.equal((await new ApiClient(fetch, token, '/staff').get('/tickets')).status, 200);
    assertProblem(await new ApiClient(fetch, token).get('/tickets'), 401, 'unauthenticated');
  });
});
