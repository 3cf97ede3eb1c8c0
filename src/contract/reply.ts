import * as z from 'zod/mini';

import {Identifier, Instant, MultilineText, nullishToNull, oneOf, optional, SingleLineText} from './primitives.js';

/** The author of a message. Whether it is the customer depends on `kind`, never on the name. */
export const Author = z.object({
  kind: oneOf(['customer', 'operator', 'system'], 'operator'),
  /** The operator's display name. */
  name: nullishToNull(SingleLineText),
});
export type Author = Readonly<z.output<typeof Author>>;

/** A message in a thread. */
export const Reply = z.pipe(
  z.object({
    id: Identifier,
    author: Author,
    message: MultilineText,
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

/** The page of replies before a cursor, oldest first. `earlierCursor` is null on the first page of the thread. */
export const ReplyPage = z.pipe(
  z.object({data: z.array(Reply), earlier_cursor: nullishToNull(z.string())}),
  z.transform(page => ({replies: page.data as readonly Reply[], earlierCursor: page.earlier_cursor})),
);
export type ReplyPage = Readonly<z.output<typeof ReplyPage>>;
