import type {Reply} from '../contract/reply.js';
import {sortByCreation} from '../contract/rows.js';
import type {TicketDetail, TicketSummary} from '../contract/ticket.js';

/** Returns the replies that a customer may read. Staff notes leak through counts more often than through their text. */
export function publicReplies(replies: readonly Reply[]): readonly Reply[] {
  return replies.some(reply => reply.isInternal) ? replies.filter(reply => !reply.isInternal) : replies;
}

/**
 * Sorts the replies, and removes the internal notes that a careless server has sent, from the thread and from its
 * counts and times.
 */
export function publicDetail(sent: TicketDetail): TicketDetail {
  const sorted = sortByCreation(sent.replies, 'oldest first');
  const detail = sorted === sent.replies ? sent : {...sent, replies: sorted};
  const replies = publicReplies(sorted);
  return replies === sorted ? detail : {...detail, replies, ticket: recount(detail, replies)};
}

function recount(sent: TicketDetail, replies: readonly Reply[]): TicketSummary {
  const {ticket} = sent;
  const last = replies[replies.length - 1];
  const dropped = sent.replies.length - replies.length;
  const isWhole = sent.earlierCursor === null;
  const counted = isWhole ? replies.length : Math.max(replies.length, (ticket.replyCount ?? 0) - dropped);
  return {
    ...ticket,
    replyCount: ticket.replyCount === null ? null : counted,
    unreadCount: ticket.unreadCount === null ? null : publicUnread(sent.replies, ticket.unreadCount),
    updatedAt: last?.createdAt ?? ticket.createdAt,
    lastReplyAt: last?.createdAt ?? null,
    lastReplyBy: last ? (last.author.kind === 'customer' ? 'customer' : 'operator') : null,
  };
}

/**
 * Counts the unread replies without internal notes. The unread ones are the operator's newest, as many as the server
 * says.
 */
function publicUnread(replies: readonly Reply[], unread: number): number {
  const fromOperator = replies.filter(reply => reply.author.kind === 'operator');
  return publicReplies(fromOperator.slice(Math.max(0, fromOperator.length - unread))).length;
}
