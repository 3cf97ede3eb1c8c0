import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {SignJWT} from 'jose';
import {seededTicketId} from '../../demo/desk/browser.js';
import {lena} from '../../demo/desk/seed/people.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {assertProblem, Caller, customer, frozen, frozenDesk} from './caller.js';
import {deskOn} from './desk-on.js';

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

const everywhere = (caller: Caller, id = 'any') =>
  Promise.all(addresses(id).map(([method, path, body]) => caller.call(method, path, {body})));

const signed = (claims: Record<string, unknown>, key: Uint8Array, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({alg}).sign(key);

describe('a request', () => {
  test('without a token is challenged, everywhere', async () => {
    for (const answer of await everywhere(new Caller(frozenDesk().fetch, undefined))) {
      assertProblem(answer, 401, 'unauthenticated');
      assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer realm="tickets"');
    }
  });

  test('with an expired token is told so', async () => {
    const desk = frozenDesk();
    for (const answer of await everywhere(new Caller(desk.fetch, await desk.tokenFor('lena.moreau', -1)))) {
      assertProblem(answer, 401, 'unauthenticated');
      assert.match(answer.headers.get('WWW-Authenticate') ?? '', /^Bearer error="invalid_token".*expired/);
    }
  });

  test('is good until its token ends', async () => {
    let time = frozen().getTime();
    const desk = frozenDesk({now: () => new Date(time)});
    const me = await customer(desk);
    time += 14 * 60_000;
    assert.equal((await me.get('/tickets')).status, 200);
    time += 2 * 60_000;
    assert.equal((await me.get('/tickets')).status, 401);
  });

  test('with a token that the desk did not make, or made for something else, is refused', async () => {
    const secret = new Uint8Array(32).fill(7);
    const {desk} = await deskOn(new MemoryStore(), {secret});
    const {tokens} = desk.context;
    const exp = frozen().getTime() / 1000 + 900;
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
      assertProblem(await new Caller(fetch, token).get('/tickets'), 401, 'unauthenticated');
    }
    assert.equal((await new Caller(fetch, good).get('/tickets')).status, 200);
  });

  test('takes its token from the header alone', async () => {
    const desk = frozenDesk();
    const token = await desk.tokenFor();
    const nobody = new Caller(desk.fetch, undefined);
    assertProblem(await nobody.get(`/tickets?token=${token}&access_token=${token}`), 401, 'unauthenticated');
    assertProblem(await nobody.get('/tickets', {Authorization: `Basic ${token}`}), 401, 'unauthenticated');
  });
});

describe('an account', () => {
  test('that may not use tickets is told so everywhere', async () => {
    for (const answer of await everywhere(await customer(frozenDesk(), 'tomas.reyes')))
      assertProblem(answer, 403, 'forbidden');
  });

  test('that was deleted is gone everywhere', async () => {
    for (const answer of await everywhere(await customer(frozenDesk(), 'old.account')))
      assertProblem(answer, 410, 'account-gone');
  });

  test('that is deleted while its token is good is gone from then on', async () => {
    const desk = frozenDesk();
    const me = await customer(desk);
    assert.equal((await me.get('/tickets')).status, 200);
    await desk.staff.setAccountState('lena.moreau', 'deleted');
    assertProblem(await me.get('/tickets'), 410, 'account-gone');
  });
});

describe("another customer's ticket", () => {
  test('gets the very answer of a ticket that does not exist, and is not touched', async () => {
    const desk = frozenDesk();
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
      const nobodys = await me.call(method, `/tickets/00000000-0000-4000-8000-000000000000${path}`, {body});
      assertProblem(theirs, 404, 'not-found');
      assert.deepEqual(visible(theirs), visible(nobodys));
    }
    assert.equal((await owner.get(`/tickets/${id}`)).text, before.text);
  });

  test('is not found under ids that no desk would give either', async () => {
    const me = await customer(frozenDesk());
    for (const id of ['%00', "'; drop table tickets; --", '%2e%2e', 'a'.repeat(200), '__proto__']) {
      assert.equal((await me.get(`/tickets/${id}`)).status, 404, id);
    }
  });
});
