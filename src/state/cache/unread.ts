import type {TicketBackend} from '../../contract/backend.js';
import {SupportError} from '../../contract/errors.js';
import {unreadIn, type UnreadTicket} from '../../contract/updates.js';
import {ReadMarks} from './read-marks.js';
import {Resource} from './resource.js';
import type {Revalidator} from './revalidator.js';
import type {TicketList} from './ticket-list.js';

/** How long an operation counts as missing that an intermediary has called so, in milliseconds. */
const foreignPause = 10 * 60 * 1000;

/** The operator's replies that the customer has not seen, and their tickets. */
export interface UnreadReplies {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
}

/** Counts unread replies: as the server reports them, or from the list if the server does not. */
export class Unread extends Resource<UnreadReplies> {
  readonly #backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>;
  readonly #loadList: () => Promise<TicketList>;
  readonly #revalidator: Revalidator | undefined;
  /** When to ask for what the server did not have, in milliseconds since the epoch. */
  #updatesDueAt = 0;
  #markReadDueAt = 0;
  readonly #readMarks: ReadMarks;
  readonly #pendingReceipts = new Set<string>();

  constructor(
    backend: Required<Pick<TicketBackend, 'getUpdates' | 'markRead'>>,
    loadList: () => Promise<TicketList>,
    revalidator?: Revalidator,
    readMarks = new ReadMarks(),
  ) {
    super((signal, cached) => this.#read(signal, cached), revalidator);
    this.#backend = backend;
    this.#loadList = loadList;
    this.#revalidator = revalidator;
    this.#readMarks = readMarks;
  }

  /** Tells the server up to which reply the customer has read. Returns whether the server has recorded it. */
  async markRead(ticketId: string, lastReplyId: string): Promise<boolean> {
    if (Date.now() < this.#markReadDueAt || this.#pendingReceipts.has(ticketId)) return false;
    this.#pendingReceipts.add(ticketId);
    try {
      await this.#backend.markRead(ticketId, lastReplyId, {signal: this.signal});
    } catch (error) {
      if ((error as SupportError).code === 'not_found') this.#markReadDueAt = retryTime(error);
      return false;
    } finally {
      this.#pendingReceipts.delete(ticketId);
    }
    this.invalidate();
    this.patch(({tickets}) => withTotal(tickets.filter(ticket => ticket.id !== ticketId)));
    return true;
  }

  override refresh(): Promise<void> {
    if (this.#updatesDueAt < Infinity) this.#updatesDueAt = 0;
    return super.refresh();
  }

  async #read(signal: AbortSignal, cached: UnreadReplies | undefined): Promise<UnreadReplies> {
    if (Date.now() >= this.#updatesDueAt) {
      try {
        const {unread, tickets, pollAfter, version} = await this.#backend.getUpdates({signal});
        this.#revalidator?.setPollInterval(pollAfter);
        this.#revalidator?.setVersion(version ?? null, this);
        const isRead = (ticket: UnreadTicket): boolean => this.#readMarks.hasRead(ticket);
        return {
          total: Math.max(0, unread - unreadIn(tickets.filter(isRead))),
          tickets: tickets.filter(ticket => ticket.unreadCount > 0 && !isRead(ticket)),
        };
      } catch (error) {
        this.#revalidator?.setVersion(null, this);
        if ((error as SupportError).code !== 'not_found') throw error;
        this.#updatesDueAt = retryTime(error);
      }
    }
    return this.#readFromList(cached !== undefined);
  }

  /** From the list as it is loaded; loads it again if asked to, or if that failed. */
  async #readFromList(again: boolean): Promise<UnreadReplies> {
    const list = await this.#loadList();
    await (list.retry() ?? (again ? list.refresh() : list.load()));
    const {value, error} = list.state.value;
    if (error || !value) throw error ?? new SupportError('unavailable');
    return withTotal(
      value.rows.map(row => ({...row, unreadCount: row.unreadCount ?? 0})).filter(row => row.unreadCount > 0),
    );
  }
}

/** Never, if the server itself has said that it does not have an operation. An intermediary may be wrong. */
const retryTime = (error: unknown): number => ((error as SupportError).cause ? Date.now() + foreignPause : Infinity);

const withTotal = (tickets: readonly UnreadTicket[]): UnreadReplies => ({
  total: unreadIn(tickets),
  tickets,
});
