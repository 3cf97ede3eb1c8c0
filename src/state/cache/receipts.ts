import type {SupportError} from '../../contract/errors.js';
import type {Reply} from '../../contract/reply.js';
import {sortByCreation} from '../../contract/rows.js';
import type {TicketDetail, TicketSummary} from '../../contract/ticket.js';
import {isEqual} from '../../internal/is-equal.js';
import {maxLag, ReadMarks} from './read-marks.js';

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

/** The version of a ticket that changed last; the first one if both are equally old, or if that is not known. */
export const newer = (ticket: TicketSummary, other: TicketSummary | undefined): TicketSummary =>
  ticket.updatedAt && (other?.updatedAt ?? '') > ticket.updatedAt ? (other ?? ticket) : ticket;

const isRecent = (at: number): boolean => Date.now() - at < maxLag;

/** Whether a read is clearly newer than a receipt. Some servers do not send when a ticket changed. */
function isNewer(read: TicketSummary, {ticket, reply}: Receipt): boolean {
  if (read.updatedAt && ticket.updatedAt && read.updatedAt !== ticket.updatedAt) {
    return read.updatedAt > ticket.updatedAt;
  }
  const lastReplyAt = ticket.lastReplyAt ?? reply?.createdAt;
  return !!lastReplyAt && (read.lastReplyAt ?? '') > lastReplyAt;
}

/**
 * Completes reads that lag behind a write, because they come from a replica, a cache or a service worker, or from
 * several of them in turn. A receipt counts for ten minutes, unless a read is clearly newer.
 */
export class Receipts {
  /** When each receipt came, in milliseconds since the epoch, in the order in which they came. */
  readonly #receivedAt = new Map<Receipt, number>();
  readonly #readMarks: ReadMarks;
  /** Ids of replies and new tickets that a read has shown. */
  readonly #seen = new Set<string>();

  constructor(readMarks = new ReadMarks()) {
    this.#readMarks = readMarks;
  }

  add(receipt: Receipt): void {
    this.#receivedAt.set(receipt, Date.now());
  }

  /** The ticket that was read, updated by its receipts. Only reads count unread replies. */
  newest(read: TicketSummary): TicketSummary {
    const said = this.#receiptsOf(read.id).reduce(
      (ticket, receipt) => (isNewer(ticket, receipt) ? ticket : {...ticket, ...statementOf(receipt)}),
      read,
    );
    const mark = this.#readMarks.get(read.id);
    if (mark && read.lastReplyBy !== 'customer' && (timeOf(read) ?? '') > (timeOf(mark) ?? '')) {
      this.#readMarks.delete(read.id);
    }
    const ticket = {...said, unreadCount: read.unreadCount && this.#readMarks.hasRead(read) ? 0 : read.unreadCount};
    return isEqual(ticket, read) ? read : ticket;
  }

  /** The first page of the list, with the new tickets that it lacks. The same rows if it is up to date. */
  completeList(rows: readonly TicketSummary[]): readonly TicketSummary[] {
    const isOutdated = (receipt: Receipt): boolean => rows.some(row => isNewer(row, receipt));
    const missing = this.#missing(rows, isOutdated).flatMap(({ticket, reply}) => (reply ? [] : [ticket]));
    const complete = [...missing.reverse(), ...rows.map(row => this.newest(row))];
    return complete.every((row, index) => row === rows[index]) ? rows : complete;
  }

  /** A thread, with the replies that it lacks. The same object if it is up to date. */
  completeThread(detail: TicketDetail): TicketDetail {
    const ticket = this.newest(detail.ticket);
    const isOutdated = (receipt: Receipt): boolean => isNewer(detail.ticket, receipt);
    const stored = [...detail.replies];
    const missing = this.#missing(detail.replies, isOutdated, ticket.id).flatMap(({reply}) => {
      const index = reply && !reply.id ? stored.findIndex(each => isStored(each, reply)) : -1;
      return (index < 0 ? reply : (stored.splice(index, 1), undefined)) ?? [];
    });
    if (ticket === detail.ticket && missing.length === 0) return detail;
    return {...detail, ticket, replies: sortByCreation([...detail.replies, ...missing], 'oldest first')};
  }

  /** A new ticket that the server does not find yet. Throws the error if there is none. */
  newTicket(ticketId: string, error: SupportError): TicketDetail {
    const detail = this.#receiptsOf(ticketId)[0]?.detail;
    if (error.code === 'not_found' && detail) return detail;
    throw error;
  }

  /** The receipts whose reply or ticket a read lacks. If an earlier one had it, a newer one knows that it is gone. */
  #missing(
    rows: readonly Identified[],
    isOutdated: (receipt: Receipt) => boolean,
    ticketId?: string,
  ): readonly Receipt[] {
    const ids = new Set(rows.map(({id}) => id));
    for (const id of ids) if (id) this.#seen.add(id);
    return this.#receiptsOf(ticketId).filter(receipt => {
      const {id} = receipt.reply ?? receipt.ticket;
      return !id || !(ids.has(id) || (this.#seen.has(id) && isOutdated(receipt)));
    });
  }

  /** The receipts of a ticket, or of all. */
  #receiptsOf(ticketId?: string): readonly Receipt[] {
    for (const [receipt, at] of this.#receivedAt) if (!isRecent(at)) this.#receivedAt.delete(receipt);
    return [...this.#receivedAt.keys()].filter(({ticket}) => !ticketId || ticket.id === ticketId);
  }
}

/** The fields of a ticket that a receipt has. Some receipts have few. */
const statementOf = ({ticket}: Receipt): Partial<TicketSummary> =>
  Object.fromEntries(Object.entries(ticket).filter(([, value]) => value));

const timeOf = ({lastReplyAt, updatedAt}: TicketSummary): string | null => lastReplyAt ?? updatedAt;

/** Whether a row is the customer's reply whose receipt had no id. An equal text may have been sent before. */
const isStored = (row: Reply, {author, message, createdAt}: Reply): boolean =>
  row.author.kind === author.kind && row.message === message && (row.createdAt ?? '') >= (createdAt ?? '');
