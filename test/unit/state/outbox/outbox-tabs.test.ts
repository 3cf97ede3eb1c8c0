import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {createControlledOutbox, outgoingTicket, outgoingReply} from '../../../support/controlled-outbox.js';

let customers = 0;

/** Two tabs of one customer, or one before and after a reload. */
function twoTabs(changes: Parameters<typeof createControlledOutbox>[0] = {}) {
  const storage = new MemoryStorage();
  const name = `customer ${customers++}/`;
  return [createControlledOutbox(changes, storage, name), createControlledOutbox(changes, storage, name)] as const;
}

describe('an outbox after a reload', () => {
  it('shows what was not sent, and sends it under the same key', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(outgoingReply('hello'), outgoingTicket('Dead'));
    await before.rejectSend(0);
    await before.rejectSend(1);
    await after.outbox.store.restore();
    expect(after.visibleItems()).to.eql(['hello: waiting', 'Dead: waiting']);
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentKeys()).to.have.members(before.sentKeys() as string[]);
  });

  it('still shows what was not taken, and why, and does not send it by itself', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(outgoingReply('hello'));
    await before.rejectSend(0, new SupportError('invalid', {serverMessage: 'Too rude'}));
    await after.outbox.store.restore();
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.visibleItems()).to.eql(['hello: failed']);
    expect(after.outbox.store.items.value[0]?.error).to.include({code: 'invalid', words: 'Too rude'});
    expect(after.sentTexts()).to.eql([]);
  });

  it('has nothing of what arrived', async () => {
    const [before, after] = twoTabs();
    await before.enqueue(outgoingReply('hello'));
    await before.resolveSend(0);
    await after.outbox.store.restore();
    expect(after.visibleItems()).to.eql([]);
  });

  it('asks first where the server does not promise to do a thing once', async () => {
    const [before, after] = twoTabs({supportsIdempotency: async () => false});
    await before.enqueue(outgoingReply('hello'));
    // The page is gone before the answer has come.
    before.outbox.store.unload();
    await before.resolveSend(0);
    await after.outbox.store.restore();
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentTexts()).to.eql([]);
    expect(after.errorCodes()).to.eql(['uncertain']);
  });

  it('does not ask about what never left', async () => {
    const [before, after] = twoTabs({supportsIdempotency: async () => false});
    Object.assign(before.recipient, {obstacle: new SupportError('offline')});
    await before.enqueue(outgoingReply('hello'));
    await after.outbox.store.restore();
    Object.assign(after.recipient, {obstacle: undefined});
    after.outbox.flush();
    await after.waitUntilIdle();
    expect(after.sentTexts()).to.eql(['hello']);
  });
});

describe('two tabs', () => {
  it('send what was written in both in the order in which it was written', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(outgoingReply('first'));
    await other.enqueue(outgoingReply('second'));
    expect(other.sentTexts()).to.eql([]);
    await one.resolveSend(0);
    // Whichever of the two takes its turn next.
    await other.waitUntilIdle();
    expect([...one.sentTexts(), ...other.sentTexts()]).to.eql(['first', 'second']);
  });

  it('keep that order also where one of them has more to send at once', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(outgoingReply('first'));
    await other.enqueue(outgoingReply('second'));
    await one.enqueue(outgoingReply('third'));
    await one.resolveSend(0);
    await one.waitUntilIdle();
    expect(one.sentTexts()).to.eql(['first', 'second']);
    await one.resolveSend(1);
    await one.waitUntilIdle();
    expect([...one.sentTexts(), ...other.sentTexts()]).to.eql(['first', 'second', 'third']);
  });

  it('do not send one thing twice', async () => {
    const [one, other] = twoTabs();
    await one.enqueue(outgoingReply('hello'));
    await other.outbox.store.restore();
    other.outbox.flush();
    await one.resolveSend(0);
    await other.waitUntilIdle();
    expect(one.sentTexts()).to.eql(['hello']);
    expect(other.sentTexts()).to.eql([]);
    expect(other.visibleItems()).to.eql([]);
  });
});
