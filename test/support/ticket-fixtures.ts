import type {Reply} from '../../src/contract/reply.js';
import type {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from '../../src/contract/ticket.js';

export const ticket = (id: string, changes: Partial<TicketSummary> = {}): TicketSummary => ({
  id,
  number: `TKT-2026-${id}`,
  subject: `Subject of ${id}`,
  status: 'open',
  priority: 'normal',
  category: 'general',
  createdAt: '2026-05-01T09:00:00.000Z',
  updatedAt: '2026-05-01T09:00:00.000Z',
  lastReplyAt: null,
  lastReplyBy: null,
  replyCount: 0,
  unreadCount: 0,
  ...changes,
});

export const reply = (id: string, changes: Partial<Reply> = {}): Reply => ({
  id,
  author: {kind: 'operator', name: 'Anna'},
  message: `Message of ${id}`,
  createdAt: '2026-05-02T10:00:00.000Z',
  isInternal: false,
  ...changes,
});

export const ticketPage = (ids: string, nextCursor: string | null = null): TicketPage => ({
  tickets: split(ids).map(id => ticket(id)),
  nextCursor,
});

/** An open ticket with these replies. */
export const detail = (id: string, replyIds: string, changes: Partial<TicketDetail> = {}): TicketDetail => ({
  ticket: ticket(id),
  description: `Description of ${id}`,
  canReply: true,
  replies: split(replyIds).map(replyId => reply(replyId)),
  earlierCursor: null,
  ...changes,
});

export const receipt = (ticketId: string, message: string, changes: Partial<TicketSummary> = {}): ReplyReceipt => ({
  reply: reply(`reply ${message}`, {message, author: {kind: 'customer', name: null}}),
  ticket: ticket(ticketId, changes),
});

export const idsOf = (rows: readonly {readonly id: string}[]): string => rows.map(row => row.id).join(' ');

const split = (ids: string): string[] => ids.split(' ').filter(Boolean);
