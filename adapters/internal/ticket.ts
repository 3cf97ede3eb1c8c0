import type {Reply, TicketDetail, TicketSummary} from 'isp-support-elements';

import {lastReplyOf, publicThread} from './thread.js';

/** What a list says about a ticket. */
type KnownSummary = Partial<TicketSummary> & Pick<TicketSummary, 'id' | 'subject' | 'status'>;

/**
 * A ticket of the list. What the list does not say is null. A server's own time of the last change is left out:
 * internal notes change it.
 */
export const summaryOf = (known: KnownSummary): TicketSummary => ({
  priority: null,
  category: null,
  createdAt: null,
  updatedAt: known.createdAt ?? null,
  lastReplyAt: null,
  lastReplyBy: null,
  replyCount: null,
  unreadCount: null,
  ...known,
  number: known.number || `#${known.id}`,
});

/** A ticket whose whole thread is known: its counts and times are those of the replies that a customer may read. */
export function detailOf(
  summary: TicketSummary,
  all: readonly Reply[],
  {description, canReply = true}: {readonly description: string; readonly canReply?: boolean},
): TicketDetail {
  const {replies} = publicThread(all);
  const last = lastReplyOf(replies);
  const ticket = {...summary, ...last, updatedAt: last.lastReplyAt ?? summary.createdAt};
  return {ticket, description, canReply, replies, earlierCursor: null};
}

/** The same for a thread that begins with the description. */
export function detailOfThread(summary: TicketSummary, all: readonly Reply[], canReply = true): TicketDetail {
  const [first, ...others] = publicThread(all).replies;
  return detailOf(summary, others, {description: first?.message ?? '', canReply});
}
