import type {Reply, TicketSummary} from 'isp-support-elements';

type LastReply = Pick<TicketSummary, 'replyCount' | 'lastReplyAt' | 'lastReplyBy'>;

/** All replies that a customer may read, oldest first. Nothing may count or show the others. */
export interface Thread {
  readonly replies: readonly Reply[];
  /** Whether there were internal notes. The server may have counted them, and changed the ticket's time with each. */
  readonly hadNotes: boolean;
}

export function publicThread(all: readonly Reply[]): Thread {
  // A reply without a time that can be read stays behind the one before it.
  let time = 0;
  const times = new Map(all.map(reply => [reply, (time = Date.parse(reply.createdAt ?? '') || time)]));
  const timeOf = (reply: Reply): number => times.get(reply) ?? 0;
  const replies = all.filter(reply => !reply.isInternal).sort((one, other) => timeOf(one) - timeOf(other));
  return {replies, hadNotes: replies.length < all.length};
}

/** What a ticket says about its thread, from all of its public replies. */
export function lastReplyOf(replies: readonly Reply[]): LastReply {
  const last = replies[replies.length - 1];
  return {
    replyCount: replies.length,
    lastReplyAt: last?.createdAt ?? null,
    lastReplyBy: last ? (last.author.kind === 'customer' ? 'customer' : 'operator') : null,
  };
}

/** The reply that was just sent: the customer's newest with this text, or the newest of the customer at all. */
export function sentReply(replies: readonly Reply[], message: string): Reply | undefined {
  const own = replies.filter(({author}) => author.kind === 'customer').reverse();
  return own.find(reply => reply.message.trim() === message.trim()) ?? own[0];
}
