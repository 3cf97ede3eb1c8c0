import type {TicketConfig} from './config.js';
import type {ReplyDraft, TicketDraft} from './drafts.js';
import type {ReplyPage} from './reply.js';
import type {ReplyReceipt, TicketDetail, TicketPage} from './ticket.js';
import type {Updates} from './updates.js';

/** Which of the customer's tickets to return. */
export interface TicketQuery {
  /** The `nextCursor` of the previous page, or `null` for the first page. */
  readonly cursor: string | null;
  /** Only tickets with one of these statuses. Set only if `features.statusFilter` of the configuration is true. */
  readonly status?: readonly string[] | undefined;
  /**
   * Only tickets whose number or subject contains this text, in any case. Set only if `features.search` of the
   * configuration is true.
   */
  readonly search?: string | undefined;
}

/** Options of each `TicketBackend` method. */
export interface ReadOptions {
  /** Aborted when the result is no longer needed. */
  readonly signal: AbortSignal;
}

/** Options of the `TicketBackend` methods that create something. */
export interface WriteOptions extends ReadOptions {
  /** Unique for each press of Send, and the same on every retry. Use it to prevent duplicates. */
  readonly idempotencyKey: string;
  /** Time at which the customer pressed Send, from the device's clock, in ISO 8601 and UTC. */
  readonly writtenAt: string;
}

/**
 * Client for a server that does not implement the default REST API.
 *
 * Each method maps a request and its response. If the request fails, it rejects with a `SupportError`, or with any
 * object that has its properties, of which `code` alone is required. Results are checked: what breaks the contract is
 * reported as `bad_response`, with the method in `path`. So is everything else that a method throws, except for a
 * failed `fetch`, which is `network`. Order, retries, deduplication, caching and the filter for internal notes are
 * implemented above this interface, so that they apply to every backend.
 *
 * Optional methods may be missing, or reject with the code `not_found`, if the server does not support them.
 */
export interface TicketBackend {
  /**
   * Returns the categories, priorities, limits and other settings of the operator. Built-in defaults apply without it,
   * and for each property that is missing.
   */
  getConfig?(options: ReadOptions): Promise<Partial<TicketConfig>>;
  /**
   * Returns a page of the customer's tickets, newest first. `cursor` is the `nextCursor` of the previous page, or
   * `null` for the first page. The query has a `status` or a `search` only if the configuration offers them.
   */
  listTickets(query: TicketQuery, options: ReadOptions): Promise<TicketPage>;
  /**
   * Returns a ticket with its newest replies. Rejects with `not_found` if the ticket does not exist or belongs to
   * another customer.
   */
  getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail>;
  /**
   * Returns the replies before `cursor`, which is the `earlierCursor` of the ticket or of the previous page. Not needed
   * if `getTicket` returns all replies.
   */
  listReplies?(ticketId: string, query: {readonly cursor: string}, options: ReadOptions): Promise<ReplyPage>;
  /** Creates a ticket and returns it. */
  createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail>;
  /** Adds a reply to a ticket. Returns the reply and the updated ticket, because a reply can change its status. */
  addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt>;
  /** Returns the number of unread replies and their tickets. Without it, unread replies are counted in the list. */
  getUpdates?(options: ReadOptions): Promise<Updates>;
  /** Stores that the customer has read a ticket up to a reply. Without it, unread replies are not tracked. */
  markRead?(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void>;
  /**
   * Calls `onChange` with the ID of each ticket that changes, and, if a public reply was added and both are at hand,
   * with the reply and the ticket as it is now, which need not be requested then. Settles when the connection ends.
   * Without it, the elements poll.
   */
  listen?(onChange: (ticketId: string, added?: ReplyReceipt) => void, options: ReadOptions): Promise<void>;
}

export type OnTicketChange = Parameters<NonNullable<TicketBackend['listen']>>[0];

/** The methods that do without tickets and their replies: all that the banner needs. */
export type UpdatesBackend = Pick<TicketBackend, 'getConfig' | 'getUpdates' | 'markRead' | 'listen'>;
