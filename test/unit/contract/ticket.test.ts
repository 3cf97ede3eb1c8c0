import {expect} from '@open-wc/testing';

import {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from '../../../src/contract/ticket.js';
import {ticketDetailJson, replyJson, ticketJson} from '../../support/json-fixtures.js';

describe('a ticket', () => {
  it('is read from the words of the wire', () => {
    expect(TicketSummary.parse(ticketJson())).to.eql({
      id: 't1',
      number: 'TKT-2026-1001',
      subject: 'Slow in the evening',
      status: 'open',
      priority: 'normal',
      category: 'slow_speed',
      createdAt: '2026-05-01T09:00:00.000Z',
      updatedAt: '2026-05-02T10:00:00.000Z',
      lastReplyAt: '2026-05-02T10:00:00.000Z',
      lastReplyBy: 'operator',
      replyCount: 1,
      unreadCount: 1,
    });
  });

  it('has nothing of what the contract does not name', () => {
    expect(TicketSummary.parse(ticketJson({assignee: 'Anna', note_count: 3}))).not.to.have.any.keys(
      'assignee',
      'note_count',
      'customer_username',
    );
  });

  it('is shown over a status, priority and category that nobody has heard of', () => {
    const {status, priority, category} = TicketSummary.parse(
      ticketJson({status: 'engineer_booked', priority: 'urgent', category: 'tv'}),
    );
    expect([status, priority, category]).to.eql(['engineer_booked', 'urgent', 'tv']);
  });

  it('has no priority, category, last reply or counts where the server does not say', () => {
    const names = ['priority', 'category', 'last_reply_at', 'last_reply_by', 'reply_count', 'unread_count'];
    const ofNulls = TicketSummary.parse(ticketJson(Object.fromEntries(names.map(name => [name, null]))));
    const ofNothing = TicketSummary.parse(ticketJson(Object.fromEntries(names.map(name => [name, undefined]))));
    expect(ofNulls).to.include({priority: null, category: null, lastReplyAt: null, lastReplyBy: null});
    expect(ofNulls).to.include({replyCount: null, unreadCount: null});
    expect(ofNothing).to.eql(ofNulls);
  });

  it('does not say who replied last where that is nobody we know', () => {
    expect(TicketSummary.parse(ticketJson({last_reply_by: 'robot'})).lastReplyBy).to.be.null;
  });

  for (const name of ['id', 'ticket_number', 'subject', 'status', 'created_at', 'updated_at']) {
    it(`is refused without its ${name}`, () => {
      expect(TicketSummary.safeParse(ticketJson({[name]: undefined})).success).to.be.false;
    });
  }

  for (const wrong of [{reply_count: '3'}, {created_at: '2026-05-01T09:00:00'}, {subject: null}]) {
    it(`is refused with ${JSON.stringify(wrong)}`, () => {
      expect(TicketSummary.safeParse(ticketJson(wrong)).success).to.be.false;
    });
  }

  it('takes nothing from the prototype that a payload brings along', () => {
    const row = JSON.parse(JSON.stringify(ticketJson()).replace('{', '{"__proto__":{"priority":"high","admin":true},'));
    delete row.priority;
    const ticket: object = TicketSummary.parse(row);
    expect(ticket).to.include({priority: null});
    expect('admin' in ticket).to.be.false;
    expect(Object.getPrototypeOf(ticket)).to.equal(Object.prototype);
  });
});

describe('a page of tickets', () => {
  it('keeps the order of the server, and leads to the next', () => {
    const page = TicketPage.parse({data: [ticketJson({id: 2}), ticketJson({id: 1})], next_cursor: 'abc'});
    expect(page.tickets.map(ticket => ticket.id)).to.eql(['2', '1']);
    expect(page.nextCursor).to.equal('abc');
  });

  it('is the last where it leads nowhere', () => {
    expect(TicketPage.parse({data: [], next_cursor: null})).to.eql({tickets: [], nextCursor: null});
    expect(TicketPage.parse({data: []}).nextCursor).to.be.null;
  });

  it('is refused as a whole over one row that breaks the contract', () => {
    expect(TicketPage.safeParse({data: [ticketJson(), {}], next_cursor: null}).success).to.be.false;
  });
});

describe('a ticket that is opened', () => {
  it('has its description, its replies and a way to the earlier ones', () => {
    const opened = TicketDetail.parse(
      ticketDetailJson({replies: [replyJson({id: 1}), replyJson({id: 2})], replies_earlier_cursor: 'before'}),
    );
    expect(opened.ticket).to.eql(TicketSummary.parse(ticketJson()));
    expect(opened.description).to.equal('It gets slow after eight.');
    expect(opened.replies.map(reply => reply.id)).to.eql(['1', '2']);
    expect(opened).to.include({canReply: true, earlierCursor: 'before'});
  });

  it('keeps the line breaks of its description', () => {
    expect(TicketDetail.parse(ticketDetailJson({description: 'a\n\nb'})).description).to.equal('a\n\nb');
  });

  for (const name of ['description', 'can_reply', 'replies']) {
    it(`is refused without its ${name}`, () => {
      expect(TicketDetail.safeParse(ticketDetailJson({[name]: undefined})).success).to.be.false;
    });
  }
});

describe('the answer to a reply', () => {
  it('is the reply as stored, and the ticket as it now stands', () => {
    const {reply, ticket} = ReplyReceipt.parse({reply: replyJson({id: 9}), ticket: ticketJson({status: 'open'})});
    expect(reply.id).to.equal('9');
    expect(ticket.status).to.equal('open');
  });

  it('is refused where one of them is missing', () => {
    expect(ReplyReceipt.safeParse({reply: replyJson()}).success).to.be.false;
    expect(ReplyReceipt.safeParse({ticket: ticketJson()}).success).to.be.false;
  });
});
