import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {harbourView, lena} from '../../demo/desk/seed/people.js';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {seedRows, seedWhenEmpty} from '../../demo/desk/seed/seed.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskStore} from '../../demo/desk/store/store.js';
import {fixedNow} from './api-client.js';

const full = seedRows('full', fixedNow());
const small = seedRows('small', fixedNow());
const repliesOf = (slug: string) => full.replies.filter(reply => reply.ticketId === seededTicketId(slug));

describe('the seed', () => {
  test('is the same in every run', () => {
    assert.deepEqual(seedRows('full', fixedNow()), full);
  });

  test('has one subscriber with 2,000 tickets and one with few', () => {
    const owned = (id: string) => full.tickets.filter(ticket => ticket.subscriberId === id).length;
    assert.equal(owned(harbourView.id), 2000);
    assert.equal(owned(lena.id), 14);
  });

  test('has a thread of 1,000 replies, and one of 46 that is also in the small seed', () => {
    assert.equal(repliesOf('riser-saga').length, 1000);
    assert.equal(repliesOf('line-drops').length, 46);
    assert.equal(small.tickets.length, 17);
    assert.ok(small.tickets.some(ticket => ticket.id === seededTicketId('line-drops')));
  });

  test('has unique ids, numbers and times in a thread', () => {
    const twice = (values: string[]) => values.length - new Set(values).size;
    assert.equal(twice(full.tickets.map(ticket => ticket.id)), 0);
    assert.equal(twice(full.tickets.map(ticket => ticket.number)), 0);
    assert.equal(twice(full.replies.map(reply => reply.id)), 0);
    assert.equal(twice(full.replies.map(reply => `${reply.ticketId} ${reply.createdAt}`)), 0);
  });

  test('is in the past, and each thread is sorted by time', () => {
    const now = fixedNow().toISOString();
    for (const ticket of full.tickets) {
      assert.ok(ticket.createdAt < now && ticket.touchedAt < now, ticket.subject);
      assert.match(ticket.number, new RegExp(`^TKT-${ticket.createdAt.slice(0, 4)}-\\d{4}$`));
    }
    const opened = new Map(full.tickets.map(ticket => [ticket.id, ticket.createdAt]));
    for (const reply of full.replies) {
      assert.ok(reply.createdAt > (opened.get(reply.ticketId) ?? now) && reply.createdAt < now, reply.message);
    }
  });

  test('replaces all placeholders of its templates', () => {
    const texts = [
      ...full.tickets.flatMap(ticket => [ticket.subject, ticket.description]),
      ...full.replies.map(reply => reply.message),
    ];
    assert.deepEqual(
      texts.filter(text => /\{\w+\}|undefined|NaN/.test(text)),
      [],
    );
  });

  test('has every status, category, priority and kind of author, and internal notes', () => {
    const valuesOf = <T>(values: T[]) => [...new Set(values)].map(String).sort();
    assert.deepEqual(valuesOf(full.tickets.map(ticket => ticket.status)), [
      'closed',
      'engineer_booked',
      'in_progress',
      'open',
      'pending',
      'resolved',
    ]);
    assert.deepEqual(valuesOf(full.tickets.map(ticket => ticket.priority)), ['high', 'low', 'normal', 'null']);
    const categories = valuesOf(full.tickets.map(ticket => ticket.category));
    for (const category of [
      'general',
      'billing',
      'connectivity',
      'slow_speed',
      'wifi',
      'other',
      'installation',
      'null',
    ]) {
      assert.ok(categories.includes(category), category);
    }
    assert.deepEqual(valuesOf(full.replies.map(reply => reply.authorKind)), ['customer', 'operator', 'system']);
    assert.ok(full.replies.some(reply => reply.isInternal));
  });

  test('is inserted into a database once, reads the same from it as from memory, and its numbers continue', async t => {
    const memory = new MemoryStore();
    const database = await openSqlStore(await openPGlite());
    t.after(() => database.close());
    for (const store of [memory, database]) {
      assert.equal(await seedWhenEmpty(store, 'full', fixedNow()), true);
      assert.equal(await seedWhenEmpty(store, 'full', fixedNow()), false);
    }
    assert.deepEqual(await everything(database), await everything(memory));
    const last = full.numbers.find(({year}) => year === 2026)?.last ?? 0;
    assert.equal(await database.write(writes => writes.nextNumber(2026)), last + 1);
  });
});

const everything = async (store: DeskStore) => ({
  subscribers: await store.subscribers(),
  tickets: await store.customerTickets({subscriberId: harbourView.id, limit: 2000}),
  changes: await store.changes(harbourView.id, null),
  thread: await store.publicReplies(seededTicketId('riser-saga'), {limit: 1000}),
  queue: await store.staffTickets({limit: 100, search: 'flat 12'}),
});
