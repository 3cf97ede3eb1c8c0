import type {TicketConfig} from './config.js';
import type {ReplyDraft, TicketDraft} from './drafts.js';
import type {ReplyPage} from './reply.js';
import type {ReplyReceipt, TicketDetail, TicketPage} from './ticket.js';
import type {Updates} from './updates.js';

export interface ReadOptions {
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface WriteOptions extends ReadOptions {
  /** One per press of Send, the same on every retry of it. */
  readonly idempotencyKey: string;
  /** When the customer pressed Send, by their device's clock. ISO 8601, UTC. */
  readonly writtenAt: string;
}

/**
 * The seam for servers that do not speak the default contract.
 *
 * A backend maps words, shapes and errors, and nothing else: it rejects with a `SupportError`. Ordering, de-duplication,
 * caching and the guard against internal notes stand above it, so that they hold for every backend.
 */
export interface TicketBackend {
  /** Absent, or a rejection with `not_found`: the built-in choices hold. */
  getConfig?(options: ReadOptions): Promise<TicketConfig>;
  listTickets(query: {readonly cursor: string | null}, options: ReadOptions): Promise<TicketPage>;
  getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail>;
  listReplies(ticketId: string, query: {readonly cursor: string}, options: ReadOptions): Promise<ReplyPage>;
  createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail>;
  addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt>;
  /** Absent, or a rejection with `not_found`: unread replies are counted from the list. */
  getUpdates?(options: ReadOptions): Promise<Updates>;
  /** Absent, or a rejection with `not_found`: nobody keeps account of what was read. */
  markRead?(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void>;
  /**
   * Tells of tickets that have changed, for as long as the server keeps the connection: resolves or rejects at its end.
   * Absent, or a rejection with `not_found`: changes are asked for from time to time.
   */
  listen?(onChange: (ticketId: string) => void, options: ReadOptions): Promise<void>;
}
