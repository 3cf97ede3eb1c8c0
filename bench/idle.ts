/*
 * `npm run idle`: the requests and the bytes of one open page in an hour in which nothing changes, after the first
 * minute, by an event stream and by polling, at the desk of the demo. A customer who looks moves the pointer now and
 * then. Runs the client of this checkout, or of another (`npm run idle -- ../before`), with a fake clock.
 */
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {useFakeTimers} from 'sinon';

import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../demo/desk/browser.js';
import {demoConfig} from '../demo/desk/config.js';
import type * as CreateSession from '../src/state/create-session.js';
import type {PageLifecycle} from '../src/state/page-lifecycle.js';
import {mailboxOf} from '../src/state/create-mailbox.js';
import type {Session} from '../src/state/session.js';
import {table} from './table.js';

const checkout = resolve(process.argv[2] ?? '.');
const module = pathToFileURL(`${checkout}/src/state/create-session.ts`).href;
const {createSession} = (await import(module)) as typeof CreateSession;

const second = 1000;
const hour = 3600;

type View = 'list' | 'thread' | 'banner';

/** What `<isp-support>` shows, and the pages of a portal that only has the banner. */
const pages: Readonly<Record<string, readonly View[]>> = {
  'the list': ['list', 'banner'],
  'a ticket': ['thread', 'banner'],
  'the list beside a ticket': ['list', 'thread', 'banner'],
  'the banner alone': ['banner'],
};

const {realtime, ...features} = demoConfig.features;
const servers: Readonly<Record<string, Partial<typeof demoConfig>>> = {
  stream: {features: {...features, realtime}},
  polling: {features: {...features, realtime: false}},
};

/** What Chromium adds to a request of a page on the same origin, in bytes. */
const browserHeaders = Object.entries({
  Host: 'portal.example',
  Connection: 'keep-alive',
  'sec-ch-ua-platform': '"Android"',
  'User-Agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'sec-ch-ua': '"Chromium";v="140", "Not=A?Brand";v="24", "Google Chrome";v="140"',
  'sec-ch-ua-mobile': '?1',
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  Referer: 'https://portal.example/support',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en;q=0.9',
});

/** The size of a head in HTTP/1.1. */
const headSize = (line: string, headers: Iterable<readonly [string, string]>): number =>
  [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, line.length + 4);

interface Traffic {
  requests: number;
  up: number;
  down: number;
}

/** A fetch that counts, and the number of requests that have not been answered. */
function countingFetch(desk: BrowserDesk) {
  const traffic: Traffic = {requests: 0, up: 0, down: 0};
  const state = {traffic, pending: 0};
  const counter = (): TransformStream<Uint8Array, Uint8Array> =>
    new TransformStream({
      transform(chunk, controller) {
        traffic.down += chunk.length;
        controller.enqueue(chunk);
      },
    });
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const request = input as Request;
    const {pathname, search} = new URL(request.url);
    traffic.requests++;
    traffic.up += headSize(`${request.method} ${pathname}${search} HTTP/1.1`, [...request.headers, ...browserHeaders]);
    state.pending++;
    try {
      const {status, statusText, headers, body} = await desk.fetch(request);
      traffic.down += headSize(`HTTP/1.1 ${status} ${statusText}`, headers);
      return new Response(body?.pipeThrough(counter()), {status, statusText, headers});
    } finally {
      state.pending--;
    }
  };
  return {fetch, state};
}

/** Called when the customer moves the pointer. */
const onMove = new Set<() => void>();

const page: PageLifecycle = {
  baseUrl: 'https://portal.example/support',
  secureOrigin: undefined,
  isHidden: false,
  isOnline: true,
  subscribe(events, listener) {
    if (events.includes('pointermove')) onMove.add(listener);
    return () => onMove.delete(listener);
  },
};

function show(session: Session, views: readonly View[]): void {
  const resources = {
    list: mailboxOf(session).tickets,
    thread: mailboxOf(session).thread(seededTicketId('evening-slowdown')),
    banner: session.unread,
  };
  for (const view of views) {
    void resources[view].load();
    resources[view].watch();
  }
}

let origins = 0;

async function measure(
  config: Partial<typeof demoConfig>,
  views: readonly View[],
  isLooking: boolean,
): Promise<Traffic> {
  const clock = useFakeTimers({
    now: Date.parse('2026-05-04T09:00:00.000Z'),
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const desk = createBrowserDesk({config});
  const {fetch, state} = countingFetch(desk);
  const apiBase = `https://portal-${origins++}.example/api`;
  const options = {apiBase, fetch, backend: undefined, persistence: 'none', storage: undefined} as const;
  const session = createSession(options, await desk.tokenFor(undefined, 3 * hour), page);
  const elapse = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed++) {
      if (isLooking && passed % 300 === 0) for (const listener of onMove) listener();
      await clock.tickAsync(second);
      // The desk signs and hashes in real time.
      while (state.pending > 0) await new Promise(setImmediate);
    }
  };
  show(session, views);
  await elapse(60);
  const before = {...state.traffic};
  await elapse(hour);
  const {requests, up, down} = state.traffic;
  session.dispose();
  onMove.clear();
  clock.restore();
  return {requests: requests - before.requests, up: up - before.up, down: down - before.down};
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

console.log(`One open page in an hour in which nothing changes (${checkout}):\n`);
const rows: (string | number)[][] = [];
for (const [shown, views] of Object.entries(pages)) {
  for (const [way, config] of Object.entries(servers)) {
    for (const customer of ['looks', 'is away']) {
      const {requests, up, down} = await measure(config, views, customer === 'looks');
      rows.push([shown, way, customer, requests, kilobytes(up), kilobytes(down)]);
    }
  }
}
console.log(table(['page', 'by', 'the customer', 'requests', 'kB up', 'kB down'], rows));
process.exit();
