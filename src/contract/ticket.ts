import * as z from 'zod/mini';

import {Body, Identifier, Instant, Line, nullable, oneOf} from './primitives.js';
import {Reply} from './reply.js';

const Count = z.number();

const summary = {
  id: Identifier,
  ticket_number: Line,
  subject: Line,
  status: Line,
  priority: nullable(Line),
  category: nullable(Line),
  created_at: Instant,
  updated_at: Instant,
  last_reply_at: nullable(Instant),
  last_reply_by: oneOf(['customer', 'operator'], null),
  reply_count: nullable(Count),
  unread_count: nullable(Count),
};

const Row = z.object(summary);

const toSummary = (row: z.output<typeof Row>) => ({
  id: row.id,
  /** The number people quote, such as `TKT-2026-1234`. */
  number: row.ticket_number,
  subject: row.subject,
  /** `open`, `in_progress`, `pending`, `resolved`, `closed`, or a word of the operator's own. */
  status: row.status,
  /** `low`, `normal`, `high`, or a word of the operator's own; null where the server does not say. */
  priority: row.priority,
  category: row.category,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastReplyAt: row.last_reply_at,
  lastReplyBy: row.last_reply_by,
  /** Public replies, the description not among them; null where the server cannot say. */
  replyCount: row.reply_count,
  /** Operator replies the customer has not seen; null where the server keeps no account of it. */
  unreadCount: row.unread_count,
});

/** A ticket as the list shows it. */
export const TicketSummary = z.pipe(Row, z.transform(toSummary));
export type TicketSummary = Readonly<z.output<typeof TicketSummary>>;

/** A page of the customer's tickets, newest first. A null `nextCursor` is the only sign of the end. */
export const TicketPage = z.pipe(
  z.object({data: z.array(TicketSummary), next_cursor: nullable(z.string())}),
  z.transform(page => ({
    tickets: page.data as readonly TicketSummary[],
    nextCursor: page.next_cursor,
  })),
);
export type TicketPage = Readonly<z.output<typeof TicketPage>>;

/** One ticket with its description and its newest replies, oldest first. */
export const TicketDetail = z.pipe(
  z.object({
    ...summary,
    description: Body,
    can_reply: z.boolean(),
    replies: z.array(Reply),
    replies_earlier_cursor: nullable(z.string()),
  }),
  z.transform(row => ({
    ticket: toSummary(row) as TicketSummary,
    description: row.description,
    canReply: row.can_reply,
    replies: row.replies as readonly Reply[],
    /** Leads to the replies before these; null when they are the whole thread. */
    earlierCursor: row.replies_earlier_cursor,
  })),
);
export type TicketDetail = Readonly<z.output<typeof TicketDetail>>;

/** The reply as stored, and the ticket as it now stands: a reply reopens a resolved one. */
export const ReplyReceipt = z.pipe(
  z.object({reply: Reply, ticket: TicketSummary}),
  z.transform(receipt => receipt as {reply: Reply; ticket: TicketSummary}),
);
export type ReplyReceipt = Readonly<z.output<typeof ReplyReceipt>>;
