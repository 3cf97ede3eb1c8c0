import {serve} from '@hono/node-server';
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TicketBackend, TransportRequest} from 'isp-support-elements';
import {inspect} from 'node:util';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

import {uispBackend} from '../../../adapters/uisp.js';
import {serverTransport, type ServerTransportOptions} from '../../../gateway/index.js';
import {createGateway} from './gateway-client.js';

const signal = new AbortController().signal;
const baseUrl = 'https://helpdesk.example/api';
const key = 'key-of-the-helpdesk';

type Respond = (request: Request) => Response | Promise<Response>;

function connect(respond: Respond, options: Partial<ServerTransportOptions> = {}) {
  const requests: Request[] = [];
  const transport = serverTransport({
    baseUrl,
    token: key,
    ...options,
    fetch: async request => {
      requests.push(request);
      return respond(request);
    },
  });
  return {transport, requests};
}

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  Response.json(body, {status, headers});

async function failureOf(
  respond: Respond,
  request: Partial<TransportRequest> & {readonly path?: string} = {},
  options: Partial<ServerTransportOptions> = {},
) {
  const {transport, requests} = connect(respond, options);
  const {path = 'tickets', ...rest} = request;
  const error = await transport.request(path, {signal, ...rest}).then(
    () => assert.fail('the request was not rejected'),
    (reason: unknown) => reason as ReturnType<typeof transport.error>,
  );
  return {error, requests};
}

setFlagsFromString('--expose-gc');
/** Signals that nothing refers to are collected, and abort nothing. */
const collectGarbage = runInNewContext('gc') as () => void;

describe('the transport of the gateway', () => {
  it('sends the token, headers, query and JSON, and returns status, headers and JSON', async () => {
    const {transport, requests} = connect(() => json({id: 7}, 201, {Location: '/tickets/7'}), {
      headers: {'X-Tenant': 'north'},
    });
    const {status, headers, body} = await transport.request('tickets', {
      method: 'POST',
      query: {queue: 'a b'},
      body: {subject: 'No internet'},
      signal,
    });
    assert.deepEqual([status, headers.get('Location'), body.id], [201, '/tickets/7', 7]);
    const [request] = requests;
    assert.equal(request!.url, `${baseUrl}/tickets?queue=a+b`);
    assert.equal(request!.headers.get('Authorization'), `Bearer ${key}`);
    assert.equal(request!.headers.get('X-Tenant'), 'north');
    assert.equal(request!.headers.get('Content-Type'), 'application/json');
    assert.deepEqual(await request!.json(), {subject: 'No internet'});
  });

  it('sends a text as it is, and the token in the header that the adapter wants', async () => {
    const {transport, requests} = connect(() => new Response('done'));
    const {body} = await transport.request('tickets', {
      method: 'POST',
      body: 'a=1',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      authorize: token => ({'X-Auth-App-Key': token}),
      signal,
    });
    assert.equal(body, 'done');
    const [request] = requests;
    assert.equal(await request!.text(), 'a=1');
    assert.equal(request!.headers.get('Content-Type'), 'application/x-www-form-urlencoded');
    assert.equal(request!.headers.get('X-Auth-App-Key'), key);
    assert.equal(request!.headers.get('Authorization'), null);
  });

  it('returns JSON whose objects have no prototype, so that nothing missing comes from a polluted one', async () => {
    const {transport} = connect(() => new Response('{"a": [{"__proto__": {"admin": true}}]}'));
    const {body} = await transport.request('tickets', {signal});
    assert.equal(Object.getPrototypeOf(body), null);
    assert.equal(Object.getPrototypeOf(body.a[0]), null);
    assert.equal(body.a[0].admin, undefined);
  });

  for (const [status, code] of [
    [302, 'bad_response'],
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
    [410, 'gone'],
    [418, 'invalid'],
    [422, 'invalid'],
    [423, 'conflict'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ] as const) {
    it(`rejects with ${code} for a ${status} to a write`, async () => {
      const {error, requests} = await failureOf(() => json({message: 'No.'}, status), {method: 'POST'});
      assert.equal(error.code, code);
      assert.equal(error.status, status);
      assert.equal(error.serverMessage, (code === 'invalid' && status !== 418) || code === 'conflict' ? 'No.' : '');
      assert.equal(requests.length, 1);
    });
  }

  it('has the fields of a 422 in the usual shapes, and the delay of a 429', async () => {
    const errors = {subject: ['Too long.', 'No links.'], body: 'Empty.'};
    const {error: invalid} = await failureOf(() => json({message: 'Please check.', errors}, 422), {method: 'POST'});
    assert.deepEqual(
      [...invalid.fields],
      [
        ['subject', 'Too long. No links.'],
        ['body', 'Empty.'],
      ],
    );
    const problem = {detail: 'Please check.', errors: [{pointer: '/subject', detail: 'Too long.'}]};
    const {error: pointed} = await failureOf(() => json(problem, 422), {method: 'POST'});
    assert.deepEqual([...pointed.fields], [['subject', 'Too long.']]);
    const {error: limited} = await failureOf(() => json({}, 429, {'Retry-After': '7'}));
    assert.equal(limited.retryAfter, 7);
    const dated = {'Retry-After': 'Fri, 01 May 2026 10:00:30 GMT', Date: 'Fri, 01 May 2026 10:00:00 GMT'};
    assert.equal((await failureOf(() => json({}, 503, dated))).error.retryAfter, 30);
  });

  it('has the words and the fields of a 422 as the adapter reads them', async () => {
    const readProblem = (body: unknown) => {
      const [{field, problem}] = (body as {wrong: [Record<'field' | 'problem', string>]}).wrong;
      return {detail: 'Please check.', errors: {[field]: problem}};
    };
    const answer = () => json({error: 'RecordInvalid', wrong: [{field: 'subject', problem: 'Too long.'}]}, 422);
    const {error} = await failureOf(answer, {method: 'POST', readProblem});
    assert.equal(error.serverMessage, 'Please check.');
    assert.deepEqual([...error.fields], [['subject', 'Too long.']]);
  });

  it('has the code of the status, and no words, if the adapter fails to read the 422', async () => {
    const readProblem = (body: unknown) => ({detail: (body as {a: {b: string}}).a.b});
    const {error} = await failureOf(() => json({error: 'RecordInvalid'}, 422), {method: 'POST', readProblem});
    assert.equal(error.code, 'invalid');
    assert.equal(error.serverMessage, '');
  });

  it('rejects with bad_response for the page of a proxy, whatever its status says about the account', async () => {
    for (const status of [401, 403, 404, 410]) {
      const page = () => new Response('<h1>Blocked</h1>', {status, headers: {'Content-Type': 'text/html'}});
      assert.equal((await failureOf(page)).error.code, 'bad_response');
    }
  });

  it('repeats a read once after a failure of the helpdesk or the network, and a write never', async () => {
    for (const fail of [() => json({}, 502), () => Promise.reject(new TypeError('fetch failed'))]) {
      assert.equal((await failureOf(fail)).requests.length, 2);
      assert.equal((await failureOf(fail, {method: 'POST'})).requests.length, 1);
    }
    assert.equal((await failureOf(() => json({}, 503, {'Retry-After': '60'}))).requests.length, 1);
    const answers = [json({}, 500), json({id: 1})];
    const {transport} = connect(() => answers.shift()!);
    assert.equal((await transport.request('tickets/1', {signal})).body.id, 1);
  });

  it('gets another token after a 401, and sends the request again, a write too', async () => {
    const asked: boolean[] = [];
    const {transport, requests} = connect(
      request => (request.headers.get('Authorization') === 'Bearer new' ? json({}) : json({}, 401)),
      {token: async isRefused => (asked.push(isRefused), isRefused ? 'new' : 'old')},
    );
    await transport.request('tickets', {method: 'POST', body: {a: 1}, signal});
    assert.deepEqual(asked, [false, true]);
    assert.deepEqual(await requests[1]!.json(), {a: 1});
    const {requests: refused} = await failureOf(() => json({}, 401), {}, {token: () => 'the same'});
    assert.equal(refused.length, 1);
  });

  it('rejects with network when the time is over, before the answer and in the middle of it', async () => {
    const slow: Respond = request =>
      new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
      );
    const {error} = await failureOf(slow, {method: 'POST'}, {timeout: 0.01});
    assert.equal(error.code, 'network');
    const server = serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: () => new Response(new ReadableStream({start: each => each.enqueue(new TextEncoder().encode('{'))})),
    });
    await new Promise(resolve => server.once('listening', resolve));
    const {port} = server.address() as {port: number};
    for (const options of [{}, {fetch: (request: Request) => fetch(request)}]) {
      const transport = serverTransport({baseUrl: `http://127.0.0.1:${port}`, timeout: 0.2, ...options});
      const collecting = setInterval(collectGarbage, 20);
      const reason = await transport.request('', {method: 'POST', signal}).catch((each: unknown) => each);
      clearInterval(collecting);
      assert.equal((reason as {code: string}).code, 'network');
    }
    server.close();
    (server as unknown as {closeAllConnections(): void}).closeAllConnections();
  });

  it('rejects with the reason of the signal if the caller needs the response no more', async () => {
    const aborter = new AbortController();
    const {transport, requests} = connect(async () => {
      aborter.abort(new DOMException('left', 'AbortError'));
      return json({}, 500);
    });
    await assert.rejects(transport.request('tickets', {signal: aborter.signal}), {name: 'AbortError'});
    assert.equal(requests.length, 1);
  });

  it('sends nothing to another address than that of the helpdesk, and follows no redirect', async () => {
    for (const path of ['../admin', 'tickets/..', 'tickets/../../x', '%2e%2e/x', '..\\x', '.\t./x', '.', 'a/.?b']) {
      const {error, requests} = await failureOf(() => json({}), {path});
      assert.equal(error.code, 'not_found', path);
      assert.equal(requests.length, 0, path);
    }
    const {transport, requests} = connect(() => json({}));
    await transport.request('//evil.example/x', {signal});
    await transport.request('https://evil.example/x', {signal});
    assert.deepEqual(new Set(requests.map(({url}) => new URL(url).host)), new Set(['helpdesk.example']));
    assert.equal(requests[0]!.redirect, 'manual');
  });

  it('has a base URL with a slash at its end, and refuses one that has a key or is no URL, without showing it', () => {
    assert.equal(serverTransport({baseUrl}).baseUrl, `${baseUrl}/`);
    for (const refused of [`https://me:${key}@h.example/`, `${baseUrl}?key=${key}`, `/${key}`, `ftp://${key}/`]) {
      assert.throws(
        () => serverTransport({baseUrl: refused}),
        (error: Error) => error instanceof TypeError && !inspect(error).includes(key),
      );
    }
  });

  it('has the key in nothing that it throws, whatever fails and however it is printed', async () => {
    const failures: Respond[] = [
      () => Promise.reject(new TypeError(`fetch of https://helpdesk.example/?key=${key} failed`)),
      () => json({message: `${key} is not valid`}, 401),
      () => json({message: `${key} is not valid`}, 500),
      () => new Response(`<p>${key}</p>`, {status: 403, headers: {'Content-Type': 'text/html'}}),
      () => new Response(null, {status: 302, headers: {Location: `https://helpdesk.example/?key=${key}`}}),
    ];
    for (const respond of failures) {
      const {error} = await failureOf(respond, {path: `tickets`, query: {key}, authorize: token => ({'X-Key': token})});
      assert(!inspect(error, {depth: 9, showHidden: true}).includes(key));
      assert(!JSON.stringify(error).includes(key));
    }
    const {transport} = connect(() => json({}));
    const wrapped = transport.error('uncertain', {cause: new Error(`https://helpdesk.example/?key=${key}`)});
    assert(!inspect(wrapped, {depth: 9, showHidden: true}).includes(key));
  });

  it('creates errors of the shape that the elements know', () => {
    const {transport} = connect(() => json({}));
    const error = transport.error('forbidden');
    assert(error instanceof Error);
    assert.deepEqual(
      [error.name, error.message, error.refusesAccount, error.retryable, error.serverMessage, error.fields.size],
      ['SupportError', 'forbidden', true, false, '', 0],
    );
    assert(transport.error('network').retryable);
  });
});

describe('a gateway in front of what an adapter returns', () => {
  const ticket = {id: 4, subject: 'No internet', status: 1, createdAt: '2026-05-01T09:00:00+0000', activity: []};
  const transport = serverTransport({
    baseUrl,
    token: key,
    fetch: async request =>
      request.headers.get('X-Auth-App-Key') === key
        ? json(request.url.includes('/4') ? ticket : [ticket])
        : json({}, 401),
  });

  it('gives it the transport, whether that is one for all or one of the customer', async () => {
    for (const each of [transport, async () => transport]) {
      const {as} = createGateway({backend: () => uispBackend(), transport: each});
      const {status, json: list} = await as('lena').get('/tickets');
      assert.equal(status, 200);
      assert.equal(list.data[0].subject, 'No internet');
    }
  });

  it('answers 502 if the helpdesk refuses the key, and logs neither key nor URL', async () => {
    const {as, errors} = createGateway({
      backend: async () => uispBackend(),
      transport: serverTransport({baseUrl, token: 'bad-key', fetch: async () => json({message: 'bad-key'}, 401)}),
    });
    const {status, text} = await as('lena').get('/tickets');
    assert.equal(status, 502);
    assert(!/bad-key|helpdesk\.example/.test(text + inspect(errors, {depth: 9, showHidden: true})));
    assert.match(String(errors[0]), /unauthenticated/);
  });

  it('answers 500 and says why in the log if there is no transport', async () => {
    const {as, errors} = createGateway({backend: () => (): TicketBackend => assert.fail()});
    assert.equal((await as('lena').get('/tickets')).status, 500);
    assert.match(String(errors[0]), /TypeError: serveBackend needs a transport/);
  });
});
