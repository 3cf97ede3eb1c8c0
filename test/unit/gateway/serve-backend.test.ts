import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {defaultConfig} from '../../../src/contract/config.js';
import {createGateway, type Answer} from './gateway-client.js';

function assertProblem({status, headers, json}: Answer, expected: number, slug: string): void {
  assert.equal(status, expected);
  assert.equal(headers.get('Content-Type'), 'application/problem+json');
  assert.equal(json.type, `https://isp-tickets.dev/problems/${slug}`);
  assert.equal(json.error, json.title);
}

describe('serveBackend', () => {
  it('lists the tickets of the customer, in the words of the contract', async () => {
    const {helpdesk, as} = createGateway();
    helpdesk.add('lena', 'Slow');
    helpdesk.add('omar', 'Bill');
    const {json, headers} = await as('lena').get('/tickets');
    assert.deepEqual(json, {
      data: [
        {
          id: '1',
          ticket_number: 'TKT-1',
          subject: 'Slow',
          status: 'open',
          priority: 'normal',
          category: 'general',
          created_at: '2026-05-03T12:00:01.000Z',
          updated_at: '2026-05-03T12:00:01.000Z',
          last_reply_at: null,
          last_reply_by: null,
          reply_count: 0,
          unread_count: 0,
        },
      ],
      next_cursor: null,
    });
    assert.equal(headers.get('Cache-Control'), 'no-store');
  });

  it('answers with 401, 403 and 410 as customer() says', async () => {
    const {as} = createGateway();
    assertProblem(await as('').get('/tickets'), 401, 'unauthenticated');
    assertProblem(await as('expired').get('/tickets'), 401, 'unauthenticated');
    assert.match((await as('expired').get('/tickets')).headers.get('WWW-Authenticate')!, /invalid_token/);
    assertProblem(await as('barred').get('/tickets'), 403, 'forbidden');
    assertProblem(await as('deleted').get('/tickets'), 410, 'account-gone');
    const thrown = createGateway({customer: () => Promise.reject({code: 'unauthenticated'})});
    assertProblem(await thrown.as('lena').get('/tickets'), 401, 'unauthenticated');
  });

  it('answers for another customer’s ticket as for one that does not exist', async () => {
    const {helpdesk, as} = createGateway();
    const {id} = helpdesk.add('omar');
    const me = as('lena');
    assert.equal((await me.get(`/tickets/${id}`)).text, (await me.get('/tickets/99')).text);
    assertProblem(await me.get(`/tickets/${id}`), 404, 'not-found');
    assertProblem(await me.get(`/tickets/${id}/replies`), 404, 'not-found');
    assertProblem(await me.post(`/tickets/${id}/replies`, {message: 'x'}), 404, 'not-found');
    assertProblem(await me.put(`/tickets/${id}/read`, {last_reply_id: '1'}), 404, 'not-found');
  });

  it('does not pass an ID to the backend that could lead to another path', async () => {
    const {as, helpdesk} = createGateway();
    for (const id of ['..%2f..%2fadmin', '%2e%2e', 'a%5cb', '%', 'a%20b', '1%00', '1%1b']) {
      assertProblem(await as('lena').get(`/tickets/${id}`), 404, id === '%2e%2e' ? 'no-such-address' : 'not-found');
    }
    assert.deepEqual(helpdesk.calls, []);
  });

  it('creates a ticket, and replies to it', async () => {
    const {as} = createGateway();
    const created = await as('lena').post('/tickets', {subject: 'New', description: 'Text'});
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('Location'), '/api/customer/tickets/1');
    assert.equal(created.json.description, 'Text');
    const made = await as('lena').post('/tickets/1/replies', {message: 'More'});
    assert.equal(made.status, 201);
    assert.equal(made.json.reply.message, 'More');
    assert.equal(made.json.ticket.reply_count, 1);
  });

  it('answers with the ETag of what is served, and with 304 if the client has it', async () => {
    const {helpdesk, as} = createGateway();
    const {id} = helpdesk.add('lena');
    for (const path of ['/tickets', `/tickets/${id}`, '/ticket-config', '/ticket-updates']) {
      const etag = (await as('lena').get(path)).headers.get('ETag')!;
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
        const again = await as('lena').get(path, {'If-None-Match': tag});
        assert.equal(again.status, 304, `${path} ${tag}`);
        assert.equal(again.text, '');
      }
      assert.equal((await as('lena').get(path, {'If-None-Match': '"x"'})).status, 200);
    }
  });

  it('passes on the version of a backend whose counts are public, and of no other', async () => {
    for (const [counts, version] of [
      ['backend', 'v1'],
      ['thread', undefined],
    ] as const) {
      const {helpdesk, as} = createGateway({counts});
      helpdesk.add('lena');
      helpdesk.version = 'v1';
      assert.equal((await as('lena').get('/ticket-updates')).json.version, version);
    }
  });

  it('names each field that cannot be accepted', async () => {
    const {as, helpdesk} = createGateway();
    const empty = await as('lena').post('/tickets', {subject: ' ', description: ''});
    assertProblem(empty, 422, 'invalid');
    assert.equal(empty.json.title, 'Subject and description are required');
    const wrong = {subject: 'x'.repeat(201), description: 1, category: 'none', status: 'closed'};
    const {json} = await as('lena').post('/tickets', wrong);
    assert.deepEqual(
      json.errors.map(({pointer, code}: {pointer: string; code: string}) => `${pointer} ${code}`).sort(),
      ['/category unknown_choice', '/description not_text', '/status unknown_field', '/subject too_long'],
    );
    assertProblem(await as('lena').post('/tickets/1/replies', {message: '\n'}), 422, 'invalid');
    assert.deepEqual(helpdesk.calls, []);
  });

  it('names each text that is longer than the limit of the operator, before the helpdesk is asked', async () => {
    const {as, helpdesk} = createGateway();
    helpdesk.config = {subjectLimit: 5, descriptionLimit: 7, messageLimit: 6};
    const {id} = helpdesk.add('lena');
    const texts = {subject: 'Router', description: 'Is slow.'};
    const ticket = await as('lena').post('/tickets', texts);
    const reply = await as('lena').post(`/tickets/${id}/replies`, {message: 'It was.'});
    assertProblem(ticket, 422, 'invalid');
    assertProblem(reply, 422, 'invalid');
    assert.deepEqual(
      [...ticket.json.errors, ...reply.json.errors],
      [
        {pointer: '/subject', code: 'too_long', detail: 'Subject can have 5 characters at most'},
        {pointer: '/description', code: 'too_long', detail: 'Description can have 7 characters at most'},
        {pointer: '/message', code: 'too_long', detail: 'Message can have 6 characters at most'},
      ],
    );
    assert.deepEqual(helpdesk.calls, []);
  });

  it('takes a text of exactly the limit, which counts code points, and any length if there is no usable limit', async () => {
    const {as, helpdesk} = createGateway();
    const {id} = helpdesk.add('lena');
    helpdesk.config = {subjectLimit: 5, descriptionLimit: 7, messageLimit: 6};
    const shortest = {subject: '👋'.repeat(5), description: '👋'.repeat(7)};
    assert.equal((await as('lena').post('/tickets', shortest)).status, 201);
    assert.equal((await as('lena').post(`/tickets/${id}/replies`, {message: '👋'.repeat(6)})).status, 201);
    const long = 'x'.repeat(50_000);
    for (const limit of [undefined, null, 0, -1, NaN]) {
      helpdesk.config = {descriptionLimit: limit, messageLimit: limit} as typeof helpdesk.config;
      assert.equal((await as('lena').post('/tickets', {subject: 'x', description: long})).status, 201);
      assert.equal((await as('lena').post(`/tickets/${id}/replies`, {message: long})).status, 201);
    }
  });

  it('refuses a body that is too large, of another type, or not JSON', async () => {
    const {as, call} = createGateway({maxBodyBytes: 100});
    const body = {subject: 'x', description: 'x'.repeat(100)};
    assertProblem(await as('lena').post('/tickets', body), 413, 'too-large');
    const form = {body: 'subject=x', headers: {'Content-Type': 'text/plain'}};
    assertProblem(await call('lena', 'POST', '/tickets', form), 415, 'unsupported-media-type');
    for (const text of ['{', '[]', 'null', '""']) {
      assertProblem(await as('lena').post('/tickets', text), 400, 'bad-request');
    }
  });

  it('offers only the operations that are allowed and that the backend has', async () => {
    const {as, helpdesk} = createGateway({operations: ['listTickets', 'getTicket']});
    const {id} = helpdesk.add('lena');
    assert.equal((await as('lena').get('/tickets')).status, 200);
    assertProblem(await as('lena').post(`/tickets/${id}/replies`, {message: 'x'}), 404, 'no-such-address');
    assertProblem(await as('lena').get('/ticket-config'), 404, 'no-such-address');
    const all = createGateway();
    assertProblem(await all.as('lena').get('/ticket-events'), 404, 'no-such-address');
    assert.deepEqual((await all.as('lena').get('/ticket-config')).json.features, {
      updates: true,
      mark_read: true,
      realtime: false,
      status_filter: false,
      search: false,
      attachments: false,
      idempotent_writes: true,
    });
  });

  it('answers for paths and methods that it does not serve', async () => {
    const {call, handle} = createGateway();
    assertProblem(await call('lena', 'GET', '/invoices'), 404, 'no-such-address');
    const wrong = await call('lena', 'DELETE', '/tickets');
    assertProblem(wrong, 405, 'method-not-allowed');
    assert.equal(wrong.headers.get('Allow'), 'GET, HEAD, POST, OPTIONS');
    assert.equal((await handle(new Request('https://desk.example/customer/tickets'))).status, 404);
  });

  it('has the built-in defaults of the elements as its configuration', async () => {
    const {json} = await createGateway().as('lena').get('/ticket-config');
    const values = (rows: readonly {readonly value: string}[]) => rows.map(({value}) => value);
    assert.deepEqual(values(json.categories), values(defaultConfig.categories));
    assert.deepEqual(values(json.priorities), values(defaultConfig.priorities));
    assert.equal(json.default_category, defaultConfig.defaultCategory);
    assert.equal(json.default_priority, defaultConfig.defaultPriority);
    assert.equal(json.limits.subject, defaultConfig.subjectLimit);
  });

  it('answers with 429 and the time to wait, for each customer alone', async () => {
    const {as, helpdesk} = createGateway({rateLimit: {requests: 2, seconds: 10}});
    await as('lena').get('/tickets');
    await as('lena').get('/tickets');
    helpdesk.now += 3000;
    const limited = await as('lena').get('/tickets');
    assertProblem(limited, 429, 'rate-limited');
    assert.equal(limited.headers.get('Retry-After'), '7');
    assert.equal(limited.json.retry_after, 7);
    assert.equal((await as('omar').get('/tickets')).status, 200);
    helpdesk.now += 7000;
    assert.equal((await as('lena').get('/tickets')).status, 200);
  });

  it('answers with the table of errors, and tells nothing of a mistake but to the operator', async () => {
    const thrown: readonly (readonly [unknown, number, string])[] = [
      [{code: 'unauthenticated'}, 502, 'unavailable'],
      [{code: 'network'}, 502, 'unavailable'],
      [{code: 'unavailable', retryAfter: 20}, 503, 'unavailable'],
      [{code: 'rate_limited', retryAfter: 9}, 429, 'rate-limited'],
      [{code: 'rate_limited', retryAfter: 'soon', status: '429'}, 429, 'rate-limited'],
      [{code: 'invalid', fields: null}, 422, 'invalid'],
      [{code: 'conflict', retryAfter: NaN}, 409, 'reply-not-allowed'],
      [null, 500, 'unavailable'],
      [{code: 'invalid', refusesCursor: true}, 400, 'bad-cursor'],
      [{code: 'toString'}, 500, 'unavailable'],
      [new TypeError('secret of the key'), 500, 'unavailable'],
      ['text', 500, 'unavailable'],
    ];
    for (const [error, status, slug] of thrown) {
      const {as, errors} = createGateway({backend: () => Promise.reject(error as Error)});
      const answer = await as('lena').get('/tickets');
      assertProblem(answer, status, slug);
      assert(!/secret|at .*\.ts|stack/.test(answer.text));
      assert.deepEqual(errors, status >= 500 ? [error] : []);
      assert(answer.headers.get('X-Request-Id'));
    }
  });

  for (const [said, header] of [
    [12.3, '13'],
    ['7', '7'],
    [-5, '0'],
    [1e12, '86400'],
    [Infinity, '86400'],
    ['soon', null],
    [NaN, null],
  ] as const) {
    it(`asks to wait for a whole number of seconds, a day at most, if a backend says ${said}`, async () => {
      const {as} = createGateway({backend: () => Promise.reject({code: 'unavailable', retryAfter: said})});
      const {headers, json} = await as('lena').get('/tickets');
      assert.equal(headers.get('Retry-After'), header);
      assert.equal(json.retry_after, header === null ? undefined : Number(header));
    });
  }

  it('answers though the log of the operator fails', async () => {
    const onError = () => {
      throw new Error('The disk is full');
    };
    const {as} = createGateway({onError, backend: () => Promise.reject(new Error('x'))});
    assertProblem(await as('lena').get('/tickets'), 500, 'unavailable');
  });

  it('answers HEAD as GET, without the body', async () => {
    const {as, handle, helpdesk} = createGateway();
    helpdesk.add('lena');
    const head = (token: string) =>
      handle(
        new Request('https://desk.example/api/customer/tickets', {method: 'HEAD', headers: {Authorization: token}}),
      );
    const answer = await head('Bearer lena');
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
    assert.equal(answer.headers.get('ETag'), (await as('lena').get('/tickets')).headers.get('ETag'));
    assert.equal((await head('')).status, 401);
  });

  for (const basePath of ['/api/', 'api', 'api/', '//api']) {
    it(`takes ${basePath} for the path /api`, async () => {
      const {as} = createGateway({basePath});
      assert.equal((await as('lena').get('/tickets')).status, 200);
    });
  }

  it('passes the reasons for fields and for a locked ticket', async () => {
    const {as, helpdesk} = createGateway();
    const {id} = helpdesk.add('lena');
    helpdesk.lock('lena', id);
    const locked = await as('lena').post(`/tickets/${id}/replies`, {message: 'x'});
    assertProblem(locked, 409, 'reply-not-allowed');
    assert.equal(locked.json.detail, 'This ticket is locked.');
    helpdesk.onWrite = () => Promise.reject({code: 'invalid', fields: {subject: 'Please say more.'}});
    const refused = await as('lena').post('/tickets', {subject: 'x', description: 'x'});
    assert.deepEqual(refused.json.errors, [{pointer: '/subject', code: 'invalid', detail: 'Please say more.'}]);
  });

  it('answers with 504 if the backend does not answer in time', async () => {
    const {as} = createGateway({
      timeout: 0.01,
      backend: () => ({listTickets: never}) as never,
    });
    assertProblem(await as('lena').get('/tickets'), 504, 'unavailable');
  });
});

const never = (): Promise<never> => new Promise(() => {});

describe('CORS of serveBackend', () => {
  const origins = ['https://portal.example'];
  const from = (origin: string) => ({Origin: origin});

  it('answers a preflight request without a token, for two hours', async () => {
    const {call} = createGateway({origins});
    const {status, headers} = await call('', 'OPTIONS', '/tickets', {headers: from('https://portal.example')});
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), 'https://portal.example');
    assert.match(headers.get('Access-Control-Allow-Headers')!, /Authorization.*Idempotency-Key/);
    assert.equal(headers.get('Access-Control-Max-Age'), '7200');
  });

  it('has its headers on failures too, and Vary on all', async () => {
    const {call} = createGateway({origins});
    const {status, headers} = await call('', 'GET', '/tickets', {headers: from('https://portal.example')});
    assert.equal(status, 401);
    assert.match(headers.get('Access-Control-Expose-Headers')!, /Retry-After/);
    assert.equal(headers.get('Vary'), 'Origin');
  });

  for (const allowed of ['https://portal.example', ['https://portal.example/']]) {
    it(`allows the origin of ${JSON.stringify(allowed)}, and no part of it`, async () => {
      const {call} = createGateway({origins: allowed as readonly string[]});
      const allows = async (origin: string) =>
        (await call('lena', 'GET', '/tickets', {headers: from(origin)})).headers.get('Access-Control-Allow-Origin');
      assert.equal(await allows('https://portal.example'), 'https://portal.example');
      assert.equal(await allows('https://portal'), null);
    });
  }

  it('allows no other origin, and none by default', async () => {
    for (const [options, origin] of [
      [{origins}, 'https://evil.example'],
      [{origins}, 'null'],
      [{}, 'https://portal.example'],
    ] as const) {
      const {call} = createGateway(options);
      for (const method of ['OPTIONS', 'GET']) {
        const {headers} = await call('lena', method, '/tickets', {headers: from(origin)});
        assert.equal(headers.get('Access-Control-Allow-Origin'), null);
        assert.equal(headers.get('Access-Control-Allow-Headers'), null);
      }
    }
  });
});
