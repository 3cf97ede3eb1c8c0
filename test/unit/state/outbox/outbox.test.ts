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
import {receipt} from '../../../support/ticket-fixtures.js';

type Controlled = ReturnType<typeof createControlledOutbox>;

afterEach(disposeOutboxes);

describe('Outbox', () => {
  it('shows an item from the moment it is added until the server has it', async () => {
    const {outbox, visibleItems, waitUntilIdle, resolveSend, deliveredTexts} = createControlledOutbox();
    outbox.enqueue(newReplyItem('hello'));
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
    outbox.enqueue(newReplyItem('hello'));
    expect(sentTexts()).to.eql([]);
    const next = createControlledOutbox({}, storage, 'tab/');
    await next.waitUntilIdle();
    expect(sentTexts()).to.eql(['hello']);
    expect(await storage.entries('tab/outbox/')).to.have.lengthOf(1);
  });

  it('sends the items of one ticket one after the other, in the order they were written', async () => {
    const {enqueue, sentTexts, visibleItems, resolveSend} = createControlledOutbox();
    await enqueue(newReplyItem('one'), newReplyItem('two'), newReplyItem('three'));
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
    await enqueue(newReplyItem('here'), newReplyItem('there', 't2'), newTicketItem('Slow'), newTicketItem('Dead'));
    expect(sentTexts()).to.have.members(['here', 'there', 'Slow', 'Dead']);
  });

  it('keeps an item after a network failure, and sends it again under the same key', async () => {
    const {outbox, enqueue, rejectSend, sentKeys, visibleItems, errorCodes, waitUntilIdle, resolveSend} =
      createControlledOutbox();
    await enqueue(newReplyItem('hello'), newReplyItem('again'));
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
    await enqueue(newReplyItem('hello'));
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
    const [key = ''] = await enqueue(newReplyItem('hello'));
    await rejectSend(0, new SupportError('invalid'));
    outbox.flush();
    await waitUntilIdle();
    expect(visibleItems()).to.eql(['hello: failed']);
    expect(errorCodes()).to.eql(['invalid']);
    outbox.retry(key);
    await waitUntilIdle();
    expect(sentTexts()).to.eql(['hello', 'hello']);
    expect(sentKeys()[1]).to.equal(sentKeys()[0]);
  });

  const refusals = {
    'is invalid (422)': new SupportError('invalid', {status: 422}),
    'is too long (413)': new SupportError('invalid', {status: 413}),
    'is forbidden (403)': new SupportError('forbidden', {status: 403}),
    'is for a ticket that is gone (404)': new SupportError('not_found', {status: 404}),
    'is for a closed ticket (409)': new SupportError('conflict', {status: 409}),
  };
  for (const [what, error] of Object.entries(refusals)) {
    it(`sends the items behind one that ${what} at once, in their order`, async () => {
      const {enqueue, rejectSend, resolveSend, sentTexts, visibleItems} = createControlledOutbox();
      await enqueue(newReplyItem('one'), newReplyItem('two'), newReplyItem('three'));
      await rejectSend(0, error);
      expect(visibleItems()).to.eql(['one: failed', 'two: sending', 'three: waiting']);
      await resolveSend(1);
      await resolveSend(2);
      expect(sentTexts()).to.eql(['one', 'two', 'three']);
      expect(visibleItems()).to.eql(['one: failed']);
    });
  }

  it('sends an item behind one that may have arrived and is not found', async () => {
    const {outbox, enqueue, rejectSend, sentTexts, errorCodes, waitUntilIdle} = createControlledOutbox({
      supportsIdempotency: async () => false,
    });
    await enqueue(newReplyItem('one'), newReplyItem('two'));
    await rejectSend(0);
    outbox.flush();
    await waitUntilIdle();
    expect(errorCodes()).to.eql(['uncertain', undefined]);
    expect(sentTexts()).to.eql(['one', 'two']);
  });

  it('sends a failed item before the waiting ones behind it when the customer retries it', async () => {
    const {outbox, enqueue, rejectSend, resolveSend, sentTexts, waitUntilIdle} = createControlledOutbox();
    const [key = ''] = await enqueue(newReplyItem('one'), newReplyItem('two'), newReplyItem('three'));
    await rejectSend(0, new SupportError('invalid'));
    outbox.retry(key);
    await waitUntilIdle();
    await resolveSend(1);
    await resolveSend(2);
    expect(sentTexts()).to.eql(['one', 'two', 'one', 'three']);
  });

  it('returns an item that is taken back, and forgets one that was refused', async () => {
    const {outbox, enqueue, rejectSend, visibleItems} = createControlledOutbox();
    const [key = ''] = await enqueue(newReplyItem('hello'));
    await rejectSend(0, new SupportError('invalid'));
    expect(outbox.withdraw(key)?.draft).to.eql({message: 'hello'});
    expect(visibleItems()).to.eql([]);
  });

  it('records a delivered reply as known for the later items of its ticket, and for no others', async () => {
    const {outbox, enqueue, resolveSend} = createControlledOutbox();
    const [, second = '', other = ''] = await enqueue(
      newReplyItem('one'),
      newReplyItem('two'),
      newReplyItem('three', 't2'),
    );
    await resolveSend(0);
    expect(outbox.store.get(second)?.lastKnownId).to.equal('reply one');
    expect(outbox.store.get(other)?.lastKnownId).to.be.undefined;
  });

  it('is full with 20 items', async () => {
    const {outbox, enqueue} = createControlledOutbox({blockedBy: new SupportError('offline')});
    for (let count = 0; count < 19; count++) outbox.enqueue(newReplyItem(`${count}`));
    expect(outbox.store.isFull).to.be.false;
    await enqueue(newReplyItem('one more'));
    expect(outbox.store.isFull).to.be.true;
  });

  it('does not send an item that is older than 72 hours before the customer has confirmed it', async () => {
    const {now} = Date;
    const {outbox, enqueue, rejectSend, resolveSend, visibleItems, errorCodes, sentTexts, waitUntilIdle} =
      createControlledOutbox();
    const [key = ''] = await enqueue(newReplyItem('hello'));
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
      await enqueue(newReplyItem('later'), newReplyItem('last'));
      expect(sentTexts()).to.eql(['hello', 'hello', 'later']);
      outbox.retry(key);
      await resolveSend(2);
      expect(sentTexts()).to.eql(['hello', 'hello', 'later', 'hello']);
      // The server knows the item by its key and its time, so neither may change.
      expect(outbox.store.get(key)).to.include({createdAt, status: 'sending'});
      expect(visibleItems()).to.eql(['hello: sending', 'last: waiting']);
    } finally {
      Date.now = now;
    }
  });
});

describe('Outbox with an item that the server never handles', () => {
  const down = (status: number): SupportError => new SupportError('unavailable', {status});

  /** Rejects the pending request with each of the statuses, and retries after each but the last. */
  async function refuse(outbox: Controlled, ...statuses: readonly number[]) {
    for (const [index, status] of statuses.entries()) {
      await outbox.rejectSend(outbox.sentTexts().length - 1, down(status));
      if (index === statuses.length - 1) return;
      outbox.outbox.flush();
      await outbox.waitUntilIdle();
    }
  }

  for (const statuses of [
    [500, 500, 500, 500, 500],
    [502, 503, 504, 507, 599],
    [500, 503, 500, 500, 520],
  ]) {
    it(`gives it up after ${statuses.join(', ')} while reads succeed, keeps it, and sends the next`, async () => {
      const controlled = createControlledOutbox();
      await controlled.enqueue(newReplyItem('🌙'), newReplyItem('plain'));
      await refuse(controlled, ...statuses.slice(0, 4));
      expect(controlled.visibleItems()).to.eql(['🌙: waiting', 'plain: waiting']);
      controlled.outbox.flush();
      await controlled.waitUntilIdle();
      await refuse(controlled, statuses[4]!);
      expect(controlled.visibleItems()).to.eql(['🌙: failed', 'plain: sending']);
      expect(controlled.errorCodes()[0]).to.equal('unavailable');
      expect(new Set(controlled.sentKeys().slice(0, 5)).size).to.equal(1);
      await controlled.resolveSend(5);
      expect(controlled.deliveredTexts).to.eql(['plain']);
    });
  }

  const answers: Record<string, SupportError> = {
    'a success without a receipt (201)': new SupportError('bad_response', {status: 201}),
    'a success without content (204)': new SupportError('bad_response', {status: 204}),
    'a page in place of a receipt (200)': new SupportError('bad_response', {status: 200, path: 'content-type'}),
    'a connection that is reset': new SupportError('network'),
    'a redirect': new SupportError('bad_response', {status: 0}),
    'a legal block (451)': new SupportError('bad_response', {status: 451}),
    'a proxy that asks for a password (407)': new SupportError('bad_response', {status: 407}),
    'being still processed (409)': new SupportError('conflict', {status: 409, retryAfter: 1}),
  };

  /** Rejects the pending request, and retries until there have been five attempts. */
  async function refuseFiveTimes({rejectSend, outbox, waitUntilIdle}: Controlled, error: SupportError) {
    for (let attempt = 0; attempt < 5; attempt++) {
      await rejectSend(attempt, error);
      if (attempt < 4) outbox.flush();
      await waitUntilIdle();
    }
  }

  for (const [what, error] of Object.entries(answers)) {
    it(`gives it up after five times ${what} while reads succeed, under one key, and sends the next`, async () => {
      const controlled = createControlledOutbox();
      await controlled.enqueue(newReplyItem('stuck'), newReplyItem('next'));
      await refuseFiveTimes(controlled, error);
      expect(controlled.visibleItems()).to.eql(['stuck: failed', 'next: sending']);
      expect(controlled.errorCodes()[0]).to.equal(error.code);
      expect(controlled.sentTexts()).to.eql(['stuck', 'stuck', 'stuck', 'stuck', 'stuck', 'next']);
      expect(new Set(controlled.sentKeys().slice(0, 5)).size).to.equal(1);
    });

    it(`never counts ${what} if reads fail too`, async () => {
      const controlled = createControlledOutbox({findDelivered: () => Promise.reject(new SupportError('network'))});
      await controlled.enqueue(newReplyItem('hello'), newReplyItem('next'));
      await refuseFiveTimes(controlled, error);
      expect(controlled.failedAttemptCounts()).to.eql([0, 0]);
      expect(controlled.visibleItems()).to.contain('next: waiting');
    });

    it(`takes it for sent after ${what} if a read shows it`, async () => {
      const controlled = createControlledOutbox({findDelivered: async () => receipt('t1', 'hello')});
      await controlled.enqueue(newReplyItem('hello'));
      await controlled.rejectSend(0, error);
      expect(controlled.deliveredTexts).to.eql(['hello']);
      expect(controlled.sentTexts()).to.eql(['hello']);
    });
  }

  it('gives up a new ticket, too', async () => {
    const controlled = createControlledOutbox();
    await controlled.enqueue(newTicketItem('🌙'));
    await refuse(controlled, 500, 500, 500, 500, 500);
    expect(controlled.visibleItems()).to.eql(['🌙: failed']);
  });

  it('fails it again after one more refusal when the customer retries it', async () => {
    const controlled = createControlledOutbox();
    const [key = ''] = await controlled.enqueue(newReplyItem('🌙'));
    await refuse(controlled, 500, 500, 500, 500, 500);
    controlled.outbox.retry(key);
    await controlled.waitUntilIdle();
    await refuse(controlled, 500);
    expect(controlled.visibleItems()).to.eql(['🌙: failed']);
    expect(new Set(controlled.sentKeys()).size).to.equal(1);
  });

  const outages: Record<string, Parameters<typeof createControlledOutbox>[0]> = {
    'reads fail too': {findDelivered: () => Promise.reject(down(503))},
    'reads are lost': {findDelivered: () => Promise.reject(new SupportError('network'))},
    'the server is known to be down': {isServerDown: true},
  };
  for (const [what, transport] of Object.entries(outages)) {
    it(`never counts an attempt if ${what}`, async () => {
      const controlled = createControlledOutbox(transport);
      await controlled.enqueue(newReplyItem('hello'), newReplyItem('next'));
      await refuse(controlled, 503, 503, 503, 503, 503, 503, 503);
      expect(controlled.failedAttemptCounts()).to.eql([0, 0]);
      expect(controlled.visibleItems()).to.eql(['hello: waiting', 'next: waiting']);
    });
  }

  it('takes an item for sent if it has arrived in spite of the 500', async () => {
    const controlled = createControlledOutbox({findDelivered: async () => receipt('t1', 'hello')});
    await controlled.enqueue(newReplyItem('hello'));
    await refuse(controlled, 500);
    expect(controlled.deliveredTexts).to.eql(['hello']);
    expect(controlled.visibleItems()).to.eql([]);
  });

  it('does not keep items of other tickets waiting', async () => {
    const controlled = createControlledOutbox();
    await controlled.enqueue(newReplyItem('🌙'));
    await refuse(controlled, 500);
    await controlled.enqueue(newReplyItem('plain', 't2'));
    await controlled.resolveSend(1);
    expect(controlled.deliveredTexts).to.eql(['plain']);
  });
});

describe('Outbox in an outage', () => {
  const down = new SupportError('unavailable', {status: 503});

  it('makes one attempt a round, however many items wait in however many tickets', async () => {
    const {outbox, enqueue, rejectSend, sentTexts, waitUntilIdle} = createControlledOutbox({isServerDown: true});
    await enqueue(...Array.from({length: 15}, (_, index) => newReplyItem(`${index}`, `t${index % 3}`)));
    for (const index of [0, 1, 2]) await rejectSend(index, down);
    for (let round = 0; round < 6; round++) {
      outbox.flush();
      await waitUntilIdle();
      expect(sentTexts()).to.have.lengthOf(4 + round);
      await rejectSend(3 + round, down);
    }
    expect(sentTexts().slice(3)).to.eql(['0', '1', '2', '0', '1', '2']);
  });

  it('does not double the attempts of a ticket for a second waiting reply', async () => {
    const {outbox, enqueue, rejectSend, sentTexts, waitUntilIdle} = createControlledOutbox({isServerDown: true});
    await enqueue(newReplyItem('one'), newReplyItem('two'));
    await rejectSend(0, down);
    outbox.flush();
    await waitUntilIdle();
    await rejectSend(1, down);
    expect(sentTexts()).to.eql(['one', 'one']);
  });

  it('makes no second attempt if a round begins during a slow one', async () => {
    const {outbox, enqueue, rejectSend, sentTexts, waitUntilIdle} = createControlledOutbox({isServerDown: true});
    await enqueue(newReplyItem('one'), newReplyItem('other', 't2'));
    await rejectSend(0, down);
    await rejectSend(1, down);
    outbox.flush();
    await waitUntilIdle();
    outbox.flush();
    outbox.flush();
    await waitUntilIdle();
    await rejectSend(2, down);
    expect(sentTexts()).to.eql(['one', 'other', 'one']);
  });

  it('sends everything, each ticket in order, as soon as one attempt succeeds', async () => {
    const {outbox, enqueue, rejectSend, resolveSend, sentTexts, deliveredTexts, waitUntilIdle} = createControlledOutbox(
      {isServerDown: true},
    );
    await enqueue(newReplyItem('a'), newReplyItem('b'), newReplyItem('c', 't2'), newTicketItem('Dead'));
    for (const index of [0, 1, 2]) await rejectSend(index, down);
    outbox.flush();
    await waitUntilIdle();
    await resolveSend(3);
    expect(sentTexts().slice(4)).to.have.members(['b', 'c', 'Dead']);
    for (const index of [4, 5, 6]) await resolveSend(index);
    expect(deliveredTexts).to.have.members(['a', 'b', 'c', 'Dead']);
    expect(deliveredTexts.indexOf('a')).to.be.below(deliveredTexts.indexOf('b'));
  });
});
