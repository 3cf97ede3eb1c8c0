import type {ReplyDraft, TicketDraft} from '../../contract/drafts.js';
import {SupportError, type SupportErrorCode} from '../../contract/errors.js';
import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';

interface Item {
  /** The Idempotency-Key: one per press of Send, the same through every retry, reload and renewal. */
  readonly key: string;
  /** When Send was pressed, in milliseconds since the epoch; of two, the later one's is higher. */
  readonly at: number;
  /** The newest reply, or ticket, that was known then, or has arrived since in its place; null where there was none, nothing where that was not known. */
  readonly after?: string | null | undefined;
  /** When the customer has said that it still matters, in milliseconds since the epoch. */
  readonly renewedAt?: number | undefined;
  /** It may have left this device: what became of it there is not known. */
  readonly isAttempted: boolean;
  /** `waiting`: for the one written before it, or, with an `error`, until that has passed. `failed`: for the customer. */
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError | undefined;
}

/** A reply that the server does not have yet. */
export interface PendingReply extends Item {
  readonly ticketId: string;
  readonly draft: ReplyDraft;
}

/** A new ticket that the server does not have yet. */
export interface PendingTicket extends Item {
  readonly ticketId: null;
  readonly draft: TicketDraft;
}

export type Pending = PendingReply | PendingTicket;

/** What a customer wants to send. */
export type Outgoing =
  Pick<PendingReply, 'ticketId' | 'draft' | 'after'> | Pick<PendingTicket, 'ticketId' | 'draft' | 'after'>;

/** What the server made of it. */
export interface Receipt {
  readonly ticket: TicketSummary;
  /** Nothing, for a new ticket. */
  readonly reply?: Reply | undefined;
}

/** For so long, in milliseconds, an item is sent without asking the customer whether it still matters. */
const longestWait = 72 * 60 * 60 * 1000;

export const isOverdue = ({at, renewedAt = at}: Pending): boolean => Date.now() - renewedAt > longestWait;

/** What is sent one after the other: what belongs to one ticket. */
export const queueOf = ({ticketId, key}: Pending): string => ticketId ?? key;

/** As it is stored: whether it is being sent is nothing that outlives the page. */
export function toRecord({error, status, ...item}: Pending): unknown {
  return status === 'failed' ? {...item, failure: error?.code, words: error?.words} : item;
}

/** From a record, or undefined where that is none of ours. */
export function fromRecord(record: unknown): Pending | undefined {
  const {failure, words, ...item} = (record ?? {}) as Partial<Pending> & {
    readonly failure?: SupportErrorCode;
    readonly words?: string;
  };
  if (!item.key || !item.draft) return undefined;
  if (!failure) return {...(item as Pending), status: 'waiting'};
  return {...(item as Pending), status: 'failed', error: new SupportError(failure, {words})};
}
