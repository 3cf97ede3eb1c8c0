import {oldestFirst} from './order.js';
import type {CustomerReply, CustomerTicket, Reply, StaffTicket, Subscriber, Ticket} from './rows.js';

export const publicRepliesOf = (replies: readonly Reply[]): CustomerReply[] =>
  replies
    .filter(reply => !reply.isInternal)
    .map(({writtenAt: _, ...seen}) => seen)
    .sort(oldestFirst);

const latest = (...times: (string | null)[]) => times.reduce<string>((a, b) => (b !== null && b > a ? b : a), '');

export function customerTicketOf(ticket: Ticket, replies: readonly Reply[]): CustomerTicket {
  const visible = publicRepliesOf(replies);
  const last = visible.at(-1);
  const isUnread = (reply: CustomerReply) =>
    reply.authorKind === 'operator' && (ticket.readThrough === null || reply.createdAt > ticket.readThrough);
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    acceptsReplies: ticket.acceptsReplies,
    createdAt: ticket.createdAt,
    updatedAt: latest(ticket.createdAt, ticket.statusChangedAt, last?.createdAt ?? null),
    lastReplyAt: last?.createdAt ?? null,
    lastReplyBy: last ? (last.authorKind === 'customer' ? 'customer' : 'operator') : null,
    replyCount: visible.length,
    unreadCount: visible.filter(isUnread).length,
    readThrough: ticket.readThrough,
    version: ticket.version,
  };
}

export function staffTicketOf(ticket: Ticket, replies: readonly Reply[], owner: Subscriber | undefined): StaffTicket {
  const last = publicRepliesOf(replies).at(-1);
  return {
    ...customerTicketOf(ticket, replies),
    touchedAt: ticket.touchedAt,
    writtenAt: ticket.writtenAt,
    waitingSince: ticket.waitingSince,
    lastAuthorKind: last?.authorKind ?? null,
    lastAuthorName: last?.authorName ?? null,
    noteCount: replies.filter(reply => reply.isInternal).length,
    subscriberId: ticket.subscriberId,
    username: owner?.username ?? '',
    customerName: owner?.name ?? '',
  };
}
