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

/** The letters and digits of a text: servers change entities, quotes, white space and symbols, or cut at an emoji. */
const lettersOf = (text: string): string => text.normalize('NFKC').replace(/<[^>]*>|&#?\w+;|[^\p{L}\p{N}]/gu, '');

/** Whether a text may be what a server has made of another one. It may be longer by a signature, or shorter. */
export function isAlike(stored: string, sent: string): boolean {
  const [one, other] = [lettersOf(stored), lettersOf(sent)];
  return (
    stored.trim() === sent.trim() || (one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one)))
  );
}

/** The same for a server that may have refused a reply in a way that does not look like it. */
export function alikeReply(replies: readonly Reply[], message: string): Reply | undefined {
  const sent = sentReply(replies, message);
  return sent && isAlike(sent.message, message) ? sent : undefined;
}
