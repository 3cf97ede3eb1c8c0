import * as z from 'zod/mini';

import {Body, Identifier, Instant, Line, nullable, oneOf, optional} from './primitives.js';

/** The author of a reply. `kind` is `customer`, `operator` or `system`. */
export const Author = z.object({
  kind: oneOf(['customer', 'operator', 'system'], 'operator'),
  /** The operator's display name, or `null`. */
  name: nullable(Line),
});
export type Author = Readonly<z.output<typeof Author>>;

/** A reply in a ticket. */
export const Reply = z.pipe(
  z.object({
    id: Identifier,
    author: Author,
    message: Body,
    created_at: Instant,
    is_internal: optional(z.unknown()),
  }),
  z.transform(row => ({
    id: row.id,
    author: row.author,
    message: row.message,
    createdAt: row.created_at,
    /** Whether the reply is an internal note. Internal notes are removed before anything counts or shows them. */
    isInternal: row.is_internal !== null && row.is_internal !== false,
  })),
);
export type Reply = Readonly<z.output<typeof Reply>>;

/**
 * A page of replies, oldest first. `earlierCursor` leads to the page before it, and is `null` on the first page of the
 * ticket.
 */
export const ReplyPage = z.pipe(
  z.object({data: z.array(Reply), earlier_cursor: nullable(z.string())}),
  z.transform(page => ({replies: page.data as readonly Reply[], earlierCursor: page.earlier_cursor})),
);
export type ReplyPage = Readonly<z.output<typeof ReplyPage>>;
