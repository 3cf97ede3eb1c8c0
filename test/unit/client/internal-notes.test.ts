import {expect} from 'chai';
import {describe, it} from 'node:test';

import {publicDetail, publicReplies} from '../../../src/client/internal-notes.js';
import {readTolerantly} from '../../../src/contract/flaws.js';
import {TicketDetail} from '../../../src/contract/ticket.js';
import {detail, idsOf, reply, ticket} from '../../support/ticket-fixtures.js';
import {ticketDetailJson, replyJson} from '../../support/json-fixtures.js';

const at = (hour: number): string => `2026-05-02T${hour}:00:00.000Z`;
const note = (id: string, hour = 23) => reply(id, {isInternal: true, createdAt: at(hour)});

describe('an internal note', () => {
  for (const marked of [true, 1, 'yes']) {
    it(`is removed from a server’s response if is_internal is ${JSON.stringify(marked)}`, () => {
      const rows = [replyJson({id: 'a'}), replyJson({id: 'n', is_internal: marked}), replyJson({id: 'b'})];
      const sent = readTolerantly(TicketDetail, ticketDetailJson({replies: rows})).output;
      expect(idsOf(publicDetail(sent).replies)).to.equal('a b');
    });

    it(`is removed from the result of a host’s backend if isInternal is ${JSON.stringify(marked)}`, () => {
      const rows = [reply('a'), {...reply('n'), isInternal: marked as boolean}];
      expect(idsOf(publicReplies(rows))).to.equal('a');
    });
  }

  it('costs nothing if there is none: the same thread is returned', () => {
    const careful = detail('t1', 'a b');
    expect(publicDetail(careful)).to.equal(careful);
    expect(publicReplies(careful.replies)).to.equal(careful.replies);
  });

  it('is not counted', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {replyCount: 3, unreadCount: 3}),
      replies: [reply('a', {author: {kind: 'customer', name: null}}), reply('b'), note('n')],
    });
    expect(publicDetail(sent).ticket).to.include({replyCount: 2, unreadCount: 1});
  });

  it('is not counted as unread if the server has counted it', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {unreadCount: 2}),
      replies: [reply('a'), reply('b'), note('n')],
    });
    expect(publicDetail(sent).ticket.unreadCount).to.equal(1);
  });

  it('does not change the time and the author of the last reply', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {updatedAt: at(23), lastReplyAt: at(23), lastReplyBy: 'operator', replyCount: 2}),
      replies: [reply('a', {createdAt: at(11), author: {kind: 'customer', name: null}}), note('n')],
    });
    expect(publicDetail(sent).ticket).to.include({
      updatedAt: at(11),
      lastReplyAt: at(11),
      lastReplyBy: 'customer',
      replyCount: 1,
    });
  });

  it('leaves a ticket without replies if it was the only one', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {
        updatedAt: at(23),
        lastReplyAt: at(23),
        lastReplyBy: 'operator',
        replyCount: 1,
        unreadCount: 1,
      }),
      replies: [note('n')],
    });
    const {ticket: shown, replies} = publicDetail(sent);
    expect(replies).to.eql([]);
    expect(shown).to.include({lastReplyAt: null, lastReplyBy: null, replyCount: 0, unreadCount: 0});
    expect(shown.updatedAt).to.equal(shown.createdAt);
  });

  it('is subtracted from the count of a thread whose start is not loaded', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {replyCount: 40}),
      replies: [reply('a'), note('n'), note('m')],
      earlierCursor: 'before',
    });
    expect(publicDetail(sent).ticket.replyCount).to.equal(38);
  });

  it('adds no count if the server gave none', () => {
    const sent = detail('t1', '', {
      ticket: ticket('t1', {replyCount: null, unreadCount: null}),
      replies: [reply('a'), note('n')],
    });
    expect(publicDetail(sent).ticket).to.include({replyCount: null, unreadCount: null});
  });

  it('leaves the description, the cursor and the permission to reply unchanged', () => {
    const sent = detail('t1', '', {replies: [note('n')], canReply: false, earlierCursor: 'before'});
    expect(publicDetail(sent)).to.include({
      description: 'Description of t1',
      canReply: false,
      earlierCursor: 'before',
    });
  });
});
