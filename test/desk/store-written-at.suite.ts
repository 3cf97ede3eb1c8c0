import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {at, load, replyRow, ticketRow} from './fixtures.js';
import type {OpenStore} from './store.suite.js';

export function writtenAtSuite(name: string, open: OpenStore) {
  describe(`${name}: the time of writing`, () => {
    const texts = async () => {
      const store = await open();
      await load(
        store,
        [ticketRow({id: 'one', createdAt: at(5), writtenAt: at(1)}), ticketRow({id: 'two', createdAt: at(6)})],
        [replyRow({id: 'late', createdAt: at(9), writtenAt: at(2)}), replyRow({id: 'prompt', createdAt: at(7)})],
      );
      return store;
    };

    test('is returned to staff for a ticket and a reply', async () => {
      const store = await texts();
      assert.equal((await store.staffTicket('one'))?.writtenAt, at(1));
      assert.deepEqual(
        (await store.staffTickets({limit: 9})).map(row => [row.id, row.writtenAt]),
        [
          ['two', null],
          ['one', at(1)],
        ],
      );
      assert.deepEqual(
        (await store.allReplies('one')).map(row => [row.id, row.writtenAt]),
        [
          ['prompt', null],
          ['late', at(2)],
        ],
      );
    });

    test('is stored for single writes as for loaded rows', async () => {
      const store = await texts();
      await store.write(async writes => {
        await writes.insertTicket(ticketRow({id: 'three', createdAt: at(20), writtenAt: at(3)}));
        await writes.insertReply(replyRow({ticketId: 'three', createdAt: at(21), writtenAt: at(4)}));
      });
      assert.equal((await store.staffTicket('three'))?.writtenAt, at(3));
      assert.equal((await store.allReplies('three'))[0]?.writtenAt, at(4));
    });

    test('is not in any customer read, and does not affect the order', async () => {
      const store = await texts();
      const tickets = await store.customerTickets({subscriberId: 'lena', limit: 9});
      assert.deepEqual(
        tickets.map(row => row.id),
        ['two', 'one'],
      );
      const thread = await store.publicReplies('one', {limit: 9});
      assert.deepEqual(
        thread.map(row => row.id),
        ['prompt', 'late'],
      );
      const reply = await store.publicReply('one', 'late');
      const ticket = await store.customerTicket('lena', 'one');
      const {tickets: changed} = await store.changes('lena', -1);
      for (const row of [...tickets, ...thread, ...changed, reply, ticket]) assert.ok(row && !('writtenAt' in row));
      assert.equal(ticket?.updatedAt, at(9));
    });
  });
}
