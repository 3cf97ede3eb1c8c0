import type {Discarded, ReplyDraft, TicketDraft} from '../../contract/drafts.js';
import {SupportError, type SupportErrorCode, type SupportErrorInit} from '../../contract/errors.js';

export type {Receipt} from '../cache/receipts.js';

interface BaseItem {
  /** The Idempotency-Key: one per press of Send, the same through every retry, reload and token renewal. */
  readonly key: string;
  /** When Send was pressed, in milliseconds since the epoch. Unique: the later of two items has the higher one. */
  readonly createdAt: number;
  /**
   * The newest reply or ticket that was known when Send was pressed, or that was sent from the same queue since. Null
   * if there was none, undefined if that was not known.
   */
  readonly lastKnownId?: string | null | undefined;
  /** When the customer last confirmed that it is to be sent, in milliseconds since the epoch. */
  readonly confirmedAt?: number | undefined;
  /** Whether a request may have left this device. What became of it is not known. */
  readonly isAttempted: boolean;
  /** How many attempts brought no receipt while the server answered other requests. */
  readonly failedAttempts?: number | undefined;
  /**
   * `waiting`: behind an earlier item, or, with an `error`, until the next attempt. `failed`: the customer has to
   * decide.
   */
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError | undefined;
  /** Whether the customer has asked for the next attempt, or for the one that is running. */
  readonly isRequested?: boolean | undefined;
  /**
   * Whether the customer edits the text, though it may have arrived. Nothing that `replaces` it is sent before that is
   * known.
   */
  readonly isWithdrawn?: boolean | undefined;
  /** The key of a withdrawn item, whose text this one has as it was edited. */
  readonly replaces?: string | undefined;
  /** A discarded item is in memory only. */
  readonly discarded?: Discarded;
}

/** A reply that the server does not have yet. */
export interface OutboxReply extends BaseItem {
  readonly ticketId: string;
  readonly draft: ReplyDraft;
}

/** A new ticket that the server does not have yet. */
export interface OutboxTicket extends BaseItem {
  readonly ticketId: null;
  readonly draft: TicketDraft;
}

export type OutboxItem = OutboxReply | OutboxTicket;

type NewFields = 'ticketId' | 'draft' | 'lastKnownId' | 'replaces';

/** What the customer wants to send. */
export type NewOutboxItem = Pick<OutboxReply, NewFields> | Pick<OutboxTicket, NewFields>;

/** After this time, in milliseconds, an item is not sent before the customer has confirmed it. */
const maxAge = 72 * 60 * 60 * 1000;

export const isOverdue = ({createdAt, confirmedAt = createdAt}: OutboxItem): boolean =>
  Date.now() - confirmedAt > maxAge;

/**
 * Items of one queue are sent one after the other: all replies to a ticket; a new ticket is a queue of its own, with
 * the one that it replaces. An item that has failed holds up no other.
 */
export const queueOf = ({ticketId, replaces, key}: OutboxItem): string => ticketId ?? replaces ?? key;

/** What is stored of a failure: all that a support request to the operator needs. */
const toFailure = ({status, requestId, serverMessage, path, reason}: SupportError): SupportErrorInit => ({
  status,
  requestId,
  serverMessage,
  path,
  reason,
});

/** Whether one error is stored like another, as if it were the same. */
export const isSameFailure = (one: SupportError, other: SupportError): boolean =>
  one.code === other.code && JSON.stringify(toFailure(one)) === JSON.stringify(toFailure(other));

/** The item as it is stored. Whether it is being sent does not outlive the page. */
export function toRecord({error, status, isRequested: _, ...item}: OutboxItem): unknown {
  return status === 'failed' ? {...item, failure: error?.code, response: error && toFailure(error)} : item;
}

/** The stored item; undefined if the record is not one. */
export function fromRecord(record: unknown): OutboxItem | undefined {
  const {failure, response, ...item} = (record ?? {}) as Partial<OutboxItem> & {
    readonly failure?: SupportErrorCode;
    readonly response?: SupportErrorInit;
  };
  if (!item.key || !item.draft) return undefined;
  if (!failure) return {...(item as OutboxItem), status: 'waiting'};
  return {...(item as OutboxItem), status: 'failed', error: new SupportError(failure, response)};
}
