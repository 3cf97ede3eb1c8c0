/*
 * `npm run desk-load`: how many customers one core of the desk serves who have the list and the banner open. It runs on
 * PGlite and, if DATABASE_URL is set, on that PostgreSQL server, in a schema of its own. One process asks without pause
 * what such a page asks once a minute. Customers have 14 tickets.
 */
import {performance} from 'node:perf_hooks';

import {createDesk} from '../demo/desk/desk.js';
import {harbourView, lena} from '../demo/desk/seed/people.js';
import {seedWhenEmpty} from '../demo/desk/seed/seed.js';
import {openPGlite} from '../demo/desk/store/pglite.js';
import {openSqlStore} from '../demo/desk/store/sql-store.js';
import type {Subscriber} from '../demo/desk/store/rows.js';
import type {DeskStore} from '../demo/desk/store/store.js';
import {openTestPostgres, postgresUrl} from '../test/desk/test-postgres.js';
import {table} from './table.js';

const seconds = Number(process.argv[2] ?? 5);
const pollsPerMinute = 1;
const paths = ['/api/customer/tickets', '/api/customer/ticket-updates'];

/** How many pages can be kept up to date: each asks for all paths in a poll. */
async function measure(store: DeskStore, subscriber: Subscriber, isChanged: boolean): Promise<number> {
  const {fetch, context} = createDesk({store});
  const token = await context.tokens.issue('customer', subscriber, 3600);
  const etags = new Map<string, string>();
  const ask = async (path: string): Promise<void> => {
    const known = isChanged ? undefined : etags.get(path);
    const headers = {Authorization: `Bearer ${token}`, ...(known && {'If-None-Match': known})};
    const response = await fetch(new Request(`http://desk.example${path}`, {headers}));
    await response.text();
    if (response.status !== 200 && response.status !== 304) throw new Error(`${path}: ${response.status}`);
    etags.set(path, response.headers.get('ETag') ?? '');
  };
  const poll = (): Promise<unknown> => Promise.all(paths.map(ask));
  await poll();
  let polls = 0;
  const begin = performance.now();
  // On PostgreSQL, several polls are on their way, so that this process is what is measured.
  const lanes = Array.from({length: 8}, async () => {
    while (performance.now() - begin < seconds * 1000) {
      await poll();
      polls++;
    }
  });
  await Promise.all(lanes);
  return Math.floor((polls / (performance.now() - begin)) * 60_000) / pollsPerMinute;
}

const stores: [string, () => Promise<DeskStore>][] = [['PGlite', async () => openSqlStore(await openPGlite())]];
const url = postgresUrl;
if (url) stores.push(['PostgreSQL', () => openTestPostgres(url)]);
else console.log('PostgreSQL was not measured: DATABASE_URL is not set.');

const rows: (string | number)[][] = [];
for (const [kind, open] of stores) {
  const store = await open();
  await seedWhenEmpty(store, 'full', new Date());
  const begin = performance.now();
  for (let list = 0; list < 20; list++) await store.customerTickets({subscriberId: harbourView.id, limit: 20});
  const lists = Math.round(performance.now() - begin);
  const figures = [await measure(store, lena, false), await measure(store, lena, true)];
  rows.push([kind, lists, ...figures.map(Math.round)]);
  await store.close();
}
console.log(table(['store', '20 lists of 2,000 tickets, ms', 'customers, 304', 'customers, 200'], rows));
process.exit();
