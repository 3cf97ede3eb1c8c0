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

interface KeptReceipt extends Receipt {
  readonly receivedAt: number;
}

interface Identified {
  readonly id: string;
}

/** How long a receipt is kept, in milliseconds. */
const maxLag = 10 * 60 * 1000;

const isCurrent = ({receivedAt}: KeptReceipt): boolean => Date.now() - receivedAt < maxLag;

/** The version of a ticket that changed last; the first one if both are equally old. */
export const newer = (ticket: TicketSummary, other: TicketSummary | undefined): TicketSummary =>
  other && (other.updatedAt ?? '') > (ticket.updatedAt ?? '') ? other : ticket;

/**
 * Completes reads that lag behind a write, because they come from a replica, a cache or a service worker. What a
 * receipt said is kept until a read has its id, or for ten minutes.
 */
export class Receipts {
  /** Receipts that no read has shown yet, by the id of the reply or of the new ticket. */
  readonly #unseen = new Map<string, KeptReceipt>();
  /** The last receipt of each ticket, by the id of the ticket. */
  readonly #last = new Map<string, KeptReceipt>();

  add(receipt: Receipt): void {
    const {ticket, reply} = receipt;
    const {detail} = this.#last.get(ticket.id) ?? {};
    const kept = {detail, ...receipt, receivedAt: Date.now()};
    this.#unseen.set((reply ?? ticket).id, kept);
    this.#last.set(ticket.id, kept);
  }

  /** The ticket that was read, or that of a receipt if the read is older. Only reads count unread replies. */
  newest(read: TicketSummary): TicketSummary {
    const last = this.#last.get(read.id);
    const ticket = newer(read, last && isCurrent(last) ? last.ticket : undefined);
    return ticket === read ? read : {...ticket, unreadCount: read.unreadCount};
  }

  /** The first page of the list, with the new tickets that it lacks. The same rows if it is up to date. */
  completeList(rows: readonly TicketSummary[]): readonly TicketSummary[] {
    const missing = this.#missingIn(rows).filter(({reply}) => !reply);
    const newest = rows.map(row => this.newest(row));
    const isComplete = missing.length === 0 && newest.every((row, index) => row === rows[index]);
    return isComplete ? rows : [...missing.map(({ticket}) => ticket).reverse(), ...newest];
  }

  /** A thread, with the replies that it lacks. The same object if it is up to date. */
  completeThread(detail: TicketDetail): TicketDetail {
    const ticket = this.newest(detail.ticket);
    const missing = this.#missingIn(detail.replies).flatMap(each =>
      each.reply && each.ticket.id === ticket.id ? [each.reply] : [],
    );
    if (ticket === detail.ticket && missing.length === 0) return detail;
    return {...detail, ticket, replies: sortByCreation([...detail.replies, ...missing], 'oldest first')};
  }

  /** A new ticket that the server does not find yet. Throws the error if there is none. */
  newTicket(ticketId: string, error: SupportError): TicketDetail {
    const last = this.#last.get(ticketId);
    if (error.code !== 'not_found' || !last?.detail || !isCurrent(last)) throw error;
    return last.detail;
  }

  #missingIn(rows: readonly Identified[]): readonly KeptReceipt[] {
    for (const {id} of rows) this.#unseen.delete(id);
    return [...this.#unseen.values()].filter(isCurrent);
  }
}
