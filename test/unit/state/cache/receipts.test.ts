import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import type {Reply} from '../../../../src/contract/reply.js';
import type {TicketDetail, TicketPage, TicketSummary} from '../../../../src/contract/ticket.js';
import type {Session} from '../../../../src/state/session.js';
import {FakeTime} from '../../../support/fake-time.js';
import {createTestSession, disposeSessions} from '../../../support/session-fixtures.js';
import {idsOf, reply, ticket} from '../../../support/ticket-fixtures.js';

const minute = 60_000;
const before = '2026-05-02T10:00:00.000Z';
const after = '2026-05-02T11:00:00.000Z';
const later = '2026-05-02T12:00:00.000Z';

const draft = {subject: 'Dead', description: 'No light.', category: 'general', priority: 'high'};

describe('reads that lag behind a write', () => {
  let time: FakeTime;
  let session: Session;
  /** What a read returns: an object for each version, as an unchanged response is the same object. */
  let page: TicketPage;
  let detail: TicketDetail;
  let created: TicketDetail | SupportError;

  const row = (changes: Partial<TicketSummary> = {}): TicketSummary =>
    ticket('t1', {status: 'pending', lastReplyBy: 'operator', updatedAt: before, ...changes});
  const answered = row({status: 'open', lastReplyBy: 'customer', updatedAt: after});
  const sent: Reply = reply('sent', {author: {kind: 'customer', name: null}, message: 'hello', createdAt: after});

  function threadOf(summary: TicketSummary, ...replies: readonly Reply[]): TicketDetail {
    return {ticket: summary, description: 'Slow', canReply: true, replies, earlierCursor: null};
  }

  beforeEach(async () => {
    time = new FakeTime();
    page = {tickets: [row(), ticket('t0')], nextCursor: null};
    detail = threadOf(row(), reply('a'));
    created = new SupportError('not_found', {status: 404});
    session = createTestSession({
      listTickets: async () => page,
      getTicket: async id => {
        if (id === 't1') return detail;
        if (created instanceof SupportError) throw created;
        return created;
      },
      addReply: async () => ({reply: sent, ticket: answered}),
      createTicket: async () => threadOf(ticket('new', {createdAt: after, updatedAt: after})),
    });
    await session.tickets.load();
  });

  afterEach(() => {
    disposeSessions();
    time.restore();
  });

  const thread = () => session.thread('t1').value!;
  const shown = (): string => idsOf(thread().rows);
  const listed = (): string => idsOf(session.tickets.value!.rows);

  async function send(): Promise<void> {
    session.reply('t1', 'hello');
    await time.advanceAsync(100);
  }

  async function read(): Promise<void> {
    await Promise.all([session.tickets.revalidate(), session.thread('t1').revalidate()]);
  }

  for (const answer of ['the same response (304)', 'another response'] as const) {
    it(`keep a reply and its ticket for ten minutes, and not longer, if the server gives ${answer}`, async () => {
      await session.thread('t1').load();
      await send();
      for (const minutes of [0, 1, 8.9]) {
        await time.advanceAsync(minutes * minute);
        if (answer === 'another response') {
          detail = threadOf(row(), reply('a'));
          page = {...page, tickets: [...page.tickets]};
        }
        await read();
        expect(shown()).to.equal('a sent');
        expect(thread().ticket).to.include({status: 'open', lastReplyBy: 'customer'});
        expect(session.tickets.value?.rows[0]).to.include({status: 'open', lastReplyBy: 'customer'});
      }
      await time.advanceAsync(0.2 * minute);
      await read();
      expect(shown()).to.equal('a');
      expect(thread().ticket.status).to.equal('pending');
      expect(session.tickets.value?.rows[0]?.status).to.equal('pending');
    });
  }

  it('keep a reply if the thread is opened only after it was sent', async () => {
    await send();
    await session.thread('t1').load();
    expect(shown()).to.equal('a sent');
    expect(thread().ticket.status).to.equal('open');
  });

  it('no longer keep a reply that a read has shown', async () => {
    await session.thread('t1').load();
    await send();
    detail = threadOf(answered, reply('a'), sent);
    await read();
    expect(shown()).to.equal('a sent');
    detail = threadOf(row({updatedAt: later}), reply('a'));
    await read();
    expect(shown()).to.equal('a');
    expect(thread().ticket.status).to.equal('pending');
  });

  it('keep the order if a later reply is known before the one that was sent', async () => {
    await session.thread('t1').load();
    await send();
    detail = threadOf(row({updatedAt: later}), reply('a'), reply('b', {createdAt: later}));
    await read();
    expect(shown()).to.equal('a sent b');
  });

  it('count unread replies as they are read, not as in the receipt', async () => {
    await session.thread('t1').load();
    await send();
    detail = threadOf(row({unreadCount: 3}), reply('a'));
    await read();
    expect(thread().ticket).to.include({status: 'open', unreadCount: 3});
  });

  it('do not show the status of the receipt of a repeated request if the ticket has changed since', async () => {
    page = {tickets: [row({status: 'resolved', updatedAt: later})], nextCursor: null};
    detail = threadOf(row({status: 'resolved', updatedAt: later}), reply('a'));
    await session.tickets.revalidate();
    await send();
    expect(session.tickets.value?.rows[0]?.status).to.equal('resolved');
    await session.thread('t1').load();
    await send();
    expect(thread().ticket.status).to.equal('resolved');
    expect(session.tickets.value?.rows[0]?.status).to.equal('resolved');
  });

  for (const answer of ['the same response (304)', 'another response'] as const) {
    it(`keep a new ticket on top of the list for ten minutes, and not longer, if the server gives ${answer}`, async () => {
      session.createTicket(draft);
      await time.advanceAsync(100);
      for (const minutes of [0, 1, 8.9]) {
        await time.advanceAsync(minutes * minute);
        if (answer === 'another response') page = {...page, tickets: [...page.tickets]};
        await session.tickets.revalidate();
        expect(listed()).to.equal('new t1 t0');
      }
      await time.advanceAsync(0.2 * minute);
      await session.tickets.revalidate();
      expect(listed()).to.equal('t1 t0');
    });
  }

  it('show a new ticket that cannot be read yet as the server has created it, with the replies to it', async () => {
    session.createTicket(draft);
    await time.advanceAsync(100);
    await session.thread('new').load();
    expect(session.thread('new').state.value).to.have.nested.property('value.ticket.id', 'new');
    // The list may be ahead of the thread.
    page = {tickets: [ticket('new'), ...page.tickets], nextCursor: null};
    await session.tickets.revalidate();
    await session.thread('new').revalidate();
    expect(session.thread('new').state.value.status).to.equal('ready');
    await time.advanceAsync(11 * minute);
    await session.thread('new').revalidate();
    expect(session.thread('new').state.value.error?.code).to.equal('not_found');
  });

  it('report every other failure of a new ticket', async () => {
    created = new SupportError('unavailable');
    session.createTicket(draft);
    await time.advanceAsync(100);
    await session.thread('new').load();
    expect(session.thread('new').state.value.error?.code).to.equal('unavailable');
  });

  it('show a new ticket once, at its place, as soon as the list has it', async () => {
    session.createTicket(draft);
    await time.advanceAsync(100);
    page = {tickets: [ticket('newer'), ticket('new', {updatedAt: after}), ...page.tickets], nextCursor: null};
    await session.tickets.revalidate();
    expect(listed()).to.equal('newer new t1 t0');
    page = {tickets: [ticket('newer'), row()], nextCursor: null};
    await session.tickets.revalidate();
    expect(listed()).to.equal('newer t1');
  });
});
