import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {DeskStore} from '../../demo/desk/store/store.js';
import {at, load, noteRow, replyRow, ticketRow} from './fixtures.js';
import type {OpenStore} from './store.suite.js';

const allCustomerReads = async (store: DeskStore) => ({
  list: await store.customerTickets({subscriberId: 'lena', limit: 9}),
  total: await store.countCustomerTickets({subscriberId: 'lena'}),
  ticket: await store.customerTicket('lena', 'one'),
  thread: await store.publicReplies('one', {limit: 9}),
  changes: await store.changes('lena', -1),
  quiet: await store.changes('lena', null),
  subscriber: await store.subscriber('lena'),
});

export function internalNotesSuite(name: string, open: OpenStore) {
  describe(`${name}: internal notes`, () => {
    test('do not change any customer read', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'one'}), ticketRow({id: 'two'})], [replyRow({createdAt: at(3)})]);
      const before = await allCustomerReads(store);
      await store.write(async writes => {
        await writes.insertReply(noteRow({id: 'note', createdAt: at(30)}));
        await writes.insertReply(noteRow({ticketId: 'two', createdAt: at(31)}));
        await writes.updateTicket('one', {touchedAt: at(30)});
      });
      assert.deepEqual(await allCustomerReads(store), before);
      assert.equal(await store.publicReply('one', 'note'), undefined);
      assert.equal((await store.allReplies('one')).length, 2);
    });

    test('do not count towards the length of a page', async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one'})],
        [
          replyRow({id: 'first', createdAt: at(1)}),
          replyRow({id: 'second', createdAt: at(2)}),
          ...Array.from({length: 20}, (_, i) => noteRow({createdAt: at(3 + i)})),
        ],
      );
      assert.deepEqual(
        (await store.publicReplies('one', {limit: 2})).map(row => row.id),
        ['first', 'second'],
      );
    });

    test('cannot be the reply up to which a ticket is marked as read', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'one'})], [noteRow({id: 'note'})]);
      assert.equal(await store.publicReply('one', 'note'), undefined);
    });
  });
}
