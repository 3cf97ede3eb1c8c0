import {turnOf} from './turn.js';
import type {Reply, StaffTicket} from './store/rows.js';

export const staffTicket = (ticket: StaffTicket) => ({
  id: ticket.id,
  ticket_number: ticket.number,
  subject: ticket.subject,
  status: ticket.status,
  priority: ticket.priority,
  category: ticket.category,
  can_reply: ticket.acceptsReplies,
  customer: {username: ticket.username, name: ticket.customerName},
  created_at: ticket.createdAt,
  written_at: ticket.writtenAt,
  last_activity_at: ticket.touchedAt,
  turn: turnOf(ticket),
  waiting_since: ticket.waitingSince,
  last_reply_by: ticket.lastReplyBy,
  last_reply: ticket.lastReplyAt && {
    author: {kind: ticket.lastAuthorKind, name: ticket.lastAuthorName},
    created_at: ticket.lastReplyAt,
  },
  reply_count: ticket.replyCount,
  note_count: ticket.noteCount,
});

export const staffReply = (reply: Reply) => ({
  id: reply.id,
  author: {kind: reply.authorKind, name: reply.authorName},
  message: reply.message,
  is_internal: reply.isInternal,
  created_at: reply.createdAt,
  written_at: reply.writtenAt,
});
