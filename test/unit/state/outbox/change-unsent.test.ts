import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import type {Receipt} from '../../../../src/state/outbox/outbox-item.js';
import {undoTime} from '../../../../src/state/undo-time.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {
  createControlledOutbox,
  disposeOutboxes,
  newReplyItem,
  newTicketItem,
} from '../../../support/controlled-outbox.js';
import {FakeTime} from '../../../support/fake-time.js';
import {receipt, ticket} from '../../../support/ticket-fixtures.js';

const kinds = {
  reply: {create: newReplyItem, arrived: (text: string): Receipt => receipt('t1', text)},
  'new ticket': {create: newTicketItem, arrived: (text: string): Receipt => ({ticket: ticket(`new ${text}`)})},
};

afterEach(disposeOutboxes);

/** Discards an item, or restores it. The time to restore it, for which Node would wait, does not begin. */
async function toggleDiscarded({outbox}: ReturnType<typeof createControlledOutbox>, key: string): Promise<boolean> {
  const time = new FakeTime();
  try {
    return await outbox.toggleDiscarded(key);
  } finally {
    time.restore();
  }
}

for (const [kind, {create, arrived}] of Object.entries(kinds)) {
  describe(`a waiting ${kind} that is taken back to be edited`, () => {
    it('is forgotten at once if no attempt was made', async () => {
      const storage = new MemoryStorage();
      const {outbox, enqueue, waitUntilIdle} = createControlledOutbox(
        {blockedBy: new SupportError('offline')},
        storage,
      );
      const [key = ''] = await enqueue(create('before'));
      expect(outbox.withdraw(key)).to.have.property('key', key);
      await waitUntilIdle();
      expect(outbox.store.items.value).to.be.empty;
      expect(JSON.stringify([...(await storage.entries(''))])).not.to.include('before');
    });

    it('lets what replaces it be sent if it has not arrived', async () => {
      const {outbox, enqueue, rejectSend, resolveSend, sentTexts, deliveredTexts} = createControlledOutbox();
      const [key = ''] = await enqueue(create('before'));
      await rejectSend(0);
      outbox.withdraw(key);
      await enqueue(create('after'));
      await resolveSend(1);
      expect(sentTexts()).to.eql(['before', 'after']);
      expect(deliveredTexts).to.eql(['after']);
      expect(outbox.store.items.value).to.be.empty;
    });

    it('holds up what replaces it until it is known whether it has arrived', async () => {
      let isDown = true;
      const {outbox, enqueue, rejectSend, sentTexts, waitUntilIdle} = createControlledOutbox({
        findDelivered: async () => {
          if (isDown) throw new SupportError('network');
          return undefined;
        },
      });
      const [key = ''] = await enqueue(create('before'));
      await rejectSend(0);
      outbox.withdraw(key);
      await enqueue(create('after'));
      outbox.flush();
      await waitUntilIdle();
      expect(sentTexts()).to.eql(['before']);
      isDown = false;
      outbox.flush();
      await waitUntilIdle();
      expect(sentTexts()).to.eql(['before', 'after']);
    });

    for (const [state, isSending] of [
      ['waits', false],
      ['is being sent', true],
    ] as const) {
      it(`is not followed by the edited text without asking if it has arrived: it ${state}`, async () => {
        let hasArrived = false;
        const {outbox, enqueue, rejectSend, sentTexts, deliveredTexts, errorCodes, waitUntilIdle} =
          createControlledOutbox({
            findDelivered: async () => {
              if (!hasArrived) throw new SupportError('network');
              return arrived('before');
            },
          });
        const [key = ''] = await enqueue(create('before'));
        if (!isSending) await rejectSend(0);
        outbox.withdraw(key);
        await enqueue(create('after'));
        if (isSending) await rejectSend(0);
        hasArrived = true;
        outbox.flush();
        await waitUntilIdle();
        expect(sentTexts()).to.eql(['before']);
        expect(deliveredTexts).to.eql(['before']);
        expect(errorCodes()).to.eql(['uncertain']);
      });
    }

    it('is still held up after a reload of the page', async () => {
      const storage = new MemoryStorage();
      const first = createControlledOutbox(
        {findDelivered: () => Promise.reject(new SupportError('network'))},
        storage,
        `reload ${kind}/`,
      );
      const [key = ''] = await first.enqueue(create('before'));
      await first.rejectSend(0);
      first.outbox.withdraw(key);
      await first.enqueue(create('after'));
      first.outbox.store.unload();
      const second = createControlledOutbox({findDelivered: async () => arrived('before')}, storage, `reload ${kind}/`);
      await second.outbox.store.restore();
      second.outbox.flush();
      await second.waitUntilIdle();
      expect(second.sentTexts()).to.eql([]);
      expect(second.errorCodes()).to.eql(['uncertain']);
    });
  });

  describe(`a waiting ${kind} that is discarded`, () => {
    it('is gone from the device at once, and is sent under the same key when it is restored', async () => {
      const storage = new MemoryStorage();
      const controlled = createControlledOutbox({}, storage);
      const {outbox, enqueue, rejectSend, resolveSend, sentKeys, sentTexts, waitUntilIdle} = controlled;
      const stored = async (): Promise<string> => JSON.stringify([...(await storage.entries(''))]);
      const [key = ''] = await enqueue(create('hello'));
      await rejectSend(0);
      expect(await toggleDiscarded(controlled, key)).to.be.true;
      expect(await stored()).not.to.include('hello');
      outbox.flush();
      await waitUntilIdle();
      expect(sentTexts()).to.eql(['hello']);
      expect(await toggleDiscarded(controlled, key)).to.be.false;
      expect(await stored()).to.include('hello');
      await waitUntilIdle();
      await resolveSend(1);
      expect(sentKeys()).to.eql([key, key]);
      expect(outbox.store.items.value).to.be.empty;
    });

    it('loses its text after some seconds, and when the session ends', async () => {
      const {outbox, enqueue} = createControlledOutbox({blockedBy: new SupportError('offline')});
      const [key = '', other = '', third = ''] = await enqueue(create('hello'), create('other'), create('third'));
      const time = new FakeTime();
      await outbox.store.discard(key);
      await time.advanceAsync(undoTime - 1);
      expect(JSON.stringify(outbox.store.get(key)))
        .to.include('hello')
        .and.to.include('undoable');
      await time.advanceAsync(1);
      expect(JSON.stringify(outbox.store.get(key))).not.to.include('hello');
      expect(await outbox.toggleDiscarded(key)).to.be.true;
      await outbox.store.discard(other);
      await outbox.store.discard(third);
      outbox.store.unload();
      expect(outbox.store.items.value).to.be.empty;
      expect(time.pendingDelays).to.be.empty;
      time.restore();
    });

    it('is shown as sent if an attempt was running and succeeds', async () => {
      const controlled = createControlledOutbox();
      const {outbox, enqueue, resolveSend, deliveredTexts} = controlled;
      const [key = ''] = await enqueue(create('hello'));
      await toggleDiscarded(controlled, key);
      await resolveSend(0);
      expect(deliveredTexts).to.eql(['hello']);
      expect(outbox.store.items.value).to.be.empty;
    });
  });
}
