import type {SupportError} from '../../contract/errors.js';
import type {Reply} from '../../contract/reply.js';
import {sortByCreation} from '../../contract/rows.js';
import type {TicketDetail, TicketSummary} from '../../contract/ticket.js';

/** What the server made of an item of the outbox. */
export interface Receipt {
  readonly ticket: TicketSummary;
  /** Undefined for a new ticket. */
  readonly reply?: Reply | undefined;
  /** A new ticket as a whole, if the receipt has it. */
  readonly detail?: TicketDetail | undefined;
}

interface Identified {
  readonly id: string;
}

/** How long a receipt is kept, in milliseconds. */
const maxLag = 10 * 60 * 1000;

/** The version of a ticket that changed last; the first one if both are equally old. */
export const newer = (ticket: TicketSummary, other: TicketSummary | undefined): TicketSummary =>
  other && (other.updatedAt ?? '') > (ticket.updatedAt ?? '') ? other : ticket;

/**
 * Completes reads that lag behind a write, because they come from a replica, a cache or a service worker. What a
 * receipt said is kept until a read has its id, or for ten minutes.
 */
export class Receipts {
  /** When each receipt came, in milliseconds since the epoch, in the order in which they came. */
  readonly #receivedAt = new Map<Receipt, number>();
  /** Ids of replies and new tickets that a read has shown. */
  readonly #seen = new Set<string>();

  add(receipt: Receipt): void {
    this.#receivedAt.set(receipt, Date.now());
  }

  /** The ticket that was read, or that of a receipt if the read is older. Only reads count unread replies. */
  newest(read: TicketSummary): TicketSummary {
    const ticket = this.#receiptsOf(read.id).reduce((newest, receipt) => newer(newest, receipt.ticket), read);
    return ticket === read ? read : {...ticket, unreadCount: read.unreadCount};
  }

  /** The first page of the list, with the new tickets that it lacks. The same rows if it is up to date. */
  completeList(rows: readonly TicketSummary[]): readonly TicketSummary[] {
    const missing = this.#unseen(rows).flatMap(({ticket, reply}) => (reply ? [] : [ticket]));
    const complete = [...missing.reverse(), ...rows.map(row => this.newest(row))];
    return complete.every((row, index) => row === rows[index]) ? rows : complete;
  }

  /** A thread, with the replies that it lacks. The same object if it is up to date. */
  completeThread(detail: TicketDetail): TicketDetail {
    const ticket = this.newest(detail.ticket);
    const missing = this.#unseen(detail.replies, ticket.id).flatMap(({reply}) => reply ?? []);
    if (ticket === detail.ticket && missing.length === 0) return detail;
    return {...detail, ticket, replies: sortByCreation([...detail.replies, ...missing], 'oldest first')};
  }

  /** A new ticket that the server does not find yet. Throws the error if there is none. */
  newTicket(ticketId: string, error: SupportError): TicketDetail {
    const detail = this.#receiptsOf(ticketId)[0]?.detail;
    if (error.code === 'not_found' && detail) return detail;
    throw error;
  }

  #unseen(rows: readonly Identified[], ticketId?: string): readonly Receipt[] {
    for (const {id} of rows) this.#seen.add(id);
    return this.#receiptsOf(ticketId).filter(({ticket, reply}) => !this.#seen.has((reply ?? ticket).id));
  }

  /** The receipts of a ticket, or of all. */
  #receiptsOf(ticketId?: string): readonly Receipt[] {
    for (const [receipt, at] of this.#receivedAt) if (Date.now() - at >= maxLag) this.#receivedAt.delete(receipt);
    return [...this.#receivedAt.keys()].filter(({ticket}) => !ticketId || ticket.id === ticketId);
  }
}
