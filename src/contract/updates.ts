import type * as z from 'zod/v4/core';

import {
  Count,
  Cursor,
  Identifier,
  IsInternal,
  mapped,
  OptionalCount,
  OptionalPollInterval,
  OptionalSingleLineText,
  record,
  rowsOf,
} from './primitives.js';

const UnreadRow = record({
  id: Identifier,
  ticket_number: OptionalSingleLineText,
  subject: OptionalSingleLineText,
  unread_count: OptionalCount,
  is_internal: IsInternal,
});

const toUnreadTicket = (row: z.output<typeof UnreadRow>): UnreadTicket => ({
  id: row.id,
  number: row.ticket_number,
  subject: row.subject,
  unreadCount: row.unread_count ?? 0,
});

/** Unread operator replies and their tickets, for the banner. */
export const Updates = mapped(
  record({
    unread: Count,
    tickets: rowsOf(UnreadRow),
    poll_after: OptionalPollInterval,
    version: Cursor,
  }),
  ({unread, tickets, poll_after, version}) => {
    const [hidden, shown] = [true, false].map(isInternal =>
      tickets.filter(row => row.is_internal === isInternal).map(toUnreadTicket),
    ) as [UnreadTicket[], UnreadTicket[]];
    return {
      unread: unread === null ? unreadIn(shown) : Math.max(0, unread - unreadIn(hidden)),
      tickets: shown as readonly UnreadTicket[],
      /** The polling interval that the server asks for, in seconds. */
      pollAfter: poll_after,
      version,
    };
  },
);
export interface Updates extends Readonly<Omit<z.output<typeof Updates>, 'version'>> {
  /**
   * Differs after each change that the customer can see, in any ticket. While it stays the same, elements that poll ask
   * for the list and the thread every five minutes only. Leave it out if not every change is known.
   */
  readonly version?: string | null | undefined;
}

/** An event of the stream: the ticket that changed, without its new content. */
export const TicketChange = record({ticket_id: Identifier});

/** A ticket in the banner. */
export interface UnreadTicket {
  /** Empty if the server sends none that can be used. */
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly unreadCount: number;
}

/** The number of unread replies in these tickets. */
export const unreadIn = (tickets: readonly UnreadTicket[]): number =>
  tickets.reduce((sum, {unreadCount}) => sum + unreadCount, 0);
