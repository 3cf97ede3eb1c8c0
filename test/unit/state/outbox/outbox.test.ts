import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {
  disposeOutboxes,
  createControlledOutbox,
  outgoingTicket,
  outgoingReply,
} from '../../../support/controlled-outbox.js';

afterEach(disposeOutboxes);

describe('Outbox', () => {
  it('shows an item from the moment it is added until the server has it', async () => {
    const {outbox, visibleItems, waitUntilIdle, resolveSend, deliveredTexts} = createControlledOutbox();
    outbox.enqueue(outgoingReply('hello'));
    expect(visibleItems()).to.eql(['hello: waiting']);
    await waitUntilIdle();
    expect(visibleItems()).to.eql(['hello: sending']);
    await resolveSend(0);
    expect(visibleItems()).to.eql([]);
    expect(deliveredTexts).to.eql(['hello']);
  });

  it('stores an item before the first attempt', async () => {
    const storage = new MemoryStorage();
    const {outbox, sentTexts} = createControlledOutbox({}, storage, 'tab/');
    outbox.enqueue(outgoingReply('hello'));
    expect(sentTexts()).to.eql([]);
    const next = createControlledOutbox({}, storage, 'tab/');
    await next.waitUntilIdle();
    expect(sentTexts()).to.eql(['hello']);
    expect(await storage.entries('tab/outbox/')).to.have.lengthOf(1);
  });

  it('sends the items of one ticket one after the other, in the order they were written', async () => {
    const {enqueue, sentTexts, visibleItems, resolveSend} = createControlledOutbox();
    await enqueue(outgoingReply('one'), outgoingReply('two'), outgoingReply('three'));
    expect(sentTexts()).to.eql(['one']);
    expect(visibleItems()).to.eql(['one: sending', 'two: waiting', 'three: waiting']);
    await resolveSend(0);
    expect(sentTexts()).to.eql(['one', 'two']);
    await resolveSend(1);
    await resolveSend(2);
    expect(sentTexts()).to.eql(['one', 'two', 'three']);
    expect(visibleItems()).to.eql([]);
  });

  it('sends the items of different tickets in parallel', async () => {
    const {enqueue, sentTexts} = createControlledOutbox();
    await enqueue(outgoingReply('here'), outgoingReply('there', 't2'), outgoingTicket('Slow'), outgoingTicket('Dead'));
    expect(sentTexts()).to.have.members(['here', 'there', 'Slow', 'Dead']);
  });

  it('keeps an item after a network failure, and sends it again under the same key', async () => {
    const {outbox, enqueue, rejectSend, sentKeys, visibleItems, errorCodes, waitUntilIdle, resolveSend} =
      createControlledOutbox();
    await enqueue(outgoingReply('hello'), outgoingReply('again'));
    await rejectSend(0);
    expect(visibleItems()).to.eql(['hello: waiting', 'again: waiting']);
    expect(errorCodes()).to.eql(['network', undefined]);
    outbox.flush();
    await waitUntilIdle();
    await resolveSend(1);
    await resolveSend(2);
    expect(sentKeys()[1]).to.equal(sentKeys()[0]);
    expect(sentKeys()[2]).not.to.equal(sentKeys()[0]);
    expect(visibleItems()).to.eql([]);
  });

  it('sends nothing while requests are blocked', async () => {
    const {outbox, transport, enqueue, sentTexts, errorCodes, waitUntilIdle} = createControlledOutbox({
      blockedBy: new SupportError('offline'),
    });
    await enqueue(outgoingReply('hello'));
    expect(sentTexts()).to.eql([]);
    expect(errorCodes()).to.eql(['offline']);
    Object.assign(transport, {blockedBy: undefined});
    outbox.flush();
    await waitUntilIdle();
    expect(sentTexts()).to.eql(['hello']);
  });

  it('shows a rejected item with its error, and sends it again only if asked to', async () => {
    const {outbox, enqueue, rejectSend, visibleItems, errorCodes, sentTexts, sentKeys, waitUntilIdle} =
      createControlledOutbox();
    const [key = ''] = await enqueue(outgoingReply('hello'), outgoingReply('after it'));
    await rejectSend(0, new SupportError('invalid'));
    outbox.flush();
    await waitUntilIdle();
    expect(visibleItems()).to.eql(['hello: failed', 'after it: waiting']);
    expect(errorCodes()).to.eql(['invalid', undefined]);
    outbox.retry(key);
    await waitUntilIdle();
    expect(sentTexts()).to.eql(['hello', 'hello']);
    expect(sentKeys()[1]).to.equal(sentKeys()[0]);
  });

  it('returns a cancelled item and sends the next, but does not cancel an item that is being sent', async () => {
    const {outbox, enqueue, rejectSend, sentTexts, waitUntilIdle} = createControlledOutbox();
    const [key = ''] = await enqueue(outgoingReply('hello'), outgoingReply('after it'));
    expect(outbox.cancel(key)).to.be.undefined;
    await rejectSend(0, new SupportError('invalid'));
    expect(outbox.cancel(key)?.draft).to.eql({message: 'hello'});
    await waitUntilIdle();
    expect(sentTexts()).to.eql(['hello', 'after it']);
  });

  it('records a delivered reply as known for the later items of its ticket, and for no others', async () => {
    const {outbox, enqueue, resolveSend} = createControlledOutbox();
    const [, second = '', other = ''] = await enqueue(
      outgoingReply('one'),
      outgoingReply('two'),
      outgoingReply('three', 't2'),
    );
    await resolveSend(0);
    expect(outbox.store.get(second)?.lastKnownId).to.equal('reply one');
    expect(outbox.store.get(other)?.lastKnownId).to.be.undefined;
  });

  it('is full with 20 items', async () => {
    const {outbox, enqueue} = createControlledOutbox({blockedBy: new SupportError('offline')});
    for (let count = 0; count < 19; count++) outbox.enqueue(outgoingReply(`${count}`));
    expect(outbox.store.isFull).to.be.false;
    await enqueue(outgoingReply('one more'));
    expect(outbox.store.isFull).to.be.true;
  });

  it('does not send an item that is older than 72 hours before the customer has confirmed it', async () => {
    const {now} = Date;
    const {outbox, enqueue, rejectSend, visibleItems, errorCodes, sentTexts, waitUntilIdle} = createControlledOutbox();
    const [key = ''] = await enqueue(outgoingReply('hello'));
    await rejectSend(0);
    try {
      Date.now = () => now() + 71 * 60 * 60 * 1000;
      outbox.flush();
      await waitUntilIdle();
      expect(sentTexts()).to.eql(['hello', 'hello']);
      await rejectSend(1);
      Date.now = () => now() + 73 * 60 * 60 * 1000;
      outbox.flush();
      await waitUntilIdle();
      expect(visibleItems()).to.eql(['hello: failed']);
      expect(errorCodes()).to.eql(['overdue']);
      const {createdAt} = outbox.store.get(key)!;
      await enqueue(outgoingReply('later'));
      outbox.retry(key);
      await waitUntilIdle();
      expect(sentTexts()).to.eql(['hello', 'hello', 'hello']);
      // The server knows the item by its key and its time, so neither may change.
      expect(outbox.store.get(key)).to.include({createdAt, status: 'sending'});
      expect(visibleItems()).to.eql(['hello: sending', 'later: waiting']);
    } finally {
      Date.now = now;
    }
  });
});
