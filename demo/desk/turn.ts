import type {AuthorKind} from './store/rows.js';

/**
 * Whose turn a ticket is. `waitingSince` is the time since which the customer has been waiting for staff, or null. It
 * is stored and not derived from the thread: a reply that reopens a ticket starts another wait, and a promise to work
 * on a ticket does not end one. For staff only.
 */
type WaitingSince = string | null;

const done = new Set(['resolved', 'closed']);

/** The wait continues if the customer writes again: asking for news must not move a ticket down in the queue. */
export const waitAfterCustomerText = (waitingSince: WaitingSince, time: string): string => waitingSince ?? time;

export const waitAfterStaffReply = (status: string, time: string): WaitingSince =>
  status === 'in_progress' ? time : null;

export function waitAfterStatus(waitingSince: WaitingSince, status: string, time: string): WaitingSince {
  if (done.has(status) || status === 'pending') return null;
  return status === 'open' || status === 'in_progress' ? (waitingSince ?? time) : waitingSince;
}

interface WaitingTicket {
  status: string;
  acceptsReplies: boolean;
  waitingSince: WaitingSince;
}

export function turnOf({status, acceptsReplies, waitingSince}: WaitingTicket): 'support' | 'customer' | null {
  if (waitingSince !== null) return 'support';
  return done.has(status) || !acceptsReplies ? null : 'customer';
}

interface Text {
  authorKind: AuthorKind;
  isInternal: boolean;
  createdAt: string;
}

/** The wait after a conversation that was written by hand, oldest first. */
export function waitAfterThread(
  {status, acceptsReplies, createdAt}: Omit<WaitingTicket, 'waitingSince'> & {createdAt: string},
  replies: readonly Text[],
): WaitingSince {
  if (done.has(status) || !acceptsReplies) return null;
  return replies
    .filter(({isInternal}) => !isInternal)
    .reduce<WaitingSince>((wait, {authorKind, createdAt: time}) => {
      if (authorKind === 'customer') return waitAfterCustomerText(wait, time);
      return authorKind === 'operator' ? waitAfterStaffReply(status, time) : wait;
    }, createdAt);
}
