import type * as z from 'zod/v4/core';

import {
  Cursor,
  Identifier,
  Instant,
  IsAllowed,
  IsInternal,
  mapped,
  MultilineText,
  OptionalCount,
  OptionalInstant,
  optionalOneOf,
  OptionalSingleLineText,
  record,
  rowsOf,
  SingleLineText,
  Status,
} from './primitives.js';
import {Reply} from './reply.js';
import {inOrder, page} from './rows.js';

const summaryShape = {
  id: Identifier,
  ticket_number: SingleLineText,
  subject: SingleLineText,
  status: Status,
  priority: OptionalSingleLineText,
  category: OptionalSingleLineText,
  created_at: Instant,
  updated_at: Instant,
  last_reply_at: OptionalInstant,
  last_reply_by: optionalOneOf(['customer', 'operator']),
  reply_count: OptionalCount,
  unread_count: OptionalCount,
  is_internal: IsInternal,
};

const SummaryRow = record(summaryShape);

const toSummary = (row: z.output<typeof SummaryRow>) => ({
  /** Empty if the server sends none that can be used: such a ticket is listed and cannot be opened. */
  id: row.id,
  /** The number that customers quote, such as `TKT-2026-1234`. Empty if it cannot be read. */
  number: row.ticket_number,
  /** Empty if it cannot be read. */
  subject: row.subject,
  /** `open`, `in_progress`, `pending`, `resolved`, `closed`, or a value of the operator's own. Empty if unreadable. */
  status: row.status,
  /** `low`, `normal`, `high`, or a value of the operator's own. Null if the server does not send it. */
  priority: row.priority || null,
  category: row.category || null,
  /** Null if it cannot be read. */
  createdAt: row.created_at,
  /** Null if it cannot be read. */
  updatedAt: row.updated_at,
  lastReplyAt: row.last_reply_at,
  lastReplyBy: row.last_reply_by,
  /** The number of public replies, without the description. Null if the server does not send it. */
  replyCount: row.reply_count,
  /** The number of operator replies that the customer has not seen. Null if the server does not track it. */
  unreadCount: row.unread_count,
});

/** A ticket in the list. */
export const TicketSummary = mapped(SummaryRow, toSummary);
export type TicketSummary = Readonly<z.output<typeof TicketSummary>>;

/** A page of the customer's tickets, newest first. Only a null `nextCursor` marks the last page. */
export const TicketPage = mapped(
  page(SummaryRow, {next_cursor: Cursor}),
  (body, report): {readonly tickets: readonly TicketSummary[]; readonly nextCursor: string | null} => {
    const tickets = body.data.filter(row => !row.is_internal).map(toSummary);
    return {
      tickets: inOrder<TicketSummary>(tickets, 'newest first', 'data', report),
      nextCursor: body.next_cursor,
    };
  },
);
export type TicketPage = Readonly<z.output<typeof TicketPage>>;

/** A ticket with its description and its newest replies, oldest first. */
export const TicketDetail = mapped(
  record({
    ...summaryShape,
    description: MultilineText,
    can_reply: IsAllowed,
    replies: rowsOf(Reply),
    replies_earlier_cursor: Cursor,
  }),
  (row, report) => {
    if (!row.id || row.is_internal) report(row.id ? 'internal' : 'missing', 'id', 'fatal');
    return {
      ticket: toSummary(row) as TicketSummary,
      description: row.description,
      canReply: row.can_reply,
      replies: inOrder<Reply>(row.replies, 'oldest first', 'replies', report) as readonly Reply[],
      /** The cursor of the page before these replies. Null if there is none. */
      earlierCursor: row.replies_earlier_cursor,
    };
  },
);
export type TicketDetail = Readonly<z.output<typeof TicketDetail>>;

/** The stored reply, and the updated ticket: a reply reopens a resolved ticket. */
export const ReplyReceipt = mapped(record({reply: Reply, ticket: TicketSummary}), (receipt, report) => {
  if (!receipt.reply.id && !receipt.reply.message) report('missing', 'reply', 'fatal');
  return receipt as {reply: Reply; ticket: TicketSummary};
});
export type ReplyReceipt = Readonly<z.output<typeof ReplyReceipt>>;
