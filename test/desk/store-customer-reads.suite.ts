import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Position} from '../../demo/desk/store/rows.js';
import {at, load, replyRow, ticketRow} from './fixtures.js';
import type {OpenStore} from './store.suite.js';

export function customerReadsSuite(name: string, open: OpenStore) {
  describe(`${name}: customer reads`, () => {
    test('list the own tickets newest first, page by page, each once', async () => {
      const store = await open();
      // Five tickets have the same time, so that only the id separates the pages.
      const rows = Array.from({length: 12}, (_, i) =>
        ticketRow({id: `t${String(i).padStart(2, '0')}`, createdAt: at(i < 5 ? 0 : i)}),
      );
      await load(store, [...rows].reverse());
      const seen: string[] = [];
      let before: Position | undefined;
      for (;;) {
        const page = await store.customerTickets({subscriberId: 'lena', limit: 3, before});
        seen.push(...page.map(ticket => ticket.id));
        const last = page.at(-1);
        if (!last) break;
        before = {at: last.createdAt, id: last.id};
      }
      assert.deepEqual(seen, rows.map(row => row.id).reverse());
    });

    test('exclude tickets of another customer from list, count, changes and single reads', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'mine'}), ticketRow({id: 'theirs', subscriberId: 'omar'})],
        [replyRow({ticketId: 'theirs'})],
      );
      assert.deepEqual(
        (await store.customerTickets({subscriberId: 'lena', limit: 9})).map(row => row.id),
        ['mine'],
      );
      assert.equal(await store.countCustomerTickets({subscriberId: 'lena'}), 1);
      assert.equal(await store.customerTicket('lena', 'theirs'), undefined);
      assert.deepEqual(await store.changes('lena', -1), {
        version: 0,
        unread: 0,
        tickets: [await store.customerTicket('lena', 'mine')],
      });
    });

    test('filter and count by status, including unknown statuses', async () => {
      const store = await open();
      await load(store, [
        ticketRow({id: 'a', status: 'closed'}),
        ticketRow({id: 'b', status: 'engineer_booked', createdAt: at(1)}),
        ticketRow({id: 'c', status: 'open', createdAt: at(2)}),
      ]);
      const statuses = ['engineer_booked', 'closed'];
      const found = await store.customerTickets({subscriberId: 'lena', limit: 9, statuses});
      assert.deepEqual(
        found.map(row => row.id),
        ['b', 'a'],
      );
      assert.equal(await store.countCustomerTickets({subscriberId: 'lena', statuses}), 2);
    });

    test('search number and subject, match % and _ literally, and ignore case, also of accented letters', async () => {
      const store = await open();
      await load(store, [
        ticketRow({id: 'a', subject: '100% Wi_Fi in the CAFÉ'}),
        ticketRow({id: 'b', subject: '100 of something', status: 'closed', description: 'A café'}),
        ticketRow({id: 'c', subject: '100% Wi_Fi', subscriberId: 'omar'}),
      ]);
      const found = async (search: string, statuses?: string[]) => {
        const rows = await store.customerTickets({subscriberId: 'lena', limit: 9, search, statuses});
        assert.equal(await store.countCustomerTickets({subscriberId: 'lena', search, statuses}), rows.length);
        return rows.map(row => row.id);
      };
      assert.deepEqual(await found('0% wi_fi'), ['a']);
      assert.deepEqual(await found('%'), ['a']);
      assert.deepEqual(await found('_'), ['a']);
      assert.deepEqual(await found('café'), ['a']);
      assert.deepEqual(await found('tkt-2026-b'), ['b']);
      assert.deepEqual(await found('100'), ['b', 'a']);
      assert.deepEqual(await found('100', ['closed']), ['b']);
      assert.deepEqual(await found('\\'), []);
      assert.deepEqual(await found('lena'), []);
    });

    test('contain the last author and time, and the numbers of replies and unread replies', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one', readThrough: at(2)}), ticketRow({id: 'quiet', category: null, priority: null})],
        [
          replyRow({createdAt: at(2)}),
          replyRow({createdAt: at(3)}),
          replyRow({createdAt: at(4), authorKind: 'system', authorName: null}),
          replyRow({createdAt: at(5), authorKind: 'customer', authorName: null}),
        ],
      );
      const one = await store.customerTicket('lena', 'one');
      assert.equal(one?.replyCount, 4);
      assert.equal(one.unreadCount, 1);
      assert.equal(one.lastReplyAt, at(5));
      assert.equal(one.lastReplyBy, 'customer');
      assert.equal(one.updatedAt, at(5));
      const quiet = await store.customerTicket('lena', 'quiet');
      assert.equal(quiet?.replyCount, 0);
      assert.equal(quiet.lastReplyAt, null);
      assert.equal(quiet.lastReplyBy, null);
      assert.equal(quiet.updatedAt, at(0));
      assert.equal(quiet.priority, null);
      assert.equal(quiet.category, null);
    });

    test('count a system message as a reply of the operator', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'one'})], [replyRow({authorKind: 'system', authorName: null})]);
      const ticket = await store.customerTicket('lena', 'one');
      assert.equal(ticket?.lastReplyBy, 'operator');
      assert.equal(ticket.unreadCount, 0);
    });

    test('contain a new time of update after a change of the status', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one', status: 'closed', statusChangedAt: at(9)})],
        [replyRow({createdAt: at(4)})],
      );
      assert.equal((await store.customerTicket('lena', 'one'))?.updatedAt, at(9));
    });

    test('page a thread from its end, oldest first within a page', async () => {
      const store = await open();
      const replies = Array.from({length: 7}, (_, i) => replyRow({id: `r${i}`, createdAt: at(i)}));
      await load(store, [ticketRow({id: 'one'})], [...replies].reverse());
      const newest = await store.publicReplies('one', {limit: 3});
      assert.deepEqual(
        newest.map(row => row.id),
        ['r4', 'r5', 'r6'],
      );
      const earlier = await store.publicReplies('one', {limit: 9, before: {at: at(4), id: 'r4'}});
      assert.deepEqual(
        earlier.map(row => row.id),
        ['r0', 'r1', 'r2', 'r3'],
      );
      assert.deepEqual(await store.publicReplies('one', {limit: 3, before: {at: at(0), id: 'r0'}}), []);
    });

    test('contain at most a hundred changed tickets, and count all unread replies', async () => {
      const store = await open();
      const rows = Array.from({length: 130}, (_, i) => ticketRow({id: `t${i}`, createdAt: at(i)}));
      await load(
        store,
        rows,
        rows.map(row => replyRow({ticketId: row.id, createdAt: at(200)})),
      );
      const {unread, tickets} = await store.changes('lena', null);
      assert.equal(unread, 130);
      assert.equal(tickets.length, 100);
    });
  });
}
