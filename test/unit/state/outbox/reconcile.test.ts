import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {OutboxReply} from '../../../../src/state/outbox/outbox-item.js';
import {Reconciler} from '../../../../src/state/outbox/reconcile.js';
import {disposeSessions, createTestSession} from '../../../support/session-fixtures.js';
import {detail, reply} from '../../../support/ticket-fixtures.js';

afterEach(disposeSessions);

const writtenAt = Date.parse('2026-05-02T10:00:00.000Z');

const item = (changes: Partial<OutboxReply> = {}): OutboxReply => ({
  key: 'key',
  createdAt: writtenAt,
  ticketId: 't1',
  draft: {message: 'any news?'},
  isAttempted: true,
  status: 'waiting',
  ...changes,
});

const author = {kind: 'customer', name: null} as const;

/** A reconciler for a thread with these replies. */
const reconcilerOf = (...replies: readonly ReturnType<typeof reply>[]): Reconciler =>
  new Reconciler(createTestSession({getTicket: async id => ({...detail(id, ''), replies})}));

describe('Reconciler.findReply', () => {
  for (const [seconds, isFound] of [
    [60, true],
    [61, false],
  ] as const) {
    it(`${isFound ? 'finds' : 'ignores'} a reply that the server dates ${seconds} seconds before it was written`, async () => {
      const createdAt = new Date(writtenAt - seconds * 1000).toISOString();
      const found = await reconcilerOf(reply('a', {author, message: 'any news?', createdAt})).findReply(item());
      expect(found?.reply?.id).to.equal(isFound ? 'a' : undefined);
    });
  }

  it('ignores an equal reply before the last one that was known, whatever its time', async () => {
    const rows = ['a', 'b'].map(id => reply(id, {author, message: 'any news?'}));
    expect((await reconcilerOf(...rows).findReply(item({lastKnownId: 'a'})))?.reply?.id).to.equal('b');
    expect(await reconcilerOf(...rows).findReply(item({lastKnownId: 'b'}))).to.be.undefined;
  });

  it('takes any reply if the thread was empty when the item was written', async () => {
    const old = reply('a', {author, message: 'any news?', createdAt: '2020-01-01T00:00:00.000Z'});
    expect((await reconcilerOf(old).findReply(item({lastKnownId: null})))?.reply?.id).to.equal('a');
  });

  it('ignores a reply with the same text by the operator', async () => {
    expect(await reconcilerOf(reply('a', {message: 'any news?'})).findReply(item({lastKnownId: null}))).to.be.undefined;
  });

  it('ignores white space that the server has changed, and nothing else', async () => {
    const found = async (message: string) =>
      (await reconcilerOf(reply('a', {author, message})).findReply(item({lastKnownId: null})))?.reply?.id;
    expect(await found(' any \r\nnews? ')).to.equal('a');
    expect(await found('Any news?')).to.be.undefined;
  });

  it('ignores a reply that belongs to another item', async () => {
    const reconciler = reconcilerOf(reply('a', {author, message: 'any news?'}));
    reconciler.claim('a');
    expect(await reconciler.findReply(item({lastKnownId: null}))).to.be.undefined;
  });
});
