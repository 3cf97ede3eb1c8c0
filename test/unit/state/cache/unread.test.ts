import {expect} from '@open-wc/testing';

import type {TicketBackend} from '../../../../src/contract/backend.js';
import {SupportError} from '../../../../src/contract/errors.js';
import type {TicketPage} from '../../../../src/contract/ticket.js';
import type {Updates} from '../../../../src/contract/updates.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {Unread} from '../../../../src/state/cache/unread.js';
import {deferred} from '../../../support/deferred.js';
import {stubBackend, answerSequence} from '../../../support/stub-backend.js';
import {idsOf, ticket} from '../../../support/ticket-fixtures.js';

const updates = (...counts: readonly (readonly [string, number])[]): Updates => ({
  unread: counts.reduce((sum, [, count]) => sum + count, 0),
  tickets: counts.map(([id, unreadCount]) => ({id, number: `TKT-${id}`, subject: id, unreadCount})),
  pollAfter: null,
});

const listed = (...counts: readonly (readonly [string, number | null])[]): TicketPage => ({
  tickets: counts.map(([id, unreadCount]) => ticket(id, {unreadCount})),
  nextCursor: null,
});

function unreadWith(methods: Partial<TicketBackend>) {
  const backend = stubBackend(methods);
  const unread = new Unread(backend, new TicketList(backend));
  return {unread, total: () => unread.state.value.value?.total, ids: () => idsOf(unread.state.value.value!.tickets)};
}

describe('unread replies', () => {
  it('are counted by the server, where it keeps account', async () => {
    const {unread, total, ids} = unreadWith({getUpdates: async () => updates(['a', 2], ['b', 1])});
    await unread.load();
    expect(total()).to.equal(3);
    expect(ids()).to.equal('a b');
  });

  it('stand in the tickets that have any: others have changed, no more', async () => {
    const {unread, ids} = unreadWith({getUpdates: async () => updates(['a', 2], ['b', 0])});
    await unread.load();
    expect(ids()).to.equal('a');
  });

  it('may be more than the tickets named account for', async () => {
    const {unread, total} = unreadWith({getUpdates: async () => ({...updates(['a', 2]), unread: 120})});
    await unread.load();
    expect(total()).to.equal(120);
  });

  it('are counted from the list where the server keeps no account', async () => {
    const {unread, total, ids} = unreadWith({listTickets: async () => listed(['a', 2], ['b', 0], ['c', null])});
    await unread.load();
    expect(total()).to.equal(2);
    expect(ids()).to.equal('a');
  });

  it('are not asked for again where the server keeps no account', async () => {
    const {ask, asked} = answerSequence<unknown, Updates>(new SupportError('not_found'));
    const {unread} = unreadWith({getUpdates: ask, listTickets: async () => listed()});
    await unread.load();
    await unread.refresh();
    expect(asked).to.have.lengthOf(1);
  });

  it('are not taken from the list for a server that only failed', async () => {
    const {unread} = unreadWith({
      getUpdates: () => Promise.reject(new SupportError('unavailable')),
      listTickets: async () => listed(['a', 2]),
    });
    await unread.load();
    expect(unread.state.value.error?.code).to.equal('unavailable');
    expect(unread.state.value.value).to.be.undefined;
  });

  it('fail as the list does that they would be counted from', async () => {
    const {unread} = unreadWith({listTickets: () => Promise.reject(new SupportError('network'))});
    await unread.load();
    expect(unread.state.value.error?.code).to.equal('network');
  });
});

describe('a thread that was read', () => {
  it('is unread no more, at once', async () => {
    const marked: unknown[] = [];
    const {unread, total, ids} = unreadWith({
      getUpdates: async () => updates(['a', 2], ['b', 1]),
      markRead: async (...[ticketId, lastReplyId]) => void marked.push([ticketId, lastReplyId]),
    });
    await unread.load();
    expect(await unread.markRead('a', 'r9')).to.be.true;
    expect(marked).to.eql([['a', 'r9']]);
    expect(total()).to.equal(1);
    expect(ids()).to.equal('b');
  });

  it('is unread no more, even where the server was asked for the count before', async () => {
    const early = deferred<Updates>();
    const {ask} = answerSequence<unknown, Updates>(early.promise, updates(['b', 1]));
    const {unread, ids} = unreadWith({getUpdates: ask, markRead: async () => {}});
    const loaded = unread.load();
    await unread.markRead('a', 'r9');
    early.resolve(updates(['a', 2], ['b', 1]));
    await loaded;
    expect(ids()).to.equal('b');
  });

  it('is told to the server once at a time', async () => {
    const noted = deferred();
    let told = 0;
    const {unread} = unreadWith({
      getUpdates: async () => updates(['a', 2]),
      markRead: () => {
        told++;
        return noted.promise;
      },
    });
    const first = unread.markRead('a', 'r9');
    expect(await unread.markRead('a', 'r9')).to.be.false;
    noted.resolve();
    expect(await first).to.be.true;
    expect(told).to.equal(1);
  });

  it('stays unread where the server did not take note', async () => {
    const {unread, total} = unreadWith({
      getUpdates: async () => updates(['a', 2]),
      markRead: () => Promise.reject(new SupportError('network')),
    });
    await unread.load();
    expect(await unread.markRead('a', 'r9')).to.be.false;
    expect(total()).to.equal(2);
  });

  it('is told again after a failure, and never again where nobody takes note', async () => {
    const {ask, asked} = answerSequence<string, undefined>(new SupportError('network'), new SupportError('not_found'));
    const {unread} = unreadWith({getUpdates: async () => updates(), markRead: ask});
    for (let times = 0; times < 4; times++) expect(await unread.markRead('a', 'r9')).to.be.false;
    expect(asked).to.have.lengthOf(2);
  });
});
