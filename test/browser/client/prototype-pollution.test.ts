import {expect} from '@open-wc/testing';

import {GuardedBackend} from '../../../src/client/guarded-backend.js';
import {Http} from '../../../src/client/http.js';
import {createTransport} from '../../../src/client/transport.js';
import {SupportError} from '../../../src/contract/errors.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {apiBaseUrl, authFor, createRestBackend, credentialsFor, disableRetryDelay} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

let calls = 0;
const injected = (): void => void calls++;
const hooks = {
  init: [injected],
  beforeRequest: [injected],
  beforeRetry: [injected],
  beforeError: [injected],
  afterResponse: [injected],
};

/**
 * Options of ky, its retries and hooks, of `Request` and of our own requests, each with a value that would change a
 * request.
 */
const values: Readonly<Record<string, unknown>> = {
  json: {injected: 'yes'},
  parseJson: injected,
  stringifyJson: injected,
  searchParams: {injected: 'yes'},
  prefixUrl: 'https://evil.example/',
  prefix: 'https://evil.example/',
  baseUrl: 'https://evil.example/',
  retry: {limit: 9, methods: ['post'], statusCodes: [200], delay: injected, jitter: injected, shouldRetry: injected},
  timeout: 1,
  totalTimeout: 1,
  throwHttpErrors: true,
  onDownloadProgress: injected,
  onUploadProgress: injected,
  fetch: injected,
  context: {injected: 'yes'},
  limit: 9,
  methods: ['post'],
  statusCodes: [200],
  afterStatusCodes: [503],
  maxRetryAfter: 1,
  backoffLimit: 100_000,
  delay: injected,
  jitter: injected,
  retryOnTimeout: true,
  shouldRetry: injected,
  hooks,
  ...hooks,
  method: 'DELETE',
  headers: {'X-Injected': 'yes', Authorization: 'Bearer injected'},
  body: 'injected',
  mode: 'no-cors',
  credentials: 'include',
  cache: 'force-cache',
  redirect: 'follow',
  referrer: '/injected',
  referrerPolicy: 'unsafe-url',
  integrity: 'sha256-injected',
  keepalive: true,
  signal: AbortSignal.abort(),
  window: null,
  duplex: 'half',
  priority: 'low',
  accept: 'text/injected',
  query: {injected: 'yes'},
  idempotencyKey: 'injected',
  etag: '"injected"',
};

/** The names that this browser reads from the options of a `Request`. It may know more than those in this file. */
function namesReadByRequest(): readonly string[] {
  const names: string[] = [];
  const get = (_: object, name: string): undefined => void names.push(name);
  new Request(apiBaseUrl, new Proxy({}, {get}) as RequestInit);
  return names;
}

const names = [...new Set([...Object.keys(values), ...namesReadByRequest()])];

/** How a page can define a property on `Object.prototype`. */
const definitions: Readonly<Record<string, (value: unknown) => PropertyDescriptor>> = {
  'a value': value => ({value, writable: true}),
  'a number': () => ({value: 5, writable: true}),
  'a function': () => ({value: injected, writable: true}),
  'a getter and a setter': value => ({get: () => value, set: () => {}}),
  'a read-only getter': value => ({get: () => value}),
  'a read-only value': value => ({value}),
};

/**
 * Names that a library assigns on plain objects: ky its own, zod those of a ticket's fields. If such a name is
 * read-only, they throw. So does `addEventListener` with options, which ky uses between two attempts, if it finds a
 * `signal` that is not an `AbortSignal`.
 */
const isFatal = (name: string, definition: string): boolean =>
  (['json', 'headers', 'hooks', 'retry', 'priority'].includes(name) && definition.includes('read-only')) ||
  (name === 'signal' && ['a number', 'a function'].includes(definition));

/** Pollutes `Object.prototype` while the action runs only, because the test runner uses the same page. */
async function polluted(properties: PropertyDescriptorMap, action: () => Promise<unknown>): Promise<void> {
  for (const [name, property] of Object.entries(properties)) {
    Object.defineProperty(Object.prototype, name, {...property, configurable: true});
  }
  try {
    await action();
  } finally {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  }
}

/** Everything that a server or a browser can observe of a request. */
async function described(request: Request): Promise<object> {
  const {url, method, mode, credentials, cache, redirect, referrer, referrerPolicy, integrity, keepalive} = request;
  const {aborted} = request.signal;
  const seen = {
    url,
    method,
    mode,
    credentials,
    cache,
    redirect,
    referrer,
    referrerPolicy,
    integrity,
    keepalive,
    aborted,
  };
  return {...seen, headers: [...request.headers], body: await request.text()};
}

const noHooks = {beforeRequest: () => undefined, onSuccess: () => {}, onFailure: () => {}};
const backendOf = (fetch: typeof globalThis.fetch) => new GuardedBackend(createRestBackend(fetch), noHooks);

type Pollute = (action: () => Promise<unknown>) => Promise<void>;

/**
 * The requests of a read that fails once, the same read again, two writes that fail, one that succeeds, and a stream.
 */
async function requestsOf(pollute: Pollute, when: 'before' | 'after'): Promise<readonly object[]> {
  const down = jsonResponse({}, {status: 503});
  const refused = jsonResponse({}, {status: 403});
  const tagged = jsonResponse(ticketDetailJson(), {headers: {ETag: '"1"'}});
  const noContent = new Response(null, {status: 204});
  const stream = new Response('', {headers: {'Content-Type': 'text/event-stream'}});
  const answers = [jsonResponse(ticketDetailJson()), down, tagged, tagged, down, refused, noContent, stream];
  const {fetch, requests} = recordingFetch(...answers);
  let backend = backendOf(fetch);
  await backend.getTicket('t0', options);
  const outcomes: PromiseSettledResult<unknown>[] = [];
  const record = async (sent: Promise<unknown>) => outcomes.push(...(await Promise.allSettled([sent])));
  await pollute(async () => {
    if (when === 'before') backend = backendOf(fetch);
    await record(backend.getTicket('t1', options));
    await record(backend.getTicket('t1', options));
    await record(backend.addReply('t1', {message: 'Hello'}, options));
    await record(backend.addReply('t2', {message: 'Hello'}, options));
    await record(backend.markRead('t1', 'r1', options));
    await record(backend.listen(() => {}, options));
  });
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).to.be.instanceOf(SupportError);
  }
  return Promise.all(requests.slice(1).map(described));
}

describe('a request of a page with a polluted Object.prototype', () => {
  disableRetryDelay();

  let expected: readonly object[];

  before(async () => {
    expected = await requestsOf(async act => void (await act()), 'after');
    expect(expected.map(request => (request as Request).method)).to.eql([
      'GET',
      'GET',
      'GET',
      'POST',
      'POST',
      'PUT',
      'GET',
    ]);
  });

  beforeEach(() => {
    calls = 0;
  });

  for (const name of names) {
    for (const [definition, define] of Object.entries(definitions)) {
      const mayFail = isFatal(name, definition);
      it(`${mayFail ? 'stays the same or is not sent' : 'stays the same'} if ${name} is ${definition}`, async () => {
        for (const when of ['before', 'after'] as const) {
          const pollute: Pollute = act => polluted({[name]: define(values[name] ?? true)}, act);
          const sent = await requestsOf(pollute, when);
          if (mayFail) expect(expected).to.deep.include.members([...sent]);
          else expect(sent, `polluted ${when} the client was created`).to.eql(expected);
          expect(calls, 'calls of an injected function').to.equal(0);
        }
      });
    }
  }

  it('stays the same if all of them are values at once', async () => {
    const all = Object.fromEntries(names.map(name => [name, {value: values[name] ?? true, writable: true}]));
    expect(await requestsOf(act => polluted(all, act), 'before')).to.eql(expected);
    expect(calls).to.equal(0);
  });
});

describe('a request of a custom backend on a page with a polluted Object.prototype', () => {
  disableRetryDelay();

  /** A read, and a write. */
  async function sent(pollute: Pollute): Promise<readonly object[]> {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const auth = authFor(credentialsFor('token-1'));
    const transport = createTransport(new Http(apiBaseUrl, auth, {fetch}), apiBaseUrl);
    const {signal} = options;
    // The client has sent its first request.
    await transport.request('first', {signal});
    await pollute(async () => {
      await transport.request('tickets', {signal});
      await transport.request('tickets', {method: 'POST', body: {message: 'Hello'}, signal});
    });
    return Promise.all(requests.map(described));
  }

  for (const name of [...names, 'authorize', 'isForeign']) {
    it(`does not change if the page has set ${name}`, async () => {
      const expected = await sent(async act => void (await act()));
      const value = values[name] ?? injected;
      expect(await sent(act => polluted({[name]: {value, writable: true}}, act))).to.eql(expected);
    });
  }
});
