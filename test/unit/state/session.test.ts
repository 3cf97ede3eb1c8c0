import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {defaultConfig} from '../../../src/contract/config.js';
import {SupportError} from '../../../src/contract/errors.js';
import type {ReplyReceipt} from '../../../src/contract/ticket.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {deferred} from '../../support/deferred.js';
import {FakePage} from '../../support/fake-page.js';
import {nextMessageTask} from '../../support/next-task.js';
import {
  disposeSessions,
  createCustomerStorage,
  nextReceipt,
  createTestSession,
  waitUntilOutbox,
} from '../../support/session-fixtures.js';
import {detail, idsOf, receipt, reply, ticket, ticketPage} from '../../support/ticket-fixtures.js';

afterEach(disposeSessions);

const configWith = (idempotentWrites: boolean) => async () => ({...defaultConfig, features: {idempotentWrites}});

const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

describe('Session.createTicket', () => {
  it('puts the ticket on top of the list once the server has it', async () => {
    const session = createTestSession({
      listTickets: async () => ticketPage('b a'),
      createTicket: async () => detail('new', ''),
    });
    await mailboxOf(session).tickets.load();
    const sent = nextReceipt(session);
    mailboxOf(session).createTicket(draft);
    expect((await sent).ticket.id).to.equal('new');
    expect(idsOf(mailboxOf(session).tickets.state.value.value!.rows)).to.equal('new b a');
  });

  it('sends the time at which the ticket was written, however late it is sent', async () => {
    const writtenTimes: string[] = [];
    const session = createTestSession({
      getConfig: configWith(true),
      createTicket: async (_, {writtenAt}) => {
        writtenTimes.push(writtenAt);
        if (writtenTimes.length === 1) throw new SupportError('network');
        return detail('new', '');
      },
    });
    const before = new Date().toISOString();
    mailboxOf(session).createTicket(draft);
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.items.value[0]?.error !== undefined);
    const sent = nextReceipt(session);
    mailboxOf(session).outbox.flush();
    await sent;
    expect(writtenTimes[1]).to.equal(writtenTimes[0]);
    expect(writtenTimes[0]! >= before && writtenTimes[0]! <= new Date().toISOString()).to.be.true;
  });

  it('looks for a ticket that may have arrived in the list, and does not take an older one for it', async () => {
    const rows = (ids: string) => ({
      tickets: ids.split(' ').map(id => ticket(id, {subject: 'Slow'})),
      nextCursor: null,
    });
    let ids = 'old';
    let isLost = true;
    const session = createTestSession({
      getConfig: configWith(false),
      listTickets: async () => rows(ids),
      getTicket: async id => ({...detail(id, ''), description: draft.description}),
      createTicket: async () => {
        if (!isLost) return detail('again', '');
        throw new SupportError('network');
      },
    });
    await mailboxOf(session).tickets.load();
    const key = mailboxOf(session).createTicket(draft);
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error?.code === 'network');
    mailboxOf(session).outbox.flush();
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error?.code === 'uncertain');
    mailboxOf(session).outbox.retry(key);
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error?.code === 'network');
    ids = 'arrived old';
    isLost = false;
    const sent = nextReceipt(session);
    mailboxOf(session).outbox.flush();
    expect((await sent).ticket.id).to.equal('arrived');
  });

  for (const [which, description, createdAt] of [
    ['that was created long ago, if the list was not loaded before', draft.description, '2020-05-01T09:00:00.000Z'],
    ['that has another description', 'Something else', new Date(Date.now() + 1000).toISOString()],
  ] as const) {
    it(`does not take a ticket with the same subject for it ${which}`, async () => {
      const session = createTestSession({
        getConfig: configWith(false),
        listTickets: async () => ({tickets: [ticket('other', {subject: draft.subject, createdAt})], nextCursor: null}),
        getTicket: async id => ({...detail(id, ''), description}),
        createTicket: () => Promise.reject(new SupportError('network')),
      });
      const key = mailboxOf(session).createTicket(draft);
      await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error?.code === 'network');
      mailboxOf(session).outbox.flush();
      await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(key)?.error?.code === 'uncertain');
    });
  }
});

describe('Session.reply', () => {
  function replyingSession(methods: Partial<TicketBackend> = {}) {
    const answer = deferred<ReplyReceipt>();
    const session = createTestSession({
      listTickets: async () => ticketPage('t1 t2'),
      getTicket: async id => detail(id, 'a', {ticket: ticket(id, {status: 'resolved'})}),
      addReply: () => answer.promise,
      ...methods,
    });
    const {items} = mailboxOf(session).outbox.store;
    return {
      session,
      answer,
      unsent: () => items.value,
      thread: () => mailboxOf(session).thread('t1').state.value.value!,
    };
  }

  it('shows the reply in the outbox until the server has it, then in the thread, and never in both', async () => {
    const {session, answer, thread, unsent} = replyingSession();
    await mailboxOf(session).thread('t1').load();
    const sent = nextReceipt(session);
    mailboxOf(session).reply('t1', 'hello');
    expect(idsOf(thread().rows)).to.equal('a');
    expect(unsent()).to.have.lengthOf(1);

    const seen: number[] = [];
    mailboxOf(session).outbox.store.items.subscribe(() => seen.push(thread().rows.length + unsent().length));
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    await waitUntilOutbox(() => unsent().length === 0);
    expect(idsOf(thread().rows)).to.equal('a reply hello');
    expect(seen).to.eql(seen.map(() => 2));
  });

  it('updates the ticket in the thread and in the list from the receipt', async () => {
    const {session, answer, thread} = replyingSession();
    await Promise.all([mailboxOf(session).tickets.load(), mailboxOf(session).thread('t1').load()]);
    const sent = nextReceipt(session);
    mailboxOf(session).reply('t1', 'hello');
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    expect(thread().ticket.status).to.equal('open');
    expect(mailboxOf(session).tickets.state.value.value?.rows[0]).to.include({id: 't1', status: 'open', replyCount: 2});
  });

  it('loads the thread again if the ticket no longer accepts replies', async () => {
    let canReply = true;
    const {session, thread, unsent} = replyingSession({
      getTicket: async id => detail(id, 'a', {canReply}),
      addReply: () => Promise.reject(new SupportError('conflict')),
    });
    await mailboxOf(session).thread('t1').load();
    canReply = false;
    mailboxOf(session).reply('t1', 'hello');
    await waitUntilOutbox(() => unsent()[0]?.status === 'failed');
    await mailboxOf(session).thread('t1').revalidate();
    expect(thread().canReply).to.be.false;
  });

  it('looks for a reply that may have arrived in the thread, and takes each one found for one reply only', async () => {
    const own = (id: string) => reply(id, {message: ' any  news?\n', author: {kind: 'customer', name: null}});
    let replies = [reply('a')];
    const {session, unsent} = replyingSession({
      getConfig: configWith(false),
      getTicket: async id => ({...detail(id, ''), replies}),
      addReply: () => Promise.reject(new SupportError('network')),
    });
    await mailboxOf(session).thread('t1').load();
    const [first, second] = [mailboxOf(session).reply('t1', 'any news?'), mailboxOf(session).reply('t1', 'any news?')];
    await waitUntilOutbox(() => unsent()[0]?.error !== undefined);
    replies = [reply('a'), own('arrived')];
    const sent = nextReceipt(session);
    mailboxOf(session).outbox.flush();
    expect((await sent).reply?.id).to.equal('arrived');
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(second)?.error !== undefined);
    mailboxOf(session).outbox.flush();
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.get(second)?.error?.code === 'uncertain');
    expect(mailboxOf(session).outbox.store.get(first)).to.be.undefined;
  });
});

describe('What a session sends', () => {
  const malformed = 'slow\0 \ud83d line';
  const wellFormed = 'slow \ufffd line';

  it('is well-formed in every text of a new ticket, and has no NUL', async () => {
    const sent: unknown[] = [];
    const session = createTestSession({
      createTicket: async ticketDraft => {
        sent.push(ticketDraft);
        return detail('new', '');
      },
    });
    const receiving = nextReceipt(session);
    mailboxOf(session).createTicket({
      subject: malformed,
      description: malformed,
      category: malformed,
      priority: malformed,
    });
    expect(mailboxOf(session).outbox.store.items.value[0]?.draft).to.have.property('subject', wellFormed);
    await receiving;
    expect(sent).to.eql([{subject: wellFormed, description: wellFormed, category: wellFormed, priority: wellFormed}]);
  });

  it('is well-formed in a reply, and has no NUL', async () => {
    const sent: unknown[] = [];
    const session = createTestSession({
      addReply: async (_, replyDraft) => {
        sent.push(replyDraft);
        return receipt('t1', 'x');
      },
    });
    const receiving = nextReceipt(session);
    mailboxOf(session).reply('t1', malformed);
    await receiving;
    expect(sent).to.eql([{message: wellFormed}]);
  });
});

describe('Session', () => {
  it('deletes what was written, in memory and on the device, at logout', async () => {
    const storage = createCustomerStorage();
    const session = createTestSession({addReply: () => new Promise(() => {})}, storage);
    mailboxOf(session).drafts.ticket.set(draft);
    mailboxOf(session).drafts.reply('t1').set('half a');
    mailboxOf(session).reply('t2', 'hello');
    await session.logout();
    expect(mailboxOf(session).drafts.ticket.value).to.eql({});
    expect(mailboxOf(session).drafts.reply('t1').value).to.equal('');
    expect(mailboxOf(session).outbox.store.items.value).to.eql([]);
    expect((await storage.entries('')).size).to.equal(0);
    expect(session.accessToken.refusal.value?.code).to.equal('unauthenticated');
    expect(session.isEnded).to.be.true;
  });

  it('aborts the sending of items when it is disposed of, and keeps them stored', async () => {
    const storage = createCustomerStorage();
    const signals: AbortSignal[] = [];
    const sending = deferred();
    const session = createTestSession(
      {
        addReply: (_id, _draft, {signal}) => {
          signals.push(signal);
          sending.resolve();
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        },
      },
      storage,
    );
    mailboxOf(session).reply('t1', 'hello');
    await sending.promise;
    session.dispose();
    expect(signals[0]?.aborted).to.be.true;
    expect((await storage.entries('outbox/')).size).to.equal(1);
  });

  it('asks again, when the page gets the focus, for what failed for good', async () => {
    const page = new FakePage();
    let failure: SupportError | undefined = new SupportError('forbidden');
    const listTickets = async () => {
      if (failure) throw failure;
      return ticketPage('a');
    };
    const session = createTestSession({listTickets}, undefined, undefined, page);
    await mailboxOf(session).tickets.load();
    expect(mailboxOf(session).tickets.state.value.error?.code).to.equal('forbidden');
    failure = undefined;
    page.dispatch('focus');
    await nextMessageTask();
    expect(mailboxOf(session).tickets.state.value).to.have.property('status', 'ready');
  });

  it('sends waiting items on retry', async () => {
    const session = createTestSession({addReply: () => Promise.reject(new SupportError('network'))});
    mailboxOf(session).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(session).outbox.store.items.value[0]?.error?.code === 'network');
    let changes = 0;
    mailboxOf(session).outbox.store.items.subscribe(() => changes++);
    await session.retry();
    await waitUntilOutbox(() => changes > 0);
  });
});
