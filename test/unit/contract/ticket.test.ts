import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse, safeParse} from 'zod/v4/core';

import {readTolerantly} from '../../../src/contract/flaws.js';
import {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from '../../../src/contract/ticket.js';
import {ticketDetailJson, replyJson, ticketJson} from '../../support/json-fixtures.js';

describe('TicketSummary', () => {
  it('is parsed from the fields of the REST contract', () => {
    expect(parse(TicketSummary, ticketJson())).to.eql({
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

  it('drops fields that the contract does not have', () => {
    expect(parse(TicketSummary, ticketJson({assignee: 'Anna', note_count: 3}))).not.to.have.any.keys(
      'assignee',
      'note_count',
      'customer_username',
    );
  });

  it('keeps an unknown status, priority and category', () => {
    const {status, priority, category} = parse(
      TicketSummary,
      ticketJson({status: 'engineer_booked', priority: 'urgent', category: 'tv'}),
    );
    expect([status, priority, category]).to.eql(['engineer_booked', 'urgent', 'tv']);
  });

  for (const [sent, status] of [
    ['OPEN', 'open'],
    ['CLOSED', 'closed'],
    ['In Progress', 'in_progress'],
    ['in-progress', 'in_progress'],
    ['inProgress', 'in_progress'],
    [' Resolved', 'resolved'],
    ['PENDING', 'pending'],
  ] as const) {
    it(`reads the status ${sent} as ${status}, which is a flaw`, () => {
      const {output, flaws} = readTolerantly(TicketSummary, ticketJson({status: sent}));
      expect(output.status).to.equal(status);
      expect(flaws).to.eql([
        {path: 'status', reason: 'string instead of open or in_progress or pending or resolved or closed'},
      ]);
    });
  }

  for (const status of ['Engineer booked', 'On hold', 'OPEN again', 'open_ended']) {
    it(`keeps the operator’s own status as it is: ${status}`, () => {
      const {output, flaws} = readTolerantly(TicketSummary, ticketJson({status}));
      expect(output.status).to.equal(status);
      expect(flaws).to.be.empty;
    });
  }

  it('has null for the priority, category, last reply and counts that the server does not send', () => {
    const names = ['priority', 'category', 'last_reply_at', 'last_reply_by', 'reply_count', 'unread_count'];
    const ofNulls = parse(TicketSummary, ticketJson(Object.fromEntries(names.map(name => [name, null]))));
    const ofNothing = parse(TicketSummary, ticketJson(Object.fromEntries(names.map(name => [name, undefined]))));
    expect(ofNulls).to.include({priority: null, category: null, lastReplyAt: null, lastReplyBy: null});
    expect(ofNulls).to.include({replyCount: null, unreadCount: null});
    expect(ofNothing).to.eql(ofNulls);
  });

  for (const subject of ['\u3164', '\u200b\u2060', ' \u00ad\ufeff']) {
    it(`has an empty subject if it shows nothing: ${JSON.stringify(subject)}`, () => {
      expect(parse(TicketSummary, ticketJson({subject})).subject).to.equal('');
    });
  }

  it('has null for an unknown author of the last reply, which is a flaw', () => {
    const {output, flaws} = readTolerantly(TicketSummary, ticketJson({last_reply_by: 'robot'}));
    expect(output.lastReplyBy).to.be.null;
    expect(flaws.map(({path}) => path)).to.eql(['last_reply_by']);
  });

  for (const name of ['id', 'ticket_number', 'subject', 'status', 'created_at', 'updated_at']) {
    it(`is rejected without ${name}`, () => {
      expect(safeParse(TicketSummary, ticketJson({[name]: undefined})).success).to.be.false;
    });
  }

  for (const wrong of [{reply_count: '3'}, {created_at: '2026-05-01T09:00:00'}, {subject: null}]) {
    it(`is rejected with ${JSON.stringify(wrong)}`, () => {
      expect(safeParse(TicketSummary, ticketJson(wrong)).success).to.be.false;
    });
  }

  it('takes nothing from a __proto__ in the response', () => {
    const row = JSON.parse(JSON.stringify(ticketJson()).replace('{', '{"__proto__":{"priority":"high","admin":true},'));
    delete row.priority;
    const ticket: object = parse(TicketSummary, row);
    expect(ticket).to.include({priority: null});
    expect('admin' in ticket).to.be.false;
    expect(Object.getPrototypeOf(ticket)).to.equal(Object.prototype);
  });
});

describe('TicketPage', () => {
  it('keeps the order of the server, and has the cursor of the next page', () => {
    const page = parse(TicketPage, {data: [ticketJson({id: 2}), ticketJson({id: 1})], next_cursor: 'abc'});
    expect(page.tickets.map(ticket => ticket.id)).to.eql(['2', '1']);
    expect(page.nextCursor).to.equal('abc');
  });

  it('has no cursor on the last page', () => {
    expect(parse(TicketPage, {data: [], next_cursor: null})).to.eql({tickets: [], nextCursor: null});
    expect(parse(TicketPage, {data: []}).nextCursor).to.be.null;
  });

  it('is rejected if one row breaks the contract', () => {
    expect(safeParse(TicketPage, {data: [ticketJson(), {}], next_cursor: null}).success).to.be.false;
  });
});

describe('TicketDetail', () => {
  it('has a description, replies and the cursor of the earlier page', () => {
    const opened = parse(
      TicketDetail,
      ticketDetailJson({replies: [replyJson({id: 1}), replyJson({id: 2})], replies_earlier_cursor: 'before'}),
    );
    expect(opened.ticket).to.eql(parse(TicketSummary, ticketJson()));
    expect(opened.description).to.equal('It gets slow after eight.');
    expect(opened.replies.map(reply => reply.id)).to.eql(['1', '2']);
    expect(opened).to.include({canReply: true, earlierCursor: 'before'});
  });

  it('keeps the line breaks of the description', () => {
    expect(parse(TicketDetail, ticketDetailJson({description: 'a\n\nb'})).description).to.equal('a\n\nb');
  });

  for (const name of ['description', 'can_reply', 'replies']) {
    it(`is rejected without ${name}`, () => {
      expect(safeParse(TicketDetail, ticketDetailJson({[name]: undefined})).success).to.be.false;
    });
  }
});

describe('ReplyReceipt', () => {
  it('has the stored reply and the ticket after it', () => {
    const {reply, ticket} = parse(ReplyReceipt, {reply: replyJson({id: 9}), ticket: ticketJson({status: 'open'})});
    expect(reply.id).to.equal('9');
    expect(ticket.status).to.equal('open');
  });

  it('is rejected if one of them is missing', () => {
    expect(safeParse(ReplyReceipt, {reply: replyJson()}).success).to.be.false;
    expect(safeParse(ReplyReceipt, {ticket: ticketJson()}).success).to.be.false;
  });
});
