import {toCursor} from './cursors.js';
import type {DeskReads, ReplyQuery} from './store/store.js';

/** The replies before a position, or the newest replies. Oldest first. */
export async function threadPage(store: DeskReads, ticketId: string, {limit, before}: ReplyQuery) {
  const found = await store.publicReplies(ticketId, {limit: limit + 1, before});
  const replies = found.slice(-limit);
  const first = replies[0];
  const earlierCursor = found.length > limit && first ? toCursor('replies', {at: first.createdAt, id: first.id}) : null;
  return {replies, earlierCursor};
}
