import type {TicketSummary} from '../../contract/ticket.js';

/** A ticket as it was when the customer had read it. */
interface ReadMark {
  readonly ticket: TicketSummary;
  /** In milliseconds since the epoch. */
  readonly at: number;
}

/** How long reads may lag behind a write, in milliseconds. */
export const maxLag = 10 * 60 * 1000;

/** What the server knows that the customer has read, for reads that lag behind. */
export class ReadMarks {
  readonly #marks = new Map<string, ReadMark>();

  add(ticket: TicketSummary): void {
    this.#marks.set(ticket.id, {ticket, at: Date.now()});
  }

  /** The ticket as it was when the customer had read it. */
  get(ticketId: string): TicketSummary | undefined {
    return this.#marks.get(ticketId)?.ticket;
  }

  delete(ticketId: string): void {
    this.#marks.delete(ticketId);
  }

  /** Whether the customer has read so many replies of a ticket. */
  hasRead({id, unreadCount}: Pick<TicketSummary, 'id' | 'unreadCount'>): boolean {
    const mark = this.#marks.get(id);
    return mark !== undefined && Date.now() - mark.at < maxLag && (unreadCount ?? 0) <= (mark.ticket.unreadCount ?? 0);
  }
}
