import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import {seedWhenEmpty} from '../../demo/desk/seed/seed.js';
import type {Database} from '../../demo/desk/store/database.js';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskReads, DeskStore} from '../../demo/desk/store/store.js';

const now = new Date('2026-05-03T12:00:00Z');
const subscribers = ['harbour.view', 'lena.moreau'];

interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Adds each query to a list, before it is made. */
const recorded = (database: Database, queries: Query[]): Database => ({
  ...database,
  query(sql, parameters = []) {
    queries.push({sql, parameters});
    return database.query(sql, parameters);
  },
});

const firstTicket = async (store: DeskReads, subscriberId: string): Promise<string> =>
  (await store.customerTickets({subscriberId, limit: 1}))[0]!.id;

/** What customers ask for. */
const reads: Record<string, (store: DeskReads, subscriberId: string) => Promise<unknown>> = {
  'the list': (store, subscriberId) => store.customerTickets({subscriberId, limit: 20}),
  'a page in the middle of the list': (store, subscriberId) =>
    store.customerTickets({subscriberId, limit: 20, before: {at: now.toISOString(), id: 'm'}}),
  'the number of tickets': (store, subscriberId) => store.countCustomerTickets({subscriberId}),
  'the tickets with a status': (store, subscriberId) =>
    store.customerTickets({subscriberId, limit: 20, statuses: ['open', 'pending']}),
  'the tickets with a text': (store, subscriberId) =>
    store.customerTickets({subscriberId, limit: 20, search: 'evening'}),
  'a ticket': async (store, subscriberId) => store.customerTicket(subscriberId, await firstTicket(store, subscriberId)),
  'its description': async (store, subscriberId) => store.description(await firstTicket(store, subscriberId)),
  'its replies': async (store, subscriberId) =>
    store.publicReplies(await firstTicket(store, subscriberId), {limit: 20}),
  'one of its replies': async (store, subscriberId) =>
    store.publicReply(await firstTicket(store, subscriberId), 'reply'),
  'the updates': (store, subscriberId) => store.changes(subscriberId, null),
  'the updates since a version': (store, subscriberId) => store.changes(subscriberId, 1),
};

describe('a query of a customer', () => {
  let database: Database;
  let store: DeskStore;
  const queries: Query[] = [];

  before(async () => {
    database = await openPGlite();
    store = await openSqlStore(recorded(database, queries));
    await seedWhenEmpty(store, 'full', now);
    // Many customers have a few tickets each: for one who has all of them, a scan would be right.
    await database.query(`insert into subscribers
      select 's' || n, 's' || n, 'Any', 'Any', 'Any', 'active', 1 from generate_series(1, 2000) n`);
    await database.query(`insert into tickets (id, number, subscriber_id, subject, description, status, accepts_replies,
        created_at, touched_at, version)
      select 't' || n, 't' || n, 's' || (n % 2000 + 1), 'Any', 'Any', 'open', true, now(), now(), 1
      from generate_series(1, 60000) n`);
    await database.query(`insert into replies (id, ticket_id, author_kind, message, is_internal, created_at)
      select 'r' || n, 't' || (n % 60000 + 1), 'customer', 'Any', false, now() from generate_series(1, 120000) n`);
    await database.query('analyze');
  });
  after(() => database.close());

  for (const username of subscribers) {
    for (const [what, read] of Object.entries(reads)) {
      test(`reads no table from end to end: ${what} of ${username}`, async () => {
        const subscriber = (await store.subscribers()).find(each => each.username === username)!;
        queries.length = 0;
        await read(store, subscriber.id);
        assert.ok(queries.length > 0);
        for (const {sql, parameters} of [...queries]) {
          const plan = (await database.query(`explain ${sql}`, parameters)).map(row => row['QUERY PLAN']).join('\n');
          assert.doesNotMatch(plan, /Seq Scan on (?:tickets|replies|subscribers)\b/, `${sql}\n${plan}`);
        }
      });
    }
  }

  test('finds statistics after the demo was seeded: otherwise the planner guesses, and lists take seconds', async () => {
    const seeded = await openPGlite();
    const fresh = await openSqlStore(seeded);
    await seedWhenEmpty(fresh, 'full', now);
    const rows = await seeded.query(
      "select relname from pg_class where relname in ('tickets', 'replies', 'subscribers') and reltuples > 0",
    );
    assert.equal(rows.length, 3);
    await seeded.close();
  });
});
