import {expect} from '@open-wc/testing';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import {deferred} from '../../support/deferred.js';
import {nextReceipt, createTestSession} from '../../support/session-fixtures.js';
import {detail, receipt, reply, ticket} from '../../support/ticket-fixtures.js';

describe('a thread that the customer has left', () => {
  it('is there again when they come back, and forgotten when they have opened twenty others', () => {
    const session = createTestSession();
    const [first, second] = [session.thread('t1'), session.thread('t2')];
    for (let index = 3; index <= 20; index++) session.thread(`t${index}`);
    expect(session.thread('t1')).to.equal(first);
    session.thread('t21');
    expect(session.thread('t1')).to.equal(first);
    expect(session.thread('t2')).not.to.equal(second);
  });
});

describe('a thread that the customer has seen to its end', () => {
  function seeing(methods: Partial<TicketBackend> = {}) {
    const marked: string[] = [];
    const unread = ticket('t1', {unreadCount: 2, status: 'resolved'});
    const session = createTestSession({
      listTickets: async () => ({tickets: [unread, ticket('t2', {unreadCount: 1})], nextCursor: null}),
      getTicket: async id => detail(id, 'a b', {ticket: unread}),
      markRead: async (id, last) => void marked.push(`${id} ${last}`),
      ...methods,
    });
    const counts = () => [
      session.thread('t1').state.value.value?.ticket.unreadCount,
      session.tickets.state.value.value?.rows[0]?.unreadCount,
      session.unread.state.value.value?.total,
    ];
    const open = () => Promise.all([session.unread.load(), session.thread('t1').load()]);
    return {session, marked, counts, open};
  }

  it('is unread no more in the thread, the list and the banner', async () => {
    const {session, marked, counts, open} = seeing();
    await open();
    expect(counts()).to.eql([2, 2, 3]);
    await session.markRead('t1');
    expect(marked).to.eql(['t1 b']);
    expect(counts()).to.eql([0, 0, 1]);
  });

  it('stays unread everywhere where the server did not take note', async () => {
    const {session, counts, open} = seeing({markRead: () => Promise.reject(new SupportError('network'))});
    await open();
    await session.markRead('t1');
    expect(counts()).to.eql([2, 2, 3]);
  });

  it('is not told of where there is nothing to be read', async () => {
    const {session, marked} = seeing({getTicket: async id => detail(id, '')});
    await session.markRead('t1');
    await session.thread('t1').load();
    await session.markRead('t1');
    expect(marked).to.eql([]);
  });

  it('is told of as far as it was seen, not as far as it goes by then', async () => {
    const {session, marked, open} = seeing();
    await open();
    const told = session.markRead('t1');
    session.thread('t1').appendReply({reply: reply('later'), ticket: ticket('t1')});
    await told;
    expect(marked).to.eql(['t1 b']);
  });

  it('does not undo what was learned while the server was told', async () => {
    const noted = deferred();
    const {session, open} = seeing({
      markRead: () => noted.promise,
      addReply: async () => receipt('t1', 'hello', {status: 'open', unreadCount: 2}),
    });
    await open();
    const told = session.markRead('t1');
    const sent = nextReceipt(session);
    session.reply('t1', 'hello');
    await sent;
    noted.resolve();
    await told;
    expect(session.thread('t1').state.value.value?.ticket).to.include({status: 'open', unreadCount: 0});
    expect(session.tickets.state.value.value?.rows[0]).to.include({status: 'open', unreadCount: 0});
  });
});

describe('what had failed', () => {
  it('is read again on demand, and nothing else is', async () => {
    const asked: string[] = [];
    let isDown = true;
    const answer = <Answer>(what: string, value: Answer) => {
      asked.push(what);
      return isDown ? Promise.reject(new SupportError('unavailable')) : Promise.resolve(value);
    };
    const session = createTestSession({
      listTickets: () => answer('list', {tickets: [], nextCursor: null}),
      getUpdates: () => answer('updates', {unread: 0, tickets: [], pollAfter: null}),
      getTicket: id => answer(id, detail(id, 'a')),
    });
    await Promise.all([session.tickets.load(), session.thread('t1').load()]);
    isDown = false;
    await session.thread('t2').load();
    asked.length = 0;
    await session.retry();
    expect(asked.sort()).to.eql(['list', 't1']);
    expect(session.tickets.state.value.status).to.equal('ready');
    expect(session.unread.state.value.status).to.equal('idle');
  });
});

describe('a session that nobody holds any more', () => {
  it('gives up everything that is being read', async () => {
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
    const reading = [session.tickets.load(), session.thread('t1').load(), session.unread.load(), session.config.load()];
    session.dispose();
    await Promise.all(reading);
    expect(signals.map(signal => signal.aborted)).to.eql([true, true, true, true]);
    expect(session.tickets.state.value.error).to.be.undefined;
  });
});
