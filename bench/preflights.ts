/*
 * `npm run preflights`: what a page of another origin than the API costs the server in an hour, in Chromium, Firefox
 * and WebKitGTK. It shows the list, a ticket and the banner, and nothing changes. An hour takes a minute: polls are 60
 * times as fast, and preflights are remembered for a sixtieth of two hours. Measures the standalone file of this
 * checkout, or of another: `npm run preflights -- ../before`. Fails if a ticket is stored, or if an old one is shown.
 */
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';

import {browsers, resultInTitle, type Tab} from '../test/security/browsers.js';
import {unsignedJwt} from '../test/support/unsigned-jwt.js';
import {table} from './table.js';

const checkout = resolve(process.argv[2] ?? '.');
const scripts: Readonly<Record<string, string>> = {
  '/isp-support.js': readFileSync(`${checkout}/dist/standalone/isp-support.js`, 'utf8'),
  '/time-lapse.js': readFileSync(new URL('page/time-lapse.js', import.meta.url), 'utf8'),
};
const speed = 60;
const token = unsignedJwt({sub: 'customer'});

type Headers = Readonly<Record<string, string>>;

interface Scenario {
  /** What the server says about caches. */
  readonly says: string;
  readonly headers: Headers;
  /** Whether the page has read the list itself, when the server still allowed caches to store it. */
  readonly hasRead: boolean;
}

const unstored: Headers = {'Cache-Control': 'no-store'};
const scenarios: readonly Scenario[] = [
  {says: 'no-store', headers: unstored, hasRead: false},
  {says: 'nothing', headers: {'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT'}, hasRead: false},
  {says: 'no-store since a release', headers: unstored, hasRead: true},
];

const cors: Headers = {'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag'};
const preflight: Headers = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT',
  'Access-Control-Allow-Headers': 'Authorization, If-None-Match, Content-Type',
  'Access-Control-Max-Age': String(7200 / speed),
};

const at = '2026-05-01T09:00:00.000Z';
const defaults = {categories: [], priorities: [], default_category: 'general', default_priority: 'normal'};

function bodyOf(pathname: string, subject: string): object | undefined {
  const ticket = {
    ...{id: 't1', ticket_number: 'TKT-1', subject, status: 'open', priority: null, category: null},
    ...{created_at: at, updated_at: at, last_reply_at: null, last_reply_by: null, reply_count: 0},
  };
  const bodies: Readonly<Record<string, object>> = {
    '/customer/ticket-config': {contract: '1.1', ...defaults, poll_after: 60, features: {updates: true}},
    '/customer/ticket-updates': {unread: 0, tickets: []},
    '/customer/tickets': {data: [ticket], next_cursor: null},
    '/customer/tickets/t1': {...ticket, description: '', can_reply: true, replies: [], replies_earlier_cursor: null},
  };
  return bodies[pathname];
}

/** Adds the method of each request to the log. */
const apiOf =
  ({headers, hasRead}: Scenario, log: string[]): RequestListener =>
  ({method = '', url = '', headers: {'if-none-match': condition}}, response) => {
    const isOld = hasRead && !log.includes('GET');
    log.push(method);
    if (method === 'OPTIONS') {
      response.writeHead(204, {...cors, ...preflight}).end();
      return;
    }
    const body = bodyOf(url, isOld ? 'Before' : 'After');
    const etag = `"${isOld}"`;
    const type = {
      ...cors,
      ...(isOld ? {'Cache-Control': 'max-age=3600'} : headers),
      'Content-Type': 'application/json',
    };
    if (!body) response.writeHead(404, type).end();
    else if (condition === etag) response.writeHead(304, {...type, ETag: etag}).end();
    else response.writeHead(200, {...type, ETag: etag}).end(JSON.stringify(body));
  };

const page: RequestListener = ({url = ''}, response) => {
  const script = scripts[url];
  const type = script ? 'text/javascript' : 'text/html; charset=utf-8';
  response
    .writeHead(200, {'Content-Type': type})
    .end(
      script ?? '<!doctype html><script src="/time-lapse.js"></script><script src="/isp-support.js"></script><body>',
    );
};

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const count = (log: readonly string[], method: string): number => log.filter(each => each === method).length;

async function measure(engine: string, tab: Tab, scenario: Scenario): Promise<readonly (string | number)[]> {
  const log: string[] = [];
  const api = await listen(apiOf(scenario, log));
  const query = {api, token, speed: String(speed), hasRead: scenario.hasRead ? 'yes' : ''};
  await tab.open(`${await listen(page)}/?${new URLSearchParams(query)}`);
  const shown = await resultInTitle(tab, 'over: ', 120_000);
  const [reads, preflights] = [count(log, 'GET'), count(log, 'OPTIONS')];
  await resultInTitle(tab, 'done', 20_000);
  const stored = 3 - (count(log, 'GET') - reads);
  if (shown !== 'After' || stored > 0) process.exitCode = 1;
  return [engine, scenario.says, reads, preflights, shown ?? 'nothing', stored];
}

/** Engines run at the same time, because they mostly wait. */
async function measureAll([engine, open]: readonly [string, () => Promise<Tab>]): Promise<
  readonly (readonly (string | number)[])[]
> {
  const tab = await open();
  const rows = [];
  for (const scenario of scenarios) rows.push(await measure(engine, tab, scenario));
  await tab.close();
  return rows;
}

console.log(`Requests of one open page in an hour, from another origin than the API (${checkout}):\n`);
const rows = await Promise.all(Object.entries(browsers).map(measureAll));
console.log(table(['engine', 'the server says', 'GET', 'OPTIONS', 'shown', 'stored'], rows.flat()));
process.exit();
