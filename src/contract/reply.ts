import type * as z from 'zod/v4/core';

import {
  Cursor,
  Identifier,
  Instant,
  IsInternal,
  mapped,
  MultilineText,
  oneOf,
  OptionalSingleLineText,
  record,
} from './primitives.js';
import {inOrder, page} from './rows.js';

/** The author of a message. Whether it is the customer depends on `kind`, never on the name. */
export const Author = record({
  /** The operator's display name. */
  name: OptionalSingleLineText,
  kind: oneOf(['customer', 'operator', 'system'], 'operator'),
});
export type Author = Readonly<z.output<typeof Author>>;

/** A message in a thread. */
export const Reply = mapped(
  record({
    id: Identifier,
    author: Author,
    message: MultilineText,
    created_at: Instant,
    is_internal: IsInternal,
  }),
  row => ({
    /** Empty if the server sends none that can be used. */
    id: row.id,
    author: row.author as Author,
    /** Empty if it cannot be read. */
    message: row.message,
    /** Null if it cannot be read. */
    createdAt: row.created_at,
    /** Whether the reply is an internal note. Internal notes are removed before anything counts or shows them. */
    isInternal: row.is_internal,
  }),
);
export type Reply = Readonly<z.output<typeof Reply>>;

/** The page of replies before a cursor, oldest first. `earlierCursor` is null on the first page of the thread. */
export const ReplyPage = mapped(page(Reply, {earlier_cursor: Cursor}), (body, report) => ({
  replies: inOrder<Reply>(body.data, 'oldest first', 'data', report),
  earlierCursor: body.earlier_cursor,
}));
export type ReplyPage = Readonly<z.output<typeof ReplyPage>>;
