import * as z from 'zod/mini';

import {Identifier, Line, nullable} from './primitives.js';

/** What the banner shows: unread operator replies, and the tickets they stand in. */
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
    /** Seconds until it is worth asking again, where the server says. */
    pollAfter: updates.poll_after,
  })),
);
export type Updates = Readonly<z.output<typeof Updates>>;

/** One event of the stream: which ticket has changed, and nothing of what. */
export const Change = z.object({ticket_id: Identifier});

/** A ticket as the banner knows it. */
export interface UnreadTicket {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly unreadCount: number;
}
