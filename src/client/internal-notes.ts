import type {Reply} from '../contract/reply.js';
import type {TicketDetail, TicketSummary} from '../contract/ticket.js';

/** The replies a customer may read. Staff notes leak through counts more often than through words. */
export function publicReplies(replies: readonly Reply[]): readonly Reply[] {
  return replies.some(reply => reply.isInternal) ? replies.filter(reply => !reply.isInternal) : replies;
}

/** A ticket as if the notes that a careless server sent had never been written, in its counts and times as in its thread. */
export function publicDetail(detail: TicketDetail): TicketDetail {
  const replies = publicReplies(detail.replies);
  if (replies === detail.replies) return detail;
  return {...detail, replies, ticket: recounted(detail, replies)};
}

function recounted(sent: TicketDetail, replies: readonly Reply[]): TicketSummary {
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

/** Of the operator's newest messages, as many as the server calls unread, those that the customer may read. */
function publicUnread(replies: readonly Reply[], unread: number): number {
  const fromOperator = replies.filter(reply => reply.author.kind === 'operator');
  return publicReplies(fromOperator.slice(Math.max(0, fromOperator.length - unread))).length;
}
