import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {at, load, noteRow, replyRow, ticketRow} from './fixtures.js';
import type {Position} from '../../demo/desk/store/rows.js';
import type {OpenStore} from './store.suite.js';

export function staffReadsSuite(name: string, open: OpenStore) {
  describe(`${name}: staff reads`, () => {
    test('list the tickets of all customers by newest activity, including notes', async () => {
      const store = await open();
      await load(
        store,
        [
          ticketRow({id: 'old', touchedAt: at(50)}),
          ticketRow({id: 'new', createdAt: at(20)}),
          ticketRow({id: 'theirs', subscriberId: 'omar', createdAt: at(30)}),
        ],
        [noteRow({ticketId: 'old', createdAt: at(50)}), replyRow({ticketId: 'old', createdAt: at(2)})],
      );
      const [first, ...rest] = await store.staffTickets({limit: 9});
      assert.deepEqual(
        rest.map(row => row.id),
        ['theirs', 'new'],
      );
      assert.equal(first?.id, 'old');
      assert.equal(first.noteCount, 1);
      assert.equal(first.replyCount, 1);
      assert.equal(first.username, 'lena.moreau');
      assert.equal(first.customerName, 'Léna Moreau');
    });

    test('continue after the previous page', async () => {
      const store = await open();
      await load(
        store,
        ['a', 'b', 'c', 'd'].map(id => ticketRow({id})),
      );
      const page = await store.staffTickets({limit: 2});
      const last = page[1];
      assert.ok(last);
      const next = await store.staffTickets({limit: 2, before: {at: last.touchedAt, id: last.id}});
      assert.deepEqual(
        [...page, ...next].map(row => row.id),
        ['d', 'c', 'b', 'a'],
      );
    });

    test('search number, subject and customer, match % and _ literally, and ignore case', async () => {
      const store = await open();
      await load(store, [
        ticketRow({id: 'a', subject: '100% Wi_Fi'}),
        ticketRow({id: 'b', subject: '100 of something', subscriberId: 'omar'}),
      ]);
      const found = async (search: string) => (await store.staffTickets({limit: 9, search})).map(row => row.id);
      assert.deepEqual(await found('0% wi_fi'), ['a']);
      assert.deepEqual(await found('%'), ['a']);
      assert.deepEqual(await found('_'), ['a']);
      assert.deepEqual(await found('OMAR'), ['b']);
      assert.deepEqual(await found('tkt-2026-b'), ['b']);
      assert.deepEqual(await found('\\'), []);
      assert.deepEqual(await found(''), ['b', 'a']);
    });

    test('filter by status', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'a', status: 'closed'}), ticketRow({id: 'b'})]);
      assert.deepEqual(
        (await store.staffTickets({limit: 9, status: 'closed'})).map(row => row.id),
        ['a'],
      );
    });

    test('list waiting tickets by their wait, longest first, also after a previous page, and count them', async () => {
      const store = await open();
      await load(store, [
        ticketRow({id: 'b', waitingSince: at(3)}),
        ticketRow({id: 'answered', createdAt: at(9)}),
        ticketRow({id: 'a', waitingSince: at(3)}),
        ticketRow({id: 'theirs', subscriberId: 'omar', waitingSince: at(1)}),
      ]);
      const ids = async (after?: Position) => (await store.waitingTickets({limit: 2, after})).map(row => row.id);
      assert.deepEqual(await ids(), ['theirs', 'a']);
      assert.deepEqual(await ids({at: at(3), id: 'a'}), ['b']);
      assert.equal(await store.countWaitingTickets(), 3);
      await store.write(writes => writes.updateTicket('a', {waitingSince: null}));
      assert.deepEqual(await ids(), ['theirs', 'b']);
      assert.equal(await store.countWaitingTickets(), 2);
      assert.equal((await store.staffTicket('b'))?.waitingSince, at(3));
    });

    test('contain the author of the last public reply', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one'}), ticketRow({id: 'two'})],
        [
          replyRow({authorKind: 'customer', authorName: null, createdAt: at(1)}),
          replyRow({authorKind: 'system', authorName: null, createdAt: at(2)}),
          noteRow({createdAt: at(3)}),
        ],
      );
      const author = async (id: string) => {
        const row = await store.staffTicket(id);
        return [row?.lastAuthorKind, row?.lastAuthorName];
      };
      assert.deepEqual(await author('one'), ['system', null]);
      assert.deepEqual(await author('two'), [null, null]);
      await store.write(writes => writes.insertReply(replyRow({createdAt: at(9)})));
      assert.deepEqual(await author('one'), ['operator', 'Anna (Support)']);
    });

    test('contain a thread with its notes, oldest first', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one'})],
        [
          replyRow({id: 'second', createdAt: at(2)}),
          noteRow({id: 'third', createdAt: at(3)}),
          replyRow({id: 'first', createdAt: at(1)}),
        ],
      );
      const thread = await store.allReplies('one');
      assert.deepEqual(
        thread.map(row => [row.id, row.isInternal]),
        [
          ['first', false],
          ['second', false],
          ['third', true],
        ],
      );
      assert.equal(await store.staffTicket('nowhere'), undefined);
    });
  });
}
