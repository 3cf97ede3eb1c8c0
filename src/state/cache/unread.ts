import type {TicketBackend} from '../../contract/backend.js';
import {SupportError} from '../../contract/errors.js';
import type {UnreadTicket} from '../../contract/updates.js';
import type {Freshness} from './revalidator.js';
import {Resource} from './resource.js';
import type {TicketList} from './ticket-list.js';

/** The operator replies that the customer has not seen, and the tickets they stand in. */
export interface UnreadReplies {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
}

/** Keeps account of unread replies: by the server's own, or, where it has none, from the list. */
export class Unread extends Resource<UnreadReplies> {
  readonly #backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>;
  readonly #list: TicketList;
  readonly #freshness: Freshness | undefined;
  #hasUpdates = true;
  #hasMarkRead = true;
  readonly #marking = new Set<string>();

  constructor(
    backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>,
    list: TicketList,
    freshness?: Freshness,
  ) {
    super((signal, known) => this.#read(signal, known), freshness);
    this.#backend = backend;
    this.#list = list;
    this.#freshness = freshness;
  }

  /** Tells the server how far the customer has read. Says whether it took note. */
  async markRead(ticketId: string, lastReplyId: string): Promise<boolean> {
    if (!this.#hasMarkRead || this.#marking.has(ticketId)) return false;
    this.#marking.add(ticketId);
    try {
      await this.#backend.markRead(ticketId, lastReplyId, {signal: this.signal});
    } catch (error) {
      this.#hasMarkRead = (error as SupportError).code !== 'not_found';
      return false;
    } finally {
      this.#marking.delete(ticketId);
    }
    this.outdate();
    this.patch(({tickets}) => counted(tickets.filter(ticket => ticket.id !== ticketId)));
    return true;
  }

  async #read(signal: AbortSignal, known: UnreadReplies | undefined): Promise<UnreadReplies> {
    if (this.#hasUpdates) {
      try {
        const {unread, tickets, pollAfter} = await this.#backend.getUpdates({signal});
        if (this.#freshness && pollAfter) this.#freshness.pollAfter = pollAfter;
        return {total: unread, tickets: tickets.filter(ticket => ticket.unreadCount > 0)};
      } catch (error) {
        if ((error as SupportError).code !== 'not_found') throw error;
        this.#hasUpdates = false;
      }
    }
    return this.#readFromList(known !== undefined);
  }

  /** The list as others have loaded it; `again`, or after a failure, as it is now. */
  async #readFromList(again: boolean): Promise<UnreadReplies> {
    await (this.#list.retry() ?? (again ? this.#list.refresh() : this.#list.load()));
    const {value, error} = this.#list.state.value;
    if (error || !value) throw error ?? new SupportError('unavailable');
    return counted(
      value.rows.map(row => ({...row, unreadCount: row.unreadCount ?? 0})).filter(row => row.unreadCount > 0),
    );
  }
}

const counted = (tickets: readonly UnreadTicket[]): UnreadReplies => ({
  total: tickets.reduce((sum, ticket) => sum + ticket.unreadCount, 0),
  tickets,
});
