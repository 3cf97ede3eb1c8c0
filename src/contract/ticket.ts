import * as z from 'zod/mini';

import {Identifier, Instant, MultilineText, nullishToNull, oneOf, SingleLineText} from './primitives.js';
import {Reply} from './reply.js';

const Count = z.number();

const summaryShape = {
  id: Identifier,
  ticket_number: SingleLineText,
  subject: SingleLineText,
  status: SingleLineText,
  priority: nullishToNull(SingleLineText),
  category: nullishToNull(SingleLineText),
  created_at: Instant,
  updated_at: Instant,
  last_reply_at: nullishToNull(Instant),
  last_reply_by: oneOf(['customer', 'operator'], null),
  reply_count: nullishToNull(Count),
  unread_count: nullishToNull(Count),
};

const SummaryRow = z.object(summaryShape);

const toSummary = (row: z.output<typeof SummaryRow>) => ({
  id: row.id,
  /** The number that customers quote, such as `TKT-2026-1234`. */
  number: row.ticket_number,
  subject: row.subject,
  /** `open`, `in_progress`, `pending`, `resolved`, `closed`, or a value of the operator's own. */
  status: row.status,
  /** `low`, `normal`, `high`, or a value of the operator's own. Null if the server does not send it. */
  priority: row.priority,
  category: row.category,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastReplyAt: row.last_reply_at,
  lastReplyBy: row.last_reply_by,
  /** The number of public replies, without the description. Null if the server does not send it. */
  replyCount: row.reply_count,
  /** The number of operator replies that the customer has not seen. Null if the server does not track it. */
  unreadCount: row.unread_count,
});

/** A ticket in the list. */
export const TicketSummary = z.pipe(SummaryRow, z.transform(toSummary));
export type TicketSummary = Readonly<z.output<typeof TicketSummary>>;

/** A page of the customer's tickets, newest first. Only a null `nextCursor` marks the last page. */
export const TicketPage = z.pipe(
  z.object({data: z.array(TicketSummary), next_cursor: nullishToNull(z.string())}),
  z.transform(page => ({
    tickets: page.data as readonly TicketSummary[],
    nextCursor: page.next_cursor,
  })),
);
export type TicketPage = Readonly<z.output<typeof TicketPage>>;

/** A ticket with its description and its newest replies, oldest first. */
export const TicketDetail = z.pipe(
  z.object({
    ...summaryShape,
    description: MultilineText,
    can_reply: z.boolean(),
    replies: z.array(Reply),
    replies_earlier_cursor: nullishToNull(z.string()),
  }),
  z.transform(row => ({
    ticket: toSummary(row) as TicketSummary,
    description: row.description,
    canReply: row.can_reply,
    replies: row.replies as readonly Reply[],
    /** The cursor of the page before these replies. Null if there is none. */
    earlierCursor: row.replies_earlier_cursor,
  })),
);
export type TicketDetail = Readonly<z.output<typeof TicketDetail>>;

/** The stored reply, and the updated ticket: a reply reopens a resolved ticket. */
export const ReplyReceipt = z.pipe(
  z.object({reply: Reply, ticket: TicketSummary}),
  z.transform(receipt => receipt as {reply: Reply; ticket: TicketSummary}),
);
export type ReplyReceipt = Readonly<z.output<typeof ReplyReceipt>>;
