import * as z from 'zod/mini';

import {Identifier, Line, nullable} from './primitives.js';

/** The number of unread operator replies, with the tickets that have them. */
export const Updates = z.pipe(
  z.object({
    unread: z.number(),
    tickets: z.array(
      z.object({
        id: Identifier,
        ticket_number: nullable(Line),
        subject: nullable(Line),
        unread_count: nullable(z.number()),
      }),
    ),
    poll_after: nullable(z.number()),
  }),
  z.transform(updates => ({
    unread: updates.unread,
    tickets: updates.tickets.map(row => ({
      id: row.id,
      number: row.ticket_number,
      subject: row.subject,
      unreadCount: row.unread_count ?? 0,
    })) as readonly UnreadTicket[],
    /** Seconds to wait before the next request, if the server specified them. */
    pollAfter: updates.poll_after,
  })),
);
export type Updates = Readonly<z.output<typeof Updates>>;

/** A message of the event stream: the ID of a ticket that has changed. */
export const Change = z.object({ticket_id: Identifier});

/** A ticket with unread replies. */
export interface UnreadTicket {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly unreadCount: number;
}
