import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {deferred} from '../../support/deferred.js';
import {disposeSessions, nextReceipt, createTestSession} from '../../support/session-fixtures.js';
import {detail, receipt, reply, ticket} from '../../support/ticket-fixtures.js';

afterEach(disposeSessions);

describe('Session.thread', () => {
  it('caches the 20 threads that were used last', () => {
    const session = createTestSession();
    const [first, second] = [mailboxOf(session).thread('t1'), mailboxOf(session).thread('t2')];
    for (let index = 3; index <= 20; index++) mailboxOf(session).thread(`t${index}`);
    expect(mailboxOf(session).thread('t1')).to.equal(first);
    mailboxOf(session).thread('t21');
    expect(mailboxOf(session).thread('t1')).to.equal(first);
    expect(mailboxOf(session).thread('t2')).not.to.equal(second);
  });
});

describe('Session.markRead', () => {
  function sessionWithUnread(methods: Partial<TicketBackend> = {}) {
    const marked: string[] = [];
    const unread = ticket('t1', {unreadCount: 2, status: 'resolved'});
    const session = createTestSession({
      listTickets: async () => ({tickets: [unread, ticket('t2', {unreadCount: 1})], nextCursor: null}),
      getTicket: async id => detail(id, 'a b', {ticket: unread}),
      markRead: async (id, last) => void marked.push(`${id} ${last}`),
      ...methods,
    });
    const counts = () => [
      mailboxOf(session).thread('t1').state.value.value?.ticket.unreadCount,
      mailboxOf(session).tickets.state.value.value?.rows[0]?.unreadCount,
      session.unread.state.value.value?.total,
    ];
    const open = () => Promise.all([session.unread.load(), mailboxOf(session).thread('t1').load()]);
    return {session, marked, counts, open};
  }

  it('resets the unread count in the thread, the list and the total', async () => {
    const {session, marked, counts, open} = sessionWithUnread();
    await open();
    expect(counts()).to.eql([2, 2, 3]);
    await mailboxOf(session).markRead('t1');
    expect(marked).to.eql(['t1 b']);
    expect(counts()).to.eql([0, 0, 1]);
  });

  it('keeps every unread count if the server has not recorded it', async () => {
    const {session, counts, open} = sessionWithUnread({markRead: () => Promise.reject(new SupportError('network'))});
    await open();
    await mailboxOf(session).markRead('t1');
    expect(counts()).to.eql([2, 2, 3]);
  });

  it('sends nothing if the thread is not loaded or has no replies', async () => {
    const {session, marked} = sessionWithUnread({getTicket: async id => detail(id, '')});
    await mailboxOf(session).markRead('t1');
    await mailboxOf(session).thread('t1').load();
    await mailboxOf(session).markRead('t1');
    expect(marked).to.eql([]);
  });

  it('sends the last reply that was known when it was called', async () => {
    const {session, marked, open} = sessionWithUnread();
    await open();
    const marking = mailboxOf(session).markRead('t1');
    mailboxOf(session)
      .thread('t1')
      .appendReply({reply: reply('later'), ticket: ticket('t1')});
    await marking;
    expect(marked).to.eql(['t1 b']);
  });

  it('keeps what a reply has changed in the ticket while the request was pending', async () => {
    const recorded = deferred();
    const {session, open} = sessionWithUnread({
      markRead: () => recorded.promise,
      addReply: async () => receipt('t1', 'hello', {status: 'open', unreadCount: 2}),
    });
    await open();
    const marking = mailboxOf(session).markRead('t1');
    const sent = nextReceipt(session);
    mailboxOf(session).reply('t1', 'hello');
    await sent;
    recorded.resolve();
    await marking;
    expect(mailboxOf(session).thread('t1').state.value.value?.ticket).to.include({status: 'open', unreadCount: 0});
    expect(mailboxOf(session).tickets.state.value.value?.rows[0]).to.include({status: 'open', unreadCount: 0});
  });
});

describe('Session.retry', () => {
  it('loads again what has failed, and nothing else', async () => {
    const requests: string[] = [];
    let isDown = true;
    const answer = <Answer>(what: string, value: Answer) => {
      requests.push(what);
      return isDown ? Promise.reject(new SupportError('unavailable')) : Promise.resolve(value);
    };
    const session = createTestSession({
      listTickets: () => answer('list', {tickets: [], nextCursor: null}),
      getUpdates: () => answer('updates', {unread: 0, tickets: [], pollAfter: null}),
      getTicket: id => answer(id, detail(id, 'a')),
    });
    await Promise.all([mailboxOf(session).tickets.load(), mailboxOf(session).thread('t1').load()]);
    isDown = false;
    await mailboxOf(session).thread('t2').load();
    requests.length = 0;
    await session.retry();
    expect(requests.sort()).to.eql(['list', 't1']);
    expect(mailboxOf(session).tickets.state.value.status).to.equal('ready');
    expect(session.unread.state.value.status).to.equal('idle');
  });
});

describe('Session.dispose', () => {
  it('aborts all pending requests', async () => {
    const signals: AbortSignal[] = [];
    const wait = ({signal}: {signal: AbortSignal}): Promise<never> => {
      signals.push(signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    };
    const session = createTestSession({
      listTickets: (_, options) => wait(options),
      getTicket: (_, options) => wait(options),
      getUpdates: wait,
      getConfig: wait,
    });
    const loading = [
      mailboxOf(session).tickets.load(),
      mailboxOf(session).thread('t1').load(),
      session.unread.load(),
      session.config.load(),
    ];
    session.dispose();
    await Promise.all(loading);
    expect(signals.map(signal => signal.aborted)).to.eql([true, true, true, true]);
    expect(mailboxOf(session).tickets.state.value.error).to.be.undefined;
  });
});
