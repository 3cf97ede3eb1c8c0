import {expect} from '@open-wc/testing';

import type {TicketBackend} from '../../src/contract/backend.js';
import {SupportError} from '../../src/contract/errors.js';
import type {ReplyReceipt} from '../../src/contract/ticket.js';
import {deferred} from '../support/deferred.js';
import {nextTask} from '../support/next-task.js';
import {failureOf, rejectionOf} from '../support/rejection.js';
import {sessionWith} from '../support/sessions.js';
import {detail, idsOf, receipt, ticket, ticketPage} from '../support/tickets.js';

const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

/** A session that opens tickets as `answers` says, and the key of each attempt. */
function opening(...answers: readonly ('taken' | 'lost')[]) {
  const keys: string[] = [];
  const session = sessionWith({
    listTickets: async () => ticketPage('b a'),
    createTicket: async (_, {idempotencyKey}) => {
      keys.push(idempotencyKey);
      if (answers[keys.length - 1] === 'lost') throw new SupportError('network');
      return detail(`new ${keys.length}`, '');
    },
  });
  return {session, keys};
}

describe('a ticket that is opened', () => {
  it('is on top of the list, and its draft is done with', async () => {
    const {session} = opening('taken');
    await session.tickets.load();
    session.drafts.ticket.value = draft;
    const opened = await session.createTicket(draft);
    expect(opened.id).to.equal('new 1');
    expect(idsOf(session.tickets.state.value.value!.rows)).to.equal('new 1 b a');
    expect(session.drafts.ticket.value).to.eql({});
  });

  it('keeps its draft, and the list as it is, when it fails', async () => {
    const {session} = opening('lost');
    await session.tickets.load();
    session.drafts.ticket.value = draft;
    expect((await failureOf(session.createTicket(draft))).code).to.equal('network');
    expect(session.drafts.ticket.value).to.eql(draft);
    expect(idsOf(session.tickets.state.value.value!.rows)).to.equal('b a');
  });

  it('is the same request again after a failure, with the same words', async () => {
    const {session, keys} = opening('lost', 'lost', 'taken');
    await failureOf(session.createTicket(draft));
    await failureOf(session.createTicket({...draft}));
    await session.createTicket(draft);
    expect(new Set(keys)).to.have.lengthOf(1);
  });

  it('is another request after a failure, with other words', async () => {
    const {session, keys} = opening('lost', 'lost');
    await failureOf(session.createTicket(draft));
    await failureOf(session.createTicket({...draft, description: 'Very slow'}));
    expect(new Set(keys)).to.have.lengthOf(2);
  });

  it('is another request after a success, even with the same words', async () => {
    const {session, keys} = opening('taken', 'taken');
    await session.createTicket(draft);
    await session.createTicket(draft);
    expect(new Set(keys)).to.have.lengthOf(2);
  });
});

describe('a reply that is sent', () => {
  function replying(methods: Partial<TicketBackend> = {}) {
    const answer = deferred<ReplyReceipt>();
    const session = sessionWith({
      listTickets: async () => ticketPage('t1 t2'),
      getTicket: async id => detail(id, 'a', {ticket: ticket(id, {status: 'resolved'})}),
      addReply: () => answer.promise,
      ...methods,
    });
    return {session, answer, thread: () => session.thread('t1').state.value.value!};
  }

  it('stands in the outbox until the server has it, then in the thread, and nowhere twice', async () => {
    const {session, answer, thread} = replying();
    await session.thread('t1').load();
    const sent = session.reply('t1', 'hello');
    expect(idsOf(thread().rows)).to.equal('a');
    expect(session.outbox.state.value).to.have.lengthOf(1);

    const seen: number[] = [];
    session.outbox.state.subscribe(() => seen.push(thread().rows.length + session.outbox.state.value.length));
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    expect(idsOf(thread().rows)).to.equal('a reply hello');
    expect(session.outbox.state.value).to.eql([]);
    expect(seen).to.eql(seen.map(() => 2));
  });

  it('changes the ticket in the thread and in the list as the server says', async () => {
    const {session, answer, thread} = replying();
    await Promise.all([session.tickets.load(), session.thread('t1').load()]);
    const sent = session.reply('t1', 'hello');
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    expect(thread().ticket.status).to.equal('open');
    expect(session.tickets.state.value.value?.rows[0]).to.include({id: 't1', status: 'open', replyCount: 2});
  });

  it('is a draft no more', async () => {
    const {session} = replying();
    session.drafts.reply('t1').value = 'hello';
    void session.reply('t1', 'hello');
    expect(session.drafts.reply('t1').value).to.equal('');
  });

  it('that the ticket does not take any more lets the thread say so', async () => {
    let canReply = true;
    const {session, thread} = replying({
      getTicket: async id => detail(id, 'a', {canReply}),
      addReply: () => Promise.reject(new SupportError('conflict')),
    });
    await session.thread('t1').load();
    canReply = false;
    void session.reply('t1', 'hello');
    await nextTask();
    expect(thread().canReply).to.be.false;
    expect(session.outbox.state.value[0]).to.include({message: 'hello', status: 'failed'});
  });

  it('is carried to its end when the last element leaves: the customer has pressed Send', async () => {
    const signals: AbortSignal[] = [];
    const answer = deferred<ReplyReceipt>();
    const {session} = replying({
      addReply: (_id, _draft, {signal}) => {
        signals.push(signal);
        return answer.promise;
      },
    });
    const sent = session.reply('t1', 'hello');
    session.dispose();
    expect(signals[0]?.aborted).to.be.false;
    answer.resolve(receipt('t1', 'hello'));
    expect((await sent).reply.message).to.equal('hello');
  });
});

describe('a thread that is read', () => {
  it('is told to the list', async () => {
    const session = sessionWith({
      listTickets: async () => ticketPage('t1'),
      getTicket: async id => detail(id, 'a', {ticket: ticket(id, {status: 'pending'})}),
    });
    await session.tickets.load();
    await session.thread('t1').load();
    expect(session.tickets.state.value.value?.rows[0]?.status).to.equal('pending');
  });

  it('is one thread for all who ask', () => {
    const session = sessionWith();
    expect(session.thread('t1')).to.equal(session.thread('t1'));
    expect(session.thread('t1')).not.to.equal(session.thread('t2'));
  });
});

describe('a session that is ended', () => {
  it('forgets what was written, gives up what is on its way, and serves nobody', async () => {
    const session = sessionWith({
      createTicket: (_, {signal}) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      addReply: () => new Promise(() => {}),
    });
    session.drafts.ticket.value = draft;
    session.drafts.reply('t1').value = 'half a';
    void session.reply('t2', 'hello');
    const opened = rejectionOf(session.createTicket(draft));
    session.logout();
    expect(await opened).to.have.property('name', 'AbortError');
    expect(session.drafts.ticket.value).to.eql({});
    expect(session.drafts.reply('t1').value).to.equal('');
    expect(session.outbox.state.value).to.eql([]);
    expect(session.access.refusal.value?.code).to.equal('unauthenticated');
    expect(session.ended).to.be.true;
  });
});
