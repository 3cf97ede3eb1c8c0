import * as z from 'zod/mini';

import {Identifier, nullishToNull, SingleLineText} from './primitives.js';

/** Unread operator replies and their tickets, for the banner. */
export const Updates = z.pipe(
  z.object({
    unread: z.number(),
    tickets: z.array(
      z.object({
        id: Identifier,
        ticket_number: nullishToNull(SingleLineText),
        subject: nullishToNull(SingleLineText),
        unread_count: nullishToNull(z.number()),
      }),
    ),
    poll_after: nullishToNull(z.number()),
  }),
  z.transform(updates => ({
    unread: updates.unread,
    tickets: updates.tickets.map(row => ({
      id: row.id,
      number: row.ticket_number,
      subject: row.subject,
      unreadCount: row.unread_count ?? 0,
    })) as readonly UnreadTicket[],
    /** The polling interval that the server asks for, in seconds. */
    pollAfter: updates.poll_after,
  })),
);
export type Updates = Readonly<z.output<typeof Updates>>;

/** An event of the stream: the ticket that changed, without its new content. */
export const TicketChange = z.object({ticket_id: Identifier});

/** A ticket in the banner. */
export interface UnreadTicket {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly unreadCount: number;
}
