import type {TicketBackend} from '../../contract/backend.js';
import {SupportError} from '../../contract/errors.js';
import {unreadIn, type UnreadTicket} from '../../contract/updates.js';
import {Resource} from './resource.js';
import type {Revalidator} from './revalidator.js';
import type {TicketList} from './ticket-list.js';

/** The operator's replies that the customer has not seen, and their tickets. */
export interface UnreadReplies {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
}

/** Counts unread replies: as the server reports them, or from the list if the server does not. */
export class Unread extends Resource<UnreadReplies> {
  readonly #backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>;
  readonly #list: TicketList;
  readonly #revalidator: Revalidator | undefined;
  #hasUpdates = true;
  #hasMarkRead = true;
  readonly #pendingReceipts = new Set<string>();

  constructor(
    backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>,
    list: TicketList,
    revalidator?: Revalidator,
  ) {
    super((signal, cached) => this.#read(signal, cached), revalidator);
    this.#backend = backend;
    this.#list = list;
    this.#revalidator = revalidator;
  }

  /** Tells the server up to which reply the customer has read. Returns whether the server has recorded it. */
  async markRead(ticketId: string, lastReplyId: string): Promise<boolean> {
    if (!this.#hasMarkRead || this.#pendingReceipts.has(ticketId)) return false;
    this.#pendingReceipts.add(ticketId);
    try {
      await this.#backend.markRead(ticketId, lastReplyId, {signal: this.signal});
    } catch (error) {
      this.#hasMarkRead = (error as SupportError).code !== 'not_found';
      return false;
    } finally {
      this.#pendingReceipts.delete(ticketId);
    }
    this.invalidate();
    this.patch(({tickets}) => withTotal(tickets.filter(ticket => ticket.id !== ticketId)));
    return true;
  }

  async #read(signal: AbortSignal, cached: UnreadReplies | undefined): Promise<UnreadReplies> {
    if (this.#hasUpdates) {
      try {
        const {unread, tickets, pollAfter} = await this.#backend.getUpdates({signal});
        this.#revalidator?.setPollInterval(pollAfter);
        return {total: unread, tickets: tickets.filter(ticket => ticket.unreadCount > 0)};
      } catch (error) {
        if ((error as SupportError).code !== 'not_found') throw error;
        this.#hasUpdates = false;
      }
    }
    return this.#readFromList(cached !== undefined);
  }

  /** From the list as it is loaded; loads it again if asked to, or if that failed. */
  async #readFromList(again: boolean): Promise<UnreadReplies> {
    await (this.#list.retry() ?? (again ? this.#list.refresh() : this.#list.load()));
    const {value, error} = this.#list.state.value;
    if (error || !value) throw error ?? new SupportError('unavailable');
    return withTotal(
      value.rows.map(row => ({...row, unreadCount: row.unreadCount ?? 0})).filter(row => row.unreadCount > 0),
    );
  }
}

const withTotal = (tickets: readonly UnreadTicket[]): UnreadReplies => ({
  total: unreadIn(tickets),
  tickets,
});
