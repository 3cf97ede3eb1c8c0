import * as z from 'zod/mini';

import {Body, Identifier, Instant, Line, nullable, oneOf} from './primitives.js';

/** Who wrote: `kind` decides "You", a name never does. */
export const Author = z.object({
  kind: oneOf(['customer', 'operator', 'system'], 'operator'),
  /** The operator's display name. */
  name: nullable(Line),
});
export type Author = Readonly<z.output<typeof Author>>;

/** One message of a thread. */
export const Reply = z.pipe(
  z.object({
    id: Identifier,
    author: Author,
    message: Body,
    created_at: Instant,
    is_internal: z.optional(z.unknown()),
  }),
  z.transform(row => ({
    id: row.id,
    author: row.author,
    message: row.message,
    createdAt: row.created_at,
    /** Anything but "no" is a note between staff: it is dropped before anything counts it. */
    isInternal: row.is_internal !== undefined && row.is_internal !== null && row.is_internal !== false,
  })),
);
export type Reply = Readonly<z.output<typeof Reply>>;

/** The replies just before a cursor, oldest first. A null `earlierCursor`: the thread starts here. */
export const ReplyPage = z.pipe(
  z.object({data: z.array(Reply), earlier_cursor: nullable(z.string())}),
  z.transform(page => ({replies: page.data as readonly Reply[], earlierCursor: page.earlier_cursor})),
);
export type ReplyPage = Readonly<z.output<typeof ReplyPage>>;
