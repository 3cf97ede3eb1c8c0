import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {
  disposeOutboxes,
  createControlledOutbox,
  newTicketItem,
  newReplyItem,
} from '../../../support/controlled-outbox.js';

let customers = 0;

afterEach(disposeOutboxes);

/** Two tabs of one customer, or one tab before and after a reload. */
function twoTabs(changes: Parameters<typeof createControlledOutbox>[0] = {}) {
  const storage = new MemoryStorage();
  const name = `customer ${customers++}/`;
  return [createControlledOutbox(changes, storage, name), createControlledOutbox(changes, storage, name)] as const;
}

describe('Outbox after a reload', () => {
  it('shows the unsent items, and sends them under the same keys', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(newReplyItem('hello'), newTicketItem('Dead'));
    await before.rejectSend(0);
    await before.rejectSend(1);
    await after.outbox.store.restore();
    expect(after.visibleItems()).to.eql(['hello: waiting', 'Dead: waiting']);
    after.outbox.flush();
    await after.waitUntilIdle();
    await after.resolveSend(0);
    expect(after.sentKeys()).to.eql(before.sentKeys());
  });

  it('shows a rejected item with its error, and does not send it again by itself', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(newReplyItem('hello'));
    await before.rejectSend(0, new SupportError('invalid', {serverMessage: 'Too rude'}));
    await after.outbox.store.restore();
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.visibleItems()).to.eql(['hello: failed']);
    expect(after.outbox.store.items.value[0]?.error).to.include({code: 'invalid', serverMessage: 'Too rude'});
    expect(after.sentTexts()).to.eql([]);
  });

  it('is empty if everything was delivered', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(newReplyItem('hello'));
    await before.resolveSend(0);
    await after.outbox.store.restore();
    expect(after.visibleItems()).to.eql([]);
  });

  it('asks the customer about an item that may have arrived, if the server does not support idempotency keys', async () => {
    const [before, after] = twoTabs({supportsIdempotency: async () => false});
    await before.enqueue(newReplyItem('hello'));
    // The page is closed before the response arrives.
    before.outbox.store.unload();
    await before.resolveSend(0);
    await after.outbox.store.restore();
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentTexts()).to.eql([]);
    expect(after.errorCodes()).to.eql(['uncertain']);
  });

  it('sends an item that was never attempted without asking', async () => {
    const [before, after] = twoTabs({supportsIdempotency: async () => false});
    Object.assign(before.transport, {blockedBy: new SupportError('offline')});
    await before.enqueue(newReplyItem('hello'));
    await after.outbox.store.restore();
    Object.assign(after.transport, {blockedBy: undefined});
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentTexts()).to.eql(['hello']);
  });
});

describe('Outbox after a reload in an outage', () => {
  it('sends one of the waiting items, and the others only after it has succeeded', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(newReplyItem('here'), newReplyItem('there', 't2'), newTicketItem('Dead'));
    for (const index of [0, 1, 2]) await before.rejectSend(index, new SupportError('unavailable', {status: 503}));
    await after.outbox.store.restore();
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentTexts()).to.eql(['here']);
    await after.resolveSend(0);
    expect(after.sentTexts()).to.eql(['here', 'there', 'Dead']);
  });
});

describe('Refusals of an item', () => {
  for (const next of ['the tab is reloaded', 'another tab sends it'] as const) {
    it(`are counted on when ${next}`, async () => {
      const [one, other] = twoTabs();
      const unavailable = new SupportError('unavailable', {status: 500});
      await one.enqueue(newReplyItem('poison'), newReplyItem('after it'));
      await one.rejectSend(0, unavailable);
      one.outbox.flush();
      await one.waitUntilIdle();
      await one.rejectSend(1, unavailable);
      if (next === 'the tab is reloaded') one.outbox.store.unload();
      await other.outbox.store.restore();
      expect(other.failedAttemptCounts()).to.eql([2, 0]);
      for (const index of [0, 1, 2]) {
        other.outbox.flush();
        await other.waitUntilIdle();
        await other.rejectSend(index, unavailable);
      }
      expect(other.sentTexts()).to.eql(['poison', 'poison', 'poison', 'after it']);
      expect(other.visibleItems()).to.eql(['poison: failed', 'after it: sending']);
      await other.resolveSend(3);
      await one.outbox.store.restore();
      expect(one.visibleItems()).to.eql(next === 'the tab is reloaded' ? [] : ['poison: failed']);
    });
  }
});

describe('Outboxes in two tabs', () => {
  it('send the items of one ticket in the order they were written, whichever tab they were written in', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(newReplyItem('first'));
    await other.enqueue(newReplyItem('second'));
    expect(other.sentTexts()).to.eql([]);
    await one.resolveSend(0);
    // Either tab may get the lock next.
    await other.waitUntilIdle();
    expect([...one.sentTexts(), ...other.sentTexts()]).to.eql(['first', 'second']);
  });

  it('keep the order if one tab has several items to send', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(newReplyItem('first'));
    await other.enqueue(newReplyItem('second'));
    await one.enqueue(newReplyItem('third'));
    await one.resolveSend(0);
    await one.waitUntilIdle();
    expect(one.sentTexts()).to.eql(['first', 'second']);
    await one.resolveSend(1);
    await one.waitUntilIdle();
    expect([...one.sentTexts(), ...other.sentTexts()]).to.eql(['first', 'second', 'third']);
  });

  it('do not send an item twice', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(newReplyItem('hello'));
    await other.outbox.store.restore();
    other.outbox.flush();
    await one.resolveSend(0);
    await other.waitUntilIdle();
    expect(one.sentTexts()).to.eql(['hello']);
    expect(other.sentTexts()).to.eql([]);
    expect(other.visibleItems()).to.eql([]);
  });
});
