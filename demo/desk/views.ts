import type {CustomerReply, CustomerTicket, Subscriber} from './store/rows.js';

/** A ticket as the API returns it. Internal notes do not affect any of its fields. */
export function ticketSummary(ticket: CustomerTicket, owner: Subscriber) {
  return {
    id: ticket.id,
    ticket_number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    last_reply_at: ticket.lastReplyAt,
    last_reply_by: ticket.lastReplyBy,
    reply_count: ticket.replyCount,
    unread_count: ticket.unreadCount,
    customer_username: owner.username,
  };
}

export function ticketDetail(
  ticket: CustomerTicket,
  owner: Subscriber,
  thread: {description: string; replies: readonly CustomerReply[]; earlierCursor: string | null},
) {
  return {
    ...ticketSummary(ticket, owner),
    description: thread.description,
    can_reply: ticket.acceptsReplies,
    replies: thread.replies.map(replyView),
    replies_earlier_cursor: thread.earlierCursor,
  };
}

export function replyView(reply: CustomerReply) {
  if (reply.isInternal) throw new Error('An internal note was about to reach a customer');
  return {
    id: reply.id,
    author: {kind: reply.authorKind, name: reply.authorName},
    message: reply.message,
    created_at: reply.createdAt,
  };
}

export function ticketChange(ticket: CustomerTicket) {
  return {
    id: ticket.id,
    ticket_number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    unread_count: ticket.unreadCount,
    last_reply_at: ticket.lastReplyAt,
  };
}
