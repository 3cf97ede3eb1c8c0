import type {TicketBackend, WriteOptions} from '../../contract/backend.js';
import type {TicketConfig} from '../../contract/config.js';
import {SupportError} from '../../contract/errors.js';
import type {AccessToken} from '../auth/access-token.js';
import type {Resource} from '../cache/resource.js';
import type {Reachability} from '../reachability.js';
import type {OutboxItem, OutboxReply, OutboxTicket, Receipt} from './outbox-item.js';
import {Reconciler, type ReadableState} from './reconcile.js';

/** How the outbox reaches the server. */
export interface Transport {
  /** Why a request would be useless now; undefined if it would not. */
  readonly blockedBy: SupportError | undefined;
  /** Whether the server fails everything, so that a failure says nothing about the item. */
  readonly isServerDown?: boolean;
  send(item: OutboxItem): Promise<Receipt>;
  /** Looks on the server for an item whose response was lost; undefined if it is not to be seen there. */
  findDelivered(item: OutboxItem): Promise<Receipt | undefined>;
  /** Whether the server carries out a request once, however often it is sent under the same key. */
  supportsIdempotency(): Promise<boolean>;
}

/** The result of one attempt. */
export type DeliveryOutcome =
  | {readonly status: 'sent'; readonly receipt: Receipt}
  | {
      readonly status: 'waiting';
      readonly error: SupportError;
      readonly isAttempted?: boolean;
      readonly failedAttempts?: number;
    }
  | {readonly status: 'failed'; readonly error: SupportError; readonly failedAttempts?: number};

/** Codes after which a request was certainly not carried out, and may be if it is sent again. */
const notCarriedOut: readonly string[] = ['unauthenticated', 'rate_limited', 'offline'];

/** Codes of transient failures, after which it is not known whether a request was carried out. */
const transientFailures: readonly string[] = ['network', 'unavailable', 'bad_response'];

/** After so many attempts that only this item fails, the customer has to decide about it. */
const maxFailedAttempts = 5;

/** For so long, in milliseconds, a configuration that could not be loaded is not asked for again. */
const minRefreshInterval = 1000;

/** Whether a failure may concern every item, not only the one that was sent. */
export const isTransient = ({code}: SupportError): boolean => transientFailures.includes(code);

/** Whether another attempt may succeed. */
export const mayPass = (error: SupportError): boolean =>
  isTransient(error) || (error.code === 'conflict' && error.retryAfter !== undefined);

/**
 * Attempts to deliver one item. If the server does not support idempotency keys, an item that may have arrived is not
 * sent again until the customer has confirmed it.
 */
export async function deliver(item: OutboxItem, transport: Transport): Promise<DeliveryOutcome> {
  let {isAttempted} = item;
  let isSent = false;
  try {
    if (isAttempted && !(await transport.supportsIdempotency())) {
      const receipt = await transport.findDelivered(item);
      return receipt ? {status: 'sent', receipt} : {status: 'failed', error: new SupportError('uncertain')};
    }
    isAttempted = true;
    isSent = true;
    return {status: 'sent', receipt: await transport.send(item)};
  } catch (raw) {
    const error = raw as SupportError;
    const {code, status = 200} = error;
    // The network in between has answered in place of the server.
    const isTurnedBack = code === 'bad_response' && Math.trunc(status / 100) !== 2;
    if (notCarriedOut.includes(code)) return {status: 'waiting', error, isAttempted: item.isAttempted};
    if (!mayPass(error)) return {status: 'failed', error};
    const waiting = {status: 'waiting', error, isAttempted: isTurnedBack ? item.isAttempted : isAttempted} as const;
    return isSent && !transport.isServerDown ? settleFailedAttempt(item, waiting, transport) : waiting;
  }
}

/**
 * The outcome of an attempt without a receipt: the server could not handle it, the network turned it back or lost it,
 * or the response cannot be read. A read tells whether the item is the reason, because in an outage reads fail too, and
 * whether it has arrived in spite of the response.
 */
async function settleFailedAttempt(
  item: OutboxItem,
  waiting: DeliveryOutcome & {readonly status: 'waiting'},
  transport: Transport,
): Promise<DeliveryOutcome> {
  try {
    const receipt = await transport.findDelivered(item);
    if (receipt) return {status: 'sent', receipt};
  } catch {
    return waiting;
  }
  const failedAttempts = (item.failedAttempts ?? 0) + 1;
  if (failedAttempts >= maxFailedAttempts) return {status: 'failed', error: waiting.error, failedAttempts};
  return {...waiting, failedAttempts};
}

/** The part of a session that a transport reads and revalidates. */
export interface ServerState extends ReadableState {
  readonly accessToken: Pick<AccessToken, 'blockedBy'>;
  readonly reachability: Reachability;
  readonly config: Resource<TicketConfig>;
}

type WritableBackend = Pick<TicketBackend, 'createTicket' | 'addReply'>;

/** Sends items through a ticket backend. */
export class BackendTransport implements Transport {
  readonly #backend: WritableBackend;
  readonly #state: ServerState;
  readonly #signal: AbortSignal;
  readonly #reconciler: Reconciler;

  constructor(backend: WritableBackend, state: ServerState, signal: AbortSignal) {
    this.#backend = backend;
    this.#state = state;
    this.#signal = signal;
    this.#reconciler = new Reconciler(state);
  }

  get blockedBy(): SupportError | undefined {
    return this.#state.accessToken.blockedBy ?? this.#state.reachability.blockedBy;
  }

  get isServerDown(): boolean {
    return this.#state.reachability.isDown;
  }

  async send(item: OutboxItem): Promise<Receipt> {
    return this.#claimed(await (item.ticketId === null ? this.#createTicket(item) : this.#addReply(item)));
  }

  async findDelivered(item: OutboxItem): Promise<Receipt | undefined> {
    const find = item.ticketId === null ? this.#reconciler.findTicket(item) : this.#reconciler.findReply(item);
    const receipt = await find;
    return receipt && this.#claimed(receipt);
  }

  async supportsIdempotency(): Promise<boolean> {
    const {config, reachability} = this.#state;
    // The session may have asked for it in the same round of retries, and another round follows.
    const isRecent = config.fetchedAt > Date.now() - minRefreshInterval;
    const hasJustFailed = config.state.value.status === 'failed' && isRecent && reachability.isBackingOff;
    await (config.value || hasJustFailed ? undefined : config.refresh());
    // There is no error either if the session was disposed of meanwhile.
    if (!config.value) throw config.state.value.error ?? new SupportError('unavailable');
    return config.value.features.idempotentWrites;
  }

  #claimed(receipt: Receipt): Receipt {
    this.#reconciler.claim((receipt.reply ?? receipt.ticket).id);
    return receipt;
  }

  async #createTicket(item: OutboxTicket): Promise<Receipt> {
    const detail = await this.#backend.createTicket(item.draft, this.#optionsFor(item));
    return {ticket: detail.ticket, detail};
  }

  async #addReply(item: OutboxReply): Promise<Receipt> {
    return this.#backend.addReply(item.ticketId, item.draft, this.#optionsFor(item)).catch((error: unknown) => {
      // The ticket may no longer accept replies: loading it again shows that.
      if ((error as SupportError).code === 'conflict') void this.#state.thread(item.ticketId).revalidate();
      throw error;
    });
  }

  #optionsFor({key, createdAt}: OutboxItem): WriteOptions {
    return {idempotencyKey: key, writtenAt: new Date(createdAt).toISOString(), signal: this.#signal};
  }
}
