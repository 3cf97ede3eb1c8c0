/*
 * `npm run outage`: the requests that customers make while the server answers everything with 503. Runs the client of
 * this checkout, or of another (`npm run outage -- ../before`), with a fake clock.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {useFakeTimers, type SinonFakeTimers} from 'sinon';

import type * as CreateMailbox from '../src/state/create-mailbox.js';
import type * as CreateSession from '../src/state/create-session.js';
import type {PageLifecycle} from '../src/state/page-lifecycle.js';
import type {Session} from '../src/state/session.js';

const checkout = resolve(process.argv[2] ?? '.');
const importOf = (module: string): Promise<unknown> => import(pathToFileURL(`${checkout}/src/state/${module}`).href);
const {createSession} = (await importOf('create-session.ts')) as typeof CreateSession;
const {mailboxOf} = (await importOf('create-mailbox.ts').catch(() => {
  // Until 0.1, the session had everything itself.
  return {mailboxOf: (session: unknown) => session};
})) as typeof CreateMailbox;

const customers = 10_000;
/** Each stands for an equal share of the customers. */
const simulated = 20;
const second = 1000;
const outage = 600 * second;
const latency = 100;

interface Scenario {
  readonly name: string;
  readonly hasThread: boolean;
  /** The tickets of the replies that the customer sends when the outage begins. */
  readonly replies: readonly string[];
}

const repeat = (count: number, ticketOf: (index: number) => string): string[] =>
  Array.from({length: count}, (_, index) => ticketOf(index));

const scenarios: readonly Scenario[] = [
  {name: 'the list and the banner', hasThread: false, replies: []},
  {name: 'the list, the banner and a thread', hasThread: true, replies: []},
  {name: 'the same, 2 waiting replies', hasThread: true, replies: repeat(2, () => 't1')},
  {name: 'the same, 100 waiting replies to one ticket', hasThread: true, replies: repeat(100, () => 't1')},
  {
    name: 'the same, 100 waiting replies to 20 tickets',
    hasThread: true,
    replies: repeat(100, index => `t${index % 20}`),
  },
];

const at = '2026-05-01T09:00:00.000Z';
const ticket = {id: 't1', ticket_number: 'TKT-1', subject: 'Slow', status: 'open', created_at: at, updated_at: at};
const detail = {...ticket, description: 'Since noon.', can_reply: true, replies: [], replies_earlier_cursor: null};
const config = {
  ...{categories: [], priorities: [], default_category: 'general', default_priority: 'normal'},
  features: {idempotent_writes: true},
};

/** The response of a server that works. It has no event stream. */
function respond(pathname: string): Response {
  if (pathname.endsWith('/ticket-config')) return Response.json(config);
  if (pathname.endsWith('/tickets')) return Response.json({data: [ticket], next_cursor: null});
  if (pathname.endsWith('/ticket-updates')) return Response.json({unread: 0, tickets: [], poll_after: null});
  return /\/tickets\/\w+$/.test(pathname) ? Response.json(detail) : new Response(null, {status: 404});
}

/** The same numbers in every run (https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A request that a customer makes, in milliseconds from the beginning of the outage. */
interface SentRequest {
  readonly at: number;
  readonly method: string;
}

const page: PageLifecycle = {
  baseUrl: 'https://portal.example/',
  secureOrigin: undefined,
  isHidden: false,
  isOnline: true,
  subscribe: () => () => {},
};

/** What an open page loads and keeps up to date. */
function open(session: Session, {hasThread}: Scenario): void {
  void session.config.load();
  const mailbox = mailboxOf(session);
  const resources = [mailbox.tickets, session.unread, ...(hasThread ? [mailbox.thread('t1')] : [])];
  for (const resource of resources) {
    void resource.load();
    resource.watch();
  }
}

let servers = 0;

async function simulate(scenario: Scenario, clock: SinonFakeTimers): Promise<readonly SentRequest[]> {
  let startedAt = Infinity;
  const requests: SentRequest[] = [];
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const {url, method} = input as Request;
    const isDown = clock.now >= startedAt;
    if (isDown) requests.push({at: clock.now - startedAt, method});
    await new Promise(done => setTimeout(done, latency));
    return isDown ? new Response(null, {status: 503}) : respond(new URL(url).pathname);
  };
  const apiBase = `https://isp-${servers++}.example/api`;
  const options = {apiBase, fetch, backend: undefined, persistence: 'none', storage: undefined} as const;
  const session = createSession(options, 'token', page);
  open(session, scenario);
  // The customers have not all opened the page at once.
  await clock.tickAsync(second * (1 + 60 * Math.random()));
  startedAt = clock.now;
  for (const ticketId of scenario.replies) mailboxOf(session).reply(ticketId, 'Still slow.');
  await clock.tickAsync(outage);
  session.dispose();
  return requests;
}

const share = customers / simulated;
const figure = (count: number): string => Math.round(count).toLocaleString('en');

console.log(
  `Requests of ${figure(customers)} customers in ten minutes of 503, by what their pages show (${checkout}):\n`,
);
console.log('| page | requests | of these POST | per second | per second in the first minute |');
console.log('| --- | --- | --- | --- | --- |');
for (const scenario of scenarios) {
  const clock = useFakeTimers({
    now: Date.parse(at),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const {random} = Math;
  Math.random = randomOf(1);
  const requests: SentRequest[] = [];
  for (let index = 0; index < simulated; index++) requests.push(...(await simulate(scenario, clock)));
  clock.restore();
  Math.random = random;
  const posts = requests.filter(({method}) => method === 'POST');
  const firstMinute = requests.filter(({at: sentAt}) => sentAt < 60 * second);
  const figures = [
    requests.length * share,
    posts.length * share,
    (requests.length * share) / 600,
    (firstMinute.length * share) / 60,
  ];
  console.log(`| ${[scenario.name, ...figures.map(figure)].join(' | ')} |`);
}
process.exit();
