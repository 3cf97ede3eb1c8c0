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
  /** Number of the ticket as shown to people, such as `TKT-2026-1234`. */
  number: row.ticket_number,
  subject: row.subject,
  /** `open`, `in_progress`, `pending`, `resolved`, `closed`, or another value of the operator. */
  status: row.status,
  /** `low`, `normal`, `high`, or another value of the operator; `null` if unknown. */
  priority: row.priority,
  category: row.category,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastReplyAt: row.last_reply_at,
  lastReplyBy: row.last_reply_by,
  /** Number of public replies, without the description; `null` if unknown. */
  replyCount: row.reply_count,
  /** Number of operator replies that the customer has not seen; `null` if the server does not track them. */
  unreadCount: row.unread_count,
});

/** A ticket in the list. */
export const TicketSummary = z.pipe(Row, z.transform(toSummary));
export type TicketSummary = Readonly<z.output<typeof TicketSummary>>;

/**
 * A page of the customer's tickets, newest first. `nextCursor` leads to the next page, and is `null` on the last page.
 */
export const TicketPage = z.pipe(
  z.object({data: z.array(TicketSummary), next_cursor: nullable(z.string())}),
  z.transform(page => ({
    tickets: page.data as readonly TicketSummary[],
    nextCursor: page.next_cursor,
  })),
);
export type TicketPage = Readonly<z.output<typeof TicketPage>>;

/** A ticket with its description and its newest replies, oldest first. */
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
    /** Cursor of the replies before these; `null` if there are none. */
    earlierCursor: row.replies_earlier_cursor,
  })),
);
export type TicketDetail = Readonly<z.output<typeof TicketDetail>>;

/** The reply as stored, and the updated ticket: a reply reopens a resolved ticket. */
export const ReplyReceipt = z.pipe(
  z.object({reply: Reply, ticket: TicketSummary}),
  z.transform(receipt => receipt as {reply: Reply; ticket: TicketSummary}),
);
export type ReplyReceipt = Readonly<z.output<typeof ReplyReceipt>>;
