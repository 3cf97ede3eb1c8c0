import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../src/contract/backend.js';
import type {Reply} from '../../../src/contract/reply.js';
import type {ReplyReceipt, TicketSummary} from '../../../src/contract/ticket.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import type {Session} from '../../../src/state/session.js';
import {FakeTime} from '../../support/fake-time.js';
import {createTestSession, disposeSessions} from '../../support/session-fixtures.js';
import {detail, idsOf, reply, ticket} from '../../support/ticket-fixtures.js';

type OnChange = Parameters<NonNullable<TicketBackend['listen']>>[0];

const before = {replyCount: 2, updatedAt: '2026-05-02T10:00:00.000Z'};
const after = {
  replyCount: 3,
  unreadCount: 1,
  updatedAt: '2026-05-03T10:00:00.000Z',
  lastReplyAt: '2026-05-03T10:00:00.000Z',
  lastReplyBy: 'operator',
} as const;

const added = (changes: Partial<TicketSummary> = {}, replyChanges: Partial<Reply> = {}): ReplyReceipt => ({
  reply: reply('c', {createdAt: '2026-05-03T10:00:00.000Z', ...replyChanges}),
  ticket: ticket('t1', {...after, ...changes}),
});

describe('Session with an event that has the added reply', () => {
  let time: FakeTime;
  let requests: string[];
  let session: Session;
  let report: OnChange;
  let unwatchAll: ((() => void) | undefined)[];

  beforeEach(async () => {
    time = new FakeTime();
    requests = [];
    session = createTestSession({
      listTickets: async () => {
        requests.push('list');
        return {tickets: [ticket('t1', before)], nextCursor: null};
      },
      getTicket: async () => {
        requests.push('ticket');
        return detail('t1', 'a b', {ticket: ticket('t1', before)});
      },
      listen: async onChange => {
        report = onChange;
        return new Promise(() => {});
      },
    });
    await mailboxOf(session).tickets.load();
    await mailboxOf(session).thread('t1').load();
    unwatchAll = [mailboxOf(session).tickets.watch(), mailboxOf(session).thread('t1').watch()];
    // The stream opens with the first poll.
    await time.advanceAsync(20_000);
    requests = [];
  });

  afterEach(() => {
    for (const unwatch of unwatchAll) unwatch?.();
    disposeSessions();
    time.restore();
  });

  const shown = (): string => idsOf(mailboxOf(session).thread('t1').value?.rows ?? []);
  const row = (): TicketSummary => mailboxOf(session).tickets.value!.rows[0]!;

  it('shows it, and counts it in the list, without a request', async () => {
    report('t1', added());
    await time.advanceAsync(0);
    expect(shown()).to.equal('a b c');
    expect(mailboxOf(session).thread('t1').value?.ticket).to.include(after);
    expect(row()).to.include(after);
    expect(requests).to.eql([]);
  });

  it('keeps it when a read lags behind', async () => {
    report('t1', added());
    await mailboxOf(session).thread('t1').refresh();
    expect(shown()).to.equal('a b c');
  });

  it('requests both again if the event has only the id', async () => {
    report('t1');
    await time.advanceAsync(0);
    expect(requests).to.have.members(['list', 'ticket']);
  });

  it('requests the ticket again if an earlier reply was missed', async () => {
    report('t1', added({replyCount: 4}));
    await time.advanceAsync(0);
    expect(requests).to.eql(['ticket']);
  });

  it('requests the ticket again if the server does not count replies', async () => {
    report('t1', added({replyCount: null}));
    await time.advanceAsync(0);
    expect(requests).to.eql(['ticket']);
  });

  it('shows it at once and requests the ticket again if its status has changed: it may accept no more replies', async () => {
    report('t1', added({status: 'closed'}));
    expect(shown()).to.equal('a b c');
    await time.advanceAsync(0);
    expect(requests).to.eql(['ticket']);
  });

  it('requests both again for a reply of the customer’s own, which the outbox may still show', async () => {
    report('t1', added({}, {author: {kind: 'customer', name: null}}));
    expect(shown()).to.equal('a b');
    await time.advanceAsync(0);
    expect(requests).to.have.members(['list', 'ticket']);
  });

  it('requests the list again if the ticket is not in it', async () => {
    report('t2', {...added(), ticket: ticket('t2', after)});
    await time.advanceAsync(0);
    expect(requests).to.eql(['list']);
  });

  it('does not replace a newer ticket in the list by an older one', async () => {
    mailboxOf(session).tickets.update(
      ticket('t1', {...after, status: 'resolved', updatedAt: '2026-05-04T10:00:00.000Z'}),
    );
    report('t1', added());
    expect(row().status).to.equal('resolved');
  });
});
