import {describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../../src/contract/backend.js';
import {SupportError} from '../../../../src/contract/errors.js';
import type {TicketPage} from '../../../../src/contract/ticket.js';
import type {Updates} from '../../../../src/contract/updates.js';
import {Revalidator} from '../../../../src/state/cache/revalidator.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {Unread} from '../../../../src/state/cache/unread.js';
import {deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';
import {FakePage} from '../../../support/fake-page.js';
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
  const unread = new Unread(backend, async () => new TicketList(backend));
  return {unread, total: () => unread.state.value.value?.total, ids: () => idsOf(unread.state.value.value!.tickets)};
}

describe('Unread', () => {
  it('takes the total and the tickets from the server', async () => {
    const {unread, total, ids} = unreadWith({getUpdates: async () => updates(['a', 2], ['b', 1])});
    await unread.load();
    expect(total()).to.equal(3);
    expect(ids()).to.equal('a b');
  });

  it('leaves out tickets without unread replies', async () => {
    const {unread, ids} = unreadWith({getUpdates: async () => updates(['a', 2], ['b', 0])});
    await unread.load();
    expect(ids()).to.equal('a');
  });

  it('takes the server’s total even if its tickets add up to less', async () => {
    const {unread, total} = unreadWith({getUpdates: async () => ({...updates(['a', 2]), unread: 120})});
    await unread.load();
    expect(total()).to.equal(120);
  });

  it('sets the poll interval that the server asks for, and keeps it if the server asks for none', async () => {
    const {ask} = answerSequence<unknown, Updates>({...updates(), pollAfter: 120}, updates());
    const backend = stubBackend({getUpdates: ask});
    const revalidator = new Revalidator(backend.listen as never, new FakePage());
    const unread = new Unread(backend, async () => new TicketList(backend), revalidator);
    for (let requests = 0; requests < 2; requests++) {
      await unread.refresh();
      expect(revalidator.pollInterval).to.equal(120);
    }
  });

  it('counts from the list if the server does not report updates', async () => {
    const {unread, total, ids} = unreadWith({listTickets: async () => listed(['a', 2], ['b', 0], ['c', null])});
    await unread.load();
    expect(total()).to.equal(2);
    expect(ids()).to.equal('a');
  });

  it('does not request updates again if the server does not report them', async () => {
    const {ask, calls: requests} = answerSequence<unknown, Updates>(new SupportError('not_found'));
    const {unread} = unreadWith({getUpdates: ask, listTickets: async () => listed()});
    await unread.load();
    await unread.refresh();
    expect(requests).to.have.lengthOf(1);
  });

  for (const status of [404, 405, 501]) {
    it(`requests updates again after ten minutes, or on refresh(), if an intermediary has answered ${status}`, async () => {
      const time = new FakeTime();
      try {
        const foreign = new SupportError('not_found', {cause: new SupportError('bad_response', {status})});
        const {ask, calls: requests} = answerSequence<unknown, Updates>(foreign, foreign, updates(['a', 2]), updates());
        const {unread, total} = unreadWith({getUpdates: ask, listTickets: async () => listed(['b', 1])});
        await unread.load();
        await time.advanceAsync(9 * 60_000);
        await unread.revalidate();
        expect(requests).to.have.lengthOf(1);
        expect(total()).to.equal(1);
        await time.advanceAsync(60_000);
        await unread.revalidate();
        expect(requests).to.have.lengthOf(2);
        await unread.refresh();
        expect(requests).to.have.lengthOf(3);
        expect(total()).to.equal(2);
        await unread.revalidate();
        expect(requests).to.have.lengthOf(4);
      } finally {
        time.restore();
      }
    });
  }

  it('does not count from the list if the request for updates has failed', async () => {
    const {unread} = unreadWith({
      getUpdates: () => Promise.reject(new SupportError('unavailable')),
      listTickets: async () => listed(['a', 2]),
    });
    await unread.load();
    expect(unread.state.value.error?.code).to.equal('unavailable');
    expect(unread.state.value.value).to.be.undefined;
  });

  it('fails with the error of the list that it counts from', async () => {
    const {unread} = unreadWith({listTickets: () => Promise.reject(new SupportError('network'))});
    await unread.load();
    expect(unread.state.value.error?.code).to.equal('network');
  });
});

describe('Unread.markRead', () => {
  it('removes the ticket from the count at once', async () => {
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

  it('discards a count that was requested before', async () => {
    const early = deferred<Updates>();
    const {ask} = answerSequence<unknown, Updates>(early.promise, updates(['b', 1]));
    const {unread, ids} = unreadWith({getUpdates: ask, markRead: async () => {}});
    const loaded = unread.load();
    await unread.markRead('a', 'r9');
    early.resolve(updates(['a', 2], ['b', 1]));
    await loaded;
    expect(ids()).to.equal('b');
  });

  it('sends one request at a time for a ticket', async () => {
    const recorded = deferred();
    let requests = 0;
    const {unread} = unreadWith({
      getUpdates: async () => updates(['a', 2]),
      markRead: () => {
        requests++;
        return recorded.promise;
      },
    });
    const first = unread.markRead('a', 'r9');
    expect(await unread.markRead('a', 'r9')).to.be.false;
    recorded.resolve();
    expect(await first).to.be.true;
    expect(requests).to.equal(1);
  });

  it('keeps the count if the request fails', async () => {
    const {unread, total} = unreadWith({
      getUpdates: async () => updates(['a', 2]),
      markRead: () => Promise.reject(new SupportError('network')),
    });
    await unread.load();
    expect(await unread.markRead('a', 'r9')).to.be.false;
    expect(total()).to.equal(2);
  });

  it('sends again after a failure, and never again if the server does not record what was read', async () => {
    const {ask, calls: requests} = answerSequence<string, undefined>(
      new SupportError('network'),
      new SupportError('not_found'),
    );
    const {unread} = unreadWith({getUpdates: async () => updates(), markRead: ask});
    for (let times = 0; times < 4; times++) expect(await unread.markRead('a', 'r9')).to.be.false;
    expect(requests).to.have.lengthOf(2);
  });

  it('sends again ten minutes after an intermediary has answered in place of the server', async () => {
    const time = new FakeTime();
    try {
      const foreign = new SupportError('not_found', {cause: new SupportError('bad_response', {status: 404})});
      let answer: Error | undefined = foreign;
      let requests = 0;
      const {unread} = unreadWith({
        getUpdates: async () => updates(),
        markRead: async () => {
          requests++;
          if (answer) throw answer;
        },
      });
      for (let times = 0; times < 3; times++) expect(await unread.markRead('a', 'r9')).to.be.false;
      expect(requests).to.equal(1);
      answer = undefined;
      await time.advanceAsync(10 * 60_000);
      expect(await unread.markRead('a', 'r9')).to.be.true;
    } finally {
      time.restore();
    }
  });
});
