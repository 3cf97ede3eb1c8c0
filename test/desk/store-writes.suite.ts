import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {at, load, replyRow, subscriberRow, ticketRow} from './fixtures.js';
import type {OpenStore} from './store.suite.js';

const receipt = {subscriberId: 'lena', key: '"k"', fingerprint: 'f', answer: '{"status":201}', createdAt: at(0)};

export function writesSuite(name: string, open: OpenStore) {
  describe(`${name}: writes`, () => {
    test('are rolled back when the work fails', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'one'})]);
      const before = await store.staffTickets({limit: 9});
      const work = store.write(async writes => {
        await writes.nextVersion('lena');
        await writes.nextNumber(2026);
        await writes.insertTicket(ticketRow({id: 'two'}));
        await writes.insertReply(replyRow({id: 'reply'}));
        await writes.updateTicket('one', {status: 'closed'});
        await writes.setAccountState('lena', 'deleted');
        await writes.saveReceipt(receipt);
        throw new Error('the power went');
      });
      await assert.rejects(work, /the power went/);
      assert.deepEqual(await store.staffTickets({limit: 9}), before);
      assert.deepEqual(await store.subscriber('lena'), subscriberRow());
      assert.deepEqual(await store.allReplies('one'), []);
      await store.write(async writes => {
        assert.equal(await writes.receipt('lena', '"k"'), undefined);
        assert.equal(await writes.nextNumber(2026), 1001);
      });
    });

    test('succeed after a write that failed', async () => {
      const store = await open();
      await load(store, []);
      await assert.rejects(store.write(async () => Promise.reject(new Error('no'))));
      await store.write(writes => writes.insertTicket(ticketRow({id: 'one'})));
      assert.ok(await store.customerTicket('lena', 'one'));
    });

    test('get unique numbers and versions when they run at the same time', async () => {
      const store = await open();
      await load(store, []);
      const results = await Promise.all(
        Array.from({length: 25}, () =>
          store.write(async writes => {
            const version = await writes.nextVersion('lena');
            await Promise.resolve();
            return {version, number: await writes.nextNumber(2026)};
          }),
        ),
      );
      const counted = Array.from({length: 25}, (_, i) => i + 1);
      const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b);
      assert.deepEqual(sorted(results.map(({version}) => version)), counted);
      assert.deepEqual(
        sorted(results.map(({number}) => number)),
        counted.map(n => 1000 + n),
      );
      assert.equal(await store.write(writes => writes.nextNumber(2027)), 1001);
    });

    test('of one subscriber run one after the other', async () => {
      const store = await open();
      await load(store, []);
      const steps: string[] = [];
      const work = (name: string) =>
        store.write(async writes => {
          await writes.lockSubscriber('lena');
          steps.push(`${name} begins`);
          await writes.subscriber('lena');
          steps.push(`${name} ends`);
        });
      await Promise.all([work('a'), work('b'), work('c')]);
      assert.deepEqual(
        steps.map(step => step.split(' ')[1]),
        ['begins', 'ends', 'begins', 'ends', 'begins', 'ends'],
      );
    });

    test('store five megabytes of text unchanged', async () => {
      const store = await open();
      await load(store, []);
      const description = 'Zeile 🛜 "quoted" \\ back\r\nslash\t€ '.repeat(150_000);
      await store.write(writes => writes.insertTicket(ticketRow({id: 'one', description})));
      assert.equal(await store.description('one'), description);
    });

    test('store how far the customer has read, and report the ticket as changed', async () => {
      const store = await open();
      await load(store, [ticketRow({id: 'one'}), ticketRow({id: 'two'})], [replyRow({createdAt: at(1)})]);
      await store.write(async writes => {
        await writes.updateTicket('one', {readThrough: at(1), version: await writes.nextVersion('lena')});
      });
      const {version, unread, tickets} = await store.changes('lena', 0);
      assert.equal(version, 1);
      assert.equal(unread, 0);
      assert.deepEqual(
        tickets.map(ticket => [ticket.id, ticket.unreadCount]),
        [['one', 0]],
      );
      assert.deepEqual((await store.changes('lena', 1)).tickets, []);
    });

    test('store receipts by subscriber and key until they are deleted by age', async () => {
      const store = await open();
      await load(store, []);
      await store.write(async writes => {
        await writes.saveReceipt(receipt);
        await writes.saveReceipt({...receipt, key: '"later"', createdAt: at(10)});
        assert.deepEqual(await writes.receipt('lena', '"k"'), receipt);
        assert.equal(await writes.receipt('omar', '"k"'), undefined);
        await writes.deleteReceiptsBefore(at(5));
        assert.equal(await writes.receipt('lena', '"k"'), undefined);
        assert.ok(await writes.receipt('lena', '"later"'));
      });
    });
  });
}
