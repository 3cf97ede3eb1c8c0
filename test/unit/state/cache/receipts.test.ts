import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import type {Reply} from '../../../../src/contract/reply.js';
import type {TicketDetail, TicketPage, TicketSummary} from '../../../../src/contract/ticket.js';
import type {UnreadTicket, Updates} from '../../../../src/contract/updates.js';
import type {Session} from '../../../../src/state/session.js';
import {mailboxOf} from '../../../../src/state/create-mailbox.js';
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
  let updates: Updates;
  /** What the receipt of a reply says. */
  let reopened: TicketSummary;
  let answer: Reply;
  /** The id of the ticket that the server creates next. */
  let newId: string;

  const unreadTicket = (id: string, unreadCount: number): UnreadTicket => ({id, number: id, subject: id, unreadCount});

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
    reopened = answered;
    answer = sent;
    newId = 'new';
    updates = {unread: 0, tickets: [], pollAfter: null};
    session = createTestSession({
      listTickets: async () => page,
      getTicket: async id => {
        if (id === 't1') return detail;
        if (created instanceof SupportError) throw created;
        return created;
      },
      addReply: async () => ({reply: answer, ticket: reopened}),
      getUpdates: async () => updates,
      markRead: async () => {},
      createTicket: async () => threadOf(ticket(newId, {createdAt: after, updatedAt: after})),
    });
    await mailboxOf(session).tickets.load();
  });

  afterEach(() => {
    disposeSessions();
    time.restore();
  });

  const thread = () => mailboxOf(session).thread('t1').value!;
  const shown = (): string => idsOf(thread().rows);
  const listed = (): string => idsOf(mailboxOf(session).tickets.value!.rows);

  async function send(): Promise<void> {
    mailboxOf(session).reply('t1', 'hello');
    await time.advanceAsync(100);
  }

  async function read(): Promise<void> {
    await Promise.all([mailboxOf(session).tickets.revalidate(), mailboxOf(session).thread('t1').revalidate()]);
  }

  for (const answer of ['the same response (304)', 'another response'] as const) {
    it(`keep a reply and its ticket for ten minutes, and not longer, if the server gives ${answer}`, async () => {
      await mailboxOf(session).thread('t1').load();
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
        expect(mailboxOf(session).tickets.value?.rows[0]).to.include({status: 'open', lastReplyBy: 'customer'});
      }
      await time.advanceAsync(0.2 * minute);
      await read();
      expect(shown()).to.equal('a');
      expect(thread().ticket.status).to.equal('pending');
      expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('pending');
    });
  }

  it('keep a reply if the thread is opened only after it was sent', async () => {
    await send();
    await mailboxOf(session).thread('t1').load();
    expect(shown()).to.equal('a sent');
    expect(thread().ticket.status).to.equal('open');
  });

  it('no longer keep a reply that a read has shown', async () => {
    await mailboxOf(session).thread('t1').load();
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
    await mailboxOf(session).thread('t1').load();
    await send();
    detail = threadOf(row({updatedAt: later}), reply('a'), reply('b', {createdAt: later}));
    await read();
    expect(shown()).to.equal('a sent b');
  });

  it('count unread replies as they are read, not as in the receipt', async () => {
    await mailboxOf(session).thread('t1').load();
    await send();
    detail = threadOf(row({unreadCount: 3}), reply('a'));
    await read();
    expect(thread().ticket).to.include({status: 'open', unreadCount: 3});
  });

  it('do not show the status of the receipt of a repeated request if the ticket has changed since', async () => {
    page = {tickets: [row({status: 'resolved', updatedAt: later})], nextCursor: null};
    detail = threadOf(row({status: 'resolved', updatedAt: later}), reply('a'));
    await mailboxOf(session).tickets.revalidate();
    await send();
    expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('resolved');
    await mailboxOf(session).thread('t1').load();
    await send();
    expect(thread().ticket.status).to.equal('resolved');
    expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('resolved');
  });

  for (const answer of ['the same response (304)', 'another response'] as const) {
    it(`keep a new ticket on top of the list for ten minutes, and not longer, if the server gives ${answer}`, async () => {
      mailboxOf(session).createTicket(draft);
      await time.advanceAsync(100);
      for (const minutes of [0, 1, 8.9]) {
        await time.advanceAsync(minutes * minute);
        if (answer === 'another response') page = {...page, tickets: [...page.tickets]};
        await mailboxOf(session).tickets.revalidate();
        expect(listed()).to.equal('new t1 t0');
      }
      await time.advanceAsync(0.2 * minute);
      await mailboxOf(session).tickets.revalidate();
      expect(listed()).to.equal('t1 t0');
    });
  }

  it('keep several new tickets on top of the list, newest first', async () => {
    for (newId of ['first', 'second', 'third']) {
      mailboxOf(session).createTicket({...draft, subject: newId});
      await time.advanceAsync(100);
    }
    await mailboxOf(session).tickets.revalidate();
    expect(listed()).to.equal('third second first t1 t0');
  });

  it('show a new ticket that cannot be read yet as the server has created it, with the replies to it', async () => {
    mailboxOf(session).createTicket(draft);
    await time.advanceAsync(100);
    await mailboxOf(session).thread('new').load();
    expect(mailboxOf(session).thread('new').state.value).to.have.nested.property('value.ticket.id', 'new');
    // The list may be ahead of the thread.
    page = {tickets: [ticket('new'), ...page.tickets], nextCursor: null};
    await mailboxOf(session).tickets.revalidate();
    await mailboxOf(session).thread('new').revalidate();
    expect(mailboxOf(session).thread('new').state.value.status).to.equal('ready');
    await time.advanceAsync(11 * minute);
    await mailboxOf(session).thread('new').revalidate();
    expect(mailboxOf(session).thread('new').state.value.error?.code).to.equal('not_found');
  });

  it('report every other failure of a new ticket', async () => {
    created = new SupportError('unavailable');
    mailboxOf(session).createTicket(draft);
    await time.advanceAsync(100);
    await mailboxOf(session).thread('new').load();
    expect(mailboxOf(session).thread('new').state.value.error?.code).to.equal('unavailable');
  });

  it('show a new ticket once, at its place, as soon as the list has it', async () => {
    mailboxOf(session).createTicket(draft);
    await time.advanceAsync(100);
    const newer = ticket('newer', {createdAt: later, updatedAt: later});
    page = {tickets: [newer, ticket('new', {updatedAt: after}), ...page.tickets], nextCursor: null};
    await mailboxOf(session).tickets.revalidate();
    expect(listed()).to.equal('newer new t1 t0');
    page = {tickets: [newer, row()], nextCursor: null};
    await mailboxOf(session).tickets.revalidate();
    expect(listed()).to.equal('newer t1');
  });

  const times: Record<string, [receipt: string | null, read: string | null]> = {
    'the same time of change': [after, after],
    'no time of change in the reads': [after, null],
    'no time of change in the receipt': [null, after],
    'no time of change at all': [null, null],
  };
  for (const [what, [receiptTime, readTime]] of Object.entries(times)) {
    it(`keep the status of a receipt for ten minutes with ${what}`, async () => {
      const resolved = row({status: 'resolved', updatedAt: readTime, lastReplyAt: before});
      page = {tickets: [resolved], nextCursor: null};
      detail = threadOf(resolved, reply('a'));
      reopened = row({status: 'open', updatedAt: receiptTime, lastReplyAt: after, lastReplyBy: 'customer'});
      await mailboxOf(session).tickets.revalidate();
      await mailboxOf(session).thread('t1').load();
      await send();
      for (const minutes of [0, 1, 8.9]) {
        await time.advanceAsync(minutes * minute);
        page = {...page, tickets: [...page.tickets]};
        detail = {...detail};
        await read();
        expect(thread().ticket.status).to.equal('open');
        expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('open');
      }
      await time.advanceAsync(0.2 * minute);
      await read();
      expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('resolved');
    });

    it(`show the status after a later answer, with ${what}`, async () => {
      reopened = row({status: 'open', updatedAt: receiptTime, lastReplyAt: after, lastReplyBy: 'customer'});
      await mailboxOf(session).thread('t1').load();
      await send();
      const pending = row({status: 'pending', updatedAt: readTime, lastReplyAt: later, lastReplyBy: 'operator'});
      page = {tickets: [pending], nextCursor: null};
      detail = threadOf(pending, reply('a'), sent, reply('b', {createdAt: later}));
      await read();
      expect(thread().ticket.status).to.equal('pending');
      expect(mailboxOf(session).tickets.value?.rows[0]?.status).to.equal('pending');
      expect(shown()).to.equal('a sent b');
    });
  }

  it('keep replies read after the customer has answered them in another tab', async () => {
    const unread = row({unreadCount: 2, lastReplyAt: before});
    page = {tickets: [unread], nextCursor: null};
    detail = threadOf(unread, reply('a'));
    await read();
    await mailboxOf(session).thread('t1').load();
    await mailboxOf(session).markRead('t1');
    const answeredElsewhere = row({unreadCount: 2, lastReplyBy: 'customer', lastReplyAt: later, updatedAt: later});
    page = {tickets: [answeredElsewhere], nextCursor: null};
    await mailboxOf(session).tickets.revalidate();
    expect(mailboxOf(session).tickets.value?.rows[0]?.unreadCount).to.equal(0);
  });

  it('keep what a receipt does not have', async () => {
    reopened = row({number: '', subject: '', priority: null, category: null, status: 'open', updatedAt: null});
    await mailboxOf(session).thread('t1').load();
    await send();
    await read();
    const {number, subject, priority, category} = row();
    expect(mailboxOf(session).tickets.value?.rows[0]).to.include({status: 'open', number, subject, priority, category});
  });

  for (const turns of ['yynyn', 'nynyn', 'ynnyy']) {
    it(`keep a reply and a new ticket with replicas that have them or lack them in turn: ${turns}`, async () => {
      await mailboxOf(session).thread('t1').load();
      await send();
      mailboxOf(session).createTicket(draft);
      await time.advanceAsync(100);
      for (const turn of turns) {
        const isAhead = turn === 'y';
        detail = isAhead ? threadOf(answered, reply('a'), sent) : threadOf(row(), reply('a'));
        page = {
          tickets: isAhead
            ? [ticket('new', {createdAt: after, updatedAt: after}), answered, ticket('t0')]
            : [row(), ticket('t0')],
          nextCursor: null,
        };
        await read();
        expect(shown()).to.equal('a sent');
        expect(listed()).to.equal('new t1 t0');
        expect(thread().ticket.status).to.equal('open');
      }
    });
  }

  for (const [what, createdAt] of [
    ['its time', after],
    ['no time', null],
  ] as const) {
    it(`show a reply once whose receipt has no id and ${what}`, async () => {
      answer = {...sent, id: '', createdAt};
      await mailboxOf(session).thread('t1').load();
      await send();
      expect(shown()).to.equal('a ');
      await read();
      expect(shown()).to.equal('a ');
      const stored = new Date().toISOString();
      detail = threadOf(answered, reply('a'), {...sent, id: 'x9', createdAt: createdAt ?? stored});
      await read();
      expect(shown()).to.equal('a x9');
      await read();
      expect(shown()).to.equal('a x9');
    });
  }

  it('show two replies with the same text and no id in their receipts, also if a read has one of them', async () => {
    answer = {...sent, id: ''};
    const earlier = reply('a', {author: sent.author, message: 'hello', createdAt: before});
    detail = threadOf(row(), earlier);
    await mailboxOf(session).thread('t1').load();
    await send();
    await send();
    await read();
    expect(shown()).to.equal('a  ');
    detail = threadOf(answered, earlier, {...sent, id: 'x9'});
    await read();
    expect(shown()).to.equal('a x9 ');
    detail = threadOf(answered, earlier, {...sent, id: 'x9'}, {...sent, id: 'x10'});
    await read();
    expect(shown()).to.equal('a x9 x10');
  });

  describe('and what the customer has read', () => {
    const unread = row({unreadCount: 2, lastReplyAt: before});
    const counts = () => [thread().ticket.unreadCount, mailboxOf(session).tickets.value?.rows[0]?.unreadCount];
    const total = () => session.unread.value?.total;

    async function readAll(): Promise<void> {
      page = {...page, tickets: [...page.tickets]};
      detail = {...detail};
      await read();
      await session.unread.revalidate();
    }

    beforeEach(async () => {
      updates = {unread: 3, tickets: [unreadTicket('t1', 2), unreadTicket('t0', 1)], pollAfter: null};
      page = {tickets: [unread, ticket('t0', {unreadCount: 1})], nextCursor: null};
      detail = threadOf(unread, reply('a'), reply('b'));
      await mailboxOf(session).thread('t1').load();
      await readAll();
      await mailboxOf(session).markRead('t1');
    });

    it('stays read for ten minutes, and not longer', async () => {
      for (const minutes of [0, 1, 8.9]) {
        await time.advanceAsync(minutes * minute);
        await readAll();
        expect(counts()).to.eql([0, 0]);
        expect(total()).to.equal(1);
        expect(idsOf(session.unread.value!.tickets)).to.equal('t0');
      }
      await time.advanceAsync(0.2 * minute);
      await readAll();
      expect(counts()).to.eql([2, 2]);
      expect(total()).to.equal(3);
    });

    it('stays read after a reply to it', async () => {
      reopened = row({status: 'open', updatedAt: after, lastReplyAt: after, lastReplyBy: 'customer', unreadCount: 2});
      await send();
      await readAll();
      expect(counts()).to.eql([0, 0]);
      expect(total()).to.equal(1);
    });

    for (const [what, count] of [
      ['one', 1],
      ['as many as before', 2],
      ['more, for the count lags', 3],
    ] as const) {
      it(`is not all if there are replies since: ${what}`, async () => {
        const changed = row({unreadCount: count, lastReplyAt: later, updatedAt: later});
        page = {...page, tickets: [changed, ticket('t0')]};
        detail = threadOf(changed, reply('a'), reply('b'), reply('c', {createdAt: later}));
        updates = {unread: count, tickets: [unreadTicket('t1', count)], pollAfter: null};
        await readAll();
        expect(counts()).to.eql([count, count]);
        expect(total()).to.equal(count);
      });
    }
  });
});
