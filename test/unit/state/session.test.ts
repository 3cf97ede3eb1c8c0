import {expect} from '@open-wc/testing';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {defaultConfig} from '../../../src/contract/config.js';
import {SupportError} from '../../../src/contract/errors.js';
import type {ReplyReceipt} from '../../../src/contract/ticket.js';
import {deferred} from '../../support/deferred.js';
import {
  nextReceipt,
  createCustomerStorage,
  createTestSession,
  waitUntilOutbox,
} from '../../support/session-fixtures.js';
import {detail, idsOf, receipt, reply, ticket, ticketPage} from '../../support/ticket-fixtures.js';

const configWith = (idempotentWrites: boolean) => async () => ({...defaultConfig, features: {idempotentWrites}});

const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

describe('a ticket that is opened', () => {
  it('is on top of the list once the server has it', async () => {
    const session = createTestSession({
      listTickets: async () => ticketPage('b a'),
      createTicket: async () => detail('new', ''),
    });
    await session.tickets.load();
    const sent = nextReceipt(session);
    session.createTicket(draft);
    expect((await sent).ticket.id).to.equal('new');
    expect(idsOf(session.tickets.state.value.value!.rows)).to.equal('new b a');
  });

  it('says when it was written, however late it is sent', async () => {
    const asked: string[] = [];
    const session = createTestSession({
      getConfig: configWith(true),
      createTicket: async (_, {writtenAt}) => {
        asked.push(writtenAt);
        if (asked.length === 1) throw new SupportError('network');
        return detail('new', '');
      },
    });
    const before = new Date().toISOString();
    session.createTicket(draft);
    await waitUntilOutbox(session, () => session.mail.outbox.store.items.value[0]?.error !== undefined);
    const sent = nextReceipt(session);
    session.mail.outbox.flush();
    await sent;
    expect(asked[1]).to.equal(asked[0]);
    expect(asked[0]! >= before && asked[0]! <= new Date().toISOString()).to.be.true;
  });

  it('is looked for in the list where the server may have it, and is not taken for an older one', async () => {
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
    await session.tickets.load();
    const key = session.createTicket(draft);
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error?.code === 'network');
    session.mail.outbox.flush();
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error?.code === 'uncertain');
    session.mail.outbox.retry(key);
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error?.code === 'network');
    ids = 'arrived old';
    isLost = false;
    const sent = nextReceipt(session);
    session.mail.outbox.flush();
    expect((await sent).ticket.id).to.equal('arrived');
  });

  for (const [what, description, createdAt] of [
    ['written long ago, where nobody has read the list before', draft.description, '2020-05-01T09:00:00.000Z'],
    ['with another description', 'Something else', new Date(Date.now() + 1000).toISOString()],
  ] as const) {
    it(`is not taken for one of the same subject ${what}`, async () => {
      const session = createTestSession({
        getConfig: configWith(false),
        listTickets: async () => ({tickets: [ticket('other', {subject: draft.subject, createdAt})], nextCursor: null}),
        getTicket: async id => ({...detail(id, ''), description}),
        createTicket: () => Promise.reject(new SupportError('network')),
      });
      const key = session.createTicket(draft);
      await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error?.code === 'network');
      session.mail.outbox.flush();
      await waitUntilOutbox(session, () => session.mail.outbox.store.get(key)?.error?.code === 'uncertain');
    });
  }
});

describe('a reply that is sent', () => {
  function replying(methods: Partial<TicketBackend> = {}) {
    const answer = deferred<ReplyReceipt>();
    const session = createTestSession({
      listTickets: async () => ticketPage('t1 t2'),
      getTicket: async id => detail(id, 'a', {ticket: ticket(id, {status: 'resolved'})}),
      addReply: () => answer.promise,
      ...methods,
    });
    const {items: state} = session.mail.outbox.store;
    return {session, answer, unsent: () => state.value, thread: () => session.thread('t1').state.value.value!};
  }

  it('stands in the outbox until the server has it, then in the thread, and nowhere twice', async () => {
    const {session, answer, thread, unsent} = replying();
    await session.thread('t1').load();
    const sent = nextReceipt(session);
    session.reply('t1', 'hello');
    expect(idsOf(thread().rows)).to.equal('a');
    expect(unsent()).to.have.lengthOf(1);

    const seen: number[] = [];
    session.mail.outbox.store.items.subscribe(() => seen.push(thread().rows.length + unsent().length));
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    await waitUntilOutbox(session, () => unsent().length === 0);
    expect(idsOf(thread().rows)).to.equal('a reply hello');
    expect(seen).to.eql(seen.map(() => 2));
  });

  it('changes the ticket in the thread and in the list as the server says', async () => {
    const {session, answer, thread} = replying();
    await Promise.all([session.tickets.load(), session.thread('t1').load()]);
    const sent = nextReceipt(session);
    session.reply('t1', 'hello');
    answer.resolve(receipt('t1', 'hello', {status: 'open'}));
    await sent;
    expect(thread().ticket.status).to.equal('open');
    expect(session.tickets.state.value.value?.rows[0]).to.include({id: 't1', status: 'open', replyCount: 2});
  });

  it('that the ticket does not take any more lets the thread say so', async () => {
    let canReply = true;
    const {session, thread, unsent} = replying({
      getTicket: async id => detail(id, 'a', {canReply}),
      addReply: () => Promise.reject(new SupportError('conflict')),
    });
    await session.thread('t1').load();
    canReply = false;
    session.reply('t1', 'hello');
    await waitUntilOutbox(session, () => unsent()[0]?.status === 'failed');
    await session.thread('t1').revalidate();
    expect(thread().canReply).to.be.false;
  });

  it('is looked for in the thread where the server may have it, and each is found once', async () => {
    const own = (id: string) => reply(id, {message: ' any  news?\n', author: {kind: 'customer', name: null}});
    let replies = [reply('a')];
    const {session, unsent} = replying({
      getConfig: configWith(false),
      getTicket: async id => ({...detail(id, ''), replies}),
      addReply: () => Promise.reject(new SupportError('network')),
    });
    await session.thread('t1').load();
    const [first, second] = [session.reply('t1', 'any news?'), session.reply('t1', 'any news?')];
    await waitUntilOutbox(session, () => unsent()[0]?.error !== undefined);
    replies = [reply('a'), own('arrived')];
    const sent = nextReceipt(session);
    session.mail.outbox.flush();
    expect((await sent).reply?.id).to.equal('arrived');
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(second)?.error !== undefined);
    session.mail.outbox.flush();
    await waitUntilOutbox(session, () => session.mail.outbox.store.get(second)?.error?.code === 'uncertain');
    expect(session.mail.outbox.store.get(first)).to.be.undefined;
  });
});

describe('a session that is left or ended', () => {
  const waiting = () =>
    createTestSession({addReply: () => Promise.reject(new SupportError('network'))}, createCustomerStorage());

  it('forgets what was written when it is ended, on the device too, and serves nobody', async () => {
    const storage = createCustomerStorage();
    const session = createTestSession({addReply: () => new Promise(() => {})}, storage);
    session.mail.drafts.ticket.set(draft);
    session.mail.drafts.reply('t1').set('half a');
    session.reply('t2', 'hello');
    await session.logout();
    expect(session.mail.drafts.ticket.value).to.eql({});
    expect(session.mail.drafts.reply('t1').value).to.equal('');
    expect(session.mail.outbox.store.items.value).to.eql([]);
    expect((await storage.entries('')).size).to.equal(0);
    expect(session.access.refusal.value?.code).to.equal('unauthenticated');
    expect(session.isEnded).to.be.true;
  });

  it('gives up what is on its way when it is left, and keeps it for another time', async () => {
    const storage = createCustomerStorage();
    const signals: AbortSignal[] = [];
    const arrived = deferred();
    const session = createTestSession(
      {
        addReply: (_id, _draft, {signal}) => {
          signals.push(signal);
          arrived.resolve();
          return new Promise(() => {});
        },
      },
      storage,
    );
    session.reply('t1', 'hello');
    await arrived.promise;
    session.dispose();
    expect(signals[0]?.aborted).to.be.true;
    expect((await storage.entries('outbox/')).size).to.equal(1);
  });

  it('sends what waits when a new token is there', async () => {
    const session = waiting();
    session.reply('t1', 'hello');
    await waitUntilOutbox(session, () => session.mail.outbox.store.items.value[0]?.error?.code === 'network');
    let tries = 0;
    session.mail.outbox.store.items.subscribe(() => tries++);
    await session.retry();
    await waitUntilOutbox(session, () => tries > 0);
  });
});
