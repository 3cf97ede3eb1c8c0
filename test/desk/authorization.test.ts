import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {SignJWT} from 'jose';
import {seededTicketId} from '../../demo/desk/browser.js';
import {lena} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {assertProblem, ApiClient, customer, fixedNow, fixedTimeDesk} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

const addresses = (id: string) =>
  [
    ['GET', '/tickets'],
    ['POST', '/tickets', {subject: 's', description: 'd'}],
    ['GET', `/tickets/${id}`],
    ['GET', `/tickets/${id}/replies`],
    ['POST', `/tickets/${id}/replies`, {message: 'm'}],
    ['PUT', `/tickets/${id}/read`, {last_reply_id: 'x'}],
    ['GET', '/ticket-config'],
    ['GET', '/ticket-updates'],
    ['GET', '/ticket-events'],
  ] as const;

const everywhere = (client: ApiClient, id = 'any') =>
  Promise.all(addresses(id).map(([method, path, body]) => client.call(method, path, {body})));

const signed = (claims: Record<string, unknown>, key: Uint8Array, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({alg}).sign(key);

describe('a request', () => {
  test('without a token gets a challenge from every operation', async () => {
    for (const answer of await everywhere(new ApiClient(fixedTimeDesk().fetch, undefined))) {
      assertProblem(answer, 401, 'unauthenticated');
      assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer realm="tickets"');
    }
  });

  test('with an expired token gets 401 with the reason', async () => {
    const desk = fixedTimeDesk();
    for (const answer of await everywhere(new ApiClient(desk.fetch, await desk.tokenFor('lena.moreau', -1)))) {
      assertProblem(answer, 401, 'unauthenticated');
      assert.match(answer.headers.get('WWW-Authenticate') ?? '', /^Bearer error="invalid_token".*expired/);
    }
  });

  test('succeeds until its token expires', async () => {
    let time = fixedNow().getTime();
    const desk = fixedTimeDesk({now: () => new Date(time)});
    const me = await customer(desk);
    time += 14 * 60_000;
    assert.equal((await me.get('/tickets')).status, 200);
    time += 2 * 60_000;
    assert.equal((await me.get('/tickets')).status, 401);
  });

  test('with a forged token or a token for another audience gets 401', async () => {
    const secret = new Uint8Array(32).fill(7);
    const {desk} = await createSeededDesk(new MemoryStore(), {secret});
    const {tokens} = desk.context;
    const exp = fixedNow().getTime() / 1000 + 900;
    const claims = {sub: lena.id, aud: 'customer', exp};
    const good = await signed(claims, secret);
    const [head = '', body = ''] = good.split('.');
    const none = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${body}.`;
    const forged = [
      'rubbish',
      `${head}.${body}.`,
      none,
      await signed(claims, new Uint8Array(32)),
      await signed(claims, new Uint8Array(64).fill(7), 'HS512'),
      await signed({sub: lena.id, aud: 'customer'}, secret),
      await signed({aud: 'customer', exp}, secret),
      await tokens.issue('staff', lena, 900),
      await tokens.issue('customer-session', lena, 900),
    ];
    const fetch = (input: RequestInfo | URL, init?: RequestInit) => desk.fetch(new Request(input, init));
    for (const token of forged) {
      assertProblem(await new ApiClient(fetch, token).get('/tickets'), 401, 'unauthenticated');
    }
    assert.equal((await new ApiClient(fetch, good).get('/tickets')).status, 200);
  });

  test('is authorized only by the Authorization header', async () => {
    const desk = fixedTimeDesk();
    const token = await desk.tokenFor();
    const anonymous = new ApiClient(desk.fetch, undefined);
    assertProblem(await anonymous.get(`/tickets?token=${token}&access_token=${token}`), 401, 'unauthenticated');
    assertProblem(await anonymous.get('/tickets', {Authorization: `Basic ${token}`}), 401, 'unauthenticated');
  });
});

describe('an account', () => {
  test('without access to tickets gets 403 from every operation', async () => {
    for (const answer of await everywhere(await customer(fixedTimeDesk(), 'tomas.reyes')))
      assertProblem(answer, 403, 'forbidden');
  });

  test('that was deleted gets 410 from every operation', async () => {
    for (const answer of await everywhere(await customer(fixedTimeDesk(), 'old.account')))
      assertProblem(answer, 410, 'account-gone');
  });

  test('that is deleted gets 410 although its token is still valid', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    assert.equal((await me.get('/tickets')).status, 200);
    await desk.staff.setAccountState('lena.moreau', 'deleted');
    assertProblem(await me.get('/tickets'), 410, 'account-gone');
  });
});

describe("another customer's ticket", () => {
  test('gets the same response as a ticket that does not exist, and does not change', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk, 'harbour.view');
    const owner = await customer(desk);
    const id = seededTicketId('evening-slowdown');
    const before = await owner.get(`/tickets/${id}`);
    const [reply] = before.json.replies;
    const visible = ({status, text, headers}: {status: number; text: string; headers: Headers}) => {
      headers.delete('X-Request-Id');
      return {status, text, headers: [...headers]};
    };
    for (const [method, path, body] of [
      ['GET', ''],
      ['GET', '/replies'],
      ['POST', '/replies', {message: 'm'}],
      ['PUT', '/read', {last_reply_id: reply.id}],
    ] as const) {
      const theirs = await me.call(method, `/tickets/${id}${path}`, {body});
      const missing = await me.call(method, `/tickets/00000000-0000-4000-8000-000000000000${path}`, {body});
      assertProblem(theirs, 404, 'not-found');
      assert.deepEqual(visible(theirs), visible(missing));
    }
    assert.equal((await owner.get(`/tickets/${id}`)).text, before.text);
  });

  test('gets 404 under an id that no desk assigns', async () => {
    const me = await customer(fixedTimeDesk());
    for (const id of ['%00', "'; drop table tickets; --", '%2e%2e', 'a'.repeat(200), '__proto__']) {
      assert.equal((await me.get(`/tickets/${id}`)).status, 404, id);
    }
  });
});
