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
    sync_token: z.string(),
  }),
  z.transform(updates => ({
    unread: updates.unread,
    tickets: updates.tickets.map(row => ({
      id: row.id,
      number: row.ticket_number,
      subject: row.subject,
      unreadCount: row.unread_count ?? 0,
    })) as readonly UnreadTicket[],
    /** Opaque; says where the next question goes on. */
    syncToken: updates.sync_token,
  })),
);
export type Updates = Readonly<z.output<typeof Updates>>;

/** A ticket as the banner knows it. */
export interface UnreadTicket {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly unreadCount: number;
}
