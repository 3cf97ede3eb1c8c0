import type {TicketBackend} from '../../contract/backend.js';
import type {SupportError} from '../../contract/errors.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Freshness} from './revalidator.js';
import {append, noteFailure, readPage, replace, reuse, type Pages} from './pagination.js';
import {Parts} from './parts.js';
import {Resource} from './resource.js';

export type TicketPages = Pages<TicketSummary>;

/** The customer's tickets, newest first, as far as they have been read. */
export class TicketList extends Resource<TicketPages> {
  readonly #backend: Pick<TicketBackend, 'listTickets'>;
  readonly #parts = new Parts<TicketSummary>();
  /** The first page as it was last read. What has not changed is the same. */
  #first: readonly TicketSummary[] | undefined;

  constructor(backend: Pick<TicketBackend, 'listTickets'>, freshness?: Freshness) {
    super(async (signal, known) => {
      const page = await this.#read(null, signal);
      if (known && !known.error && page.rows === this.#first) return known;
      this.#first = page.rows;
      return refreshed(page, known);
    }, freshness);
    this.#backend = backend;
  }

  /** Reads the page after those that are there. */
  async loadMore(): Promise<void> {
    const pages = this.value;
    if (!pages || pages.cursor === null || pages.more === 'loading') return;
    this.patch(now => ({...now, more: 'loading'}));
    try {
      const page = await this.#read(pages.cursor, this.signal);
      this.patch(now => ({rows: append(now.rows, page.rows), cursor: page.cursor, more: 'idle'}));
    } catch (error) {
      await noteFailure(this, error as SupportError);
    }
  }

  /** A ticket that was just opened goes on top. */
  add(ticket: TicketSummary): void {
    this.outdate();
    this.patch(pages => ({...pages, rows: append([ticket], pages.rows)}));
  }

  /** A ticket that is known better now. */
  update(ticket: TicketSummary): void {
    this.patch(pages => {
      const rows = replace(pages.rows, ticket);
      return rows === pages.rows ? pages : {...pages, rows};
    });
  }

  #read(from: string | null, signal: AbortSignal): ReturnType<typeof readPage<TicketSummary>> {
    return readPage(from, async cursor => {
      const part = this.#parts.next(cursor);
      if (part) return part;
      const {tickets, nextCursor} = await this.#backend.listTickets({cursor}, {signal});
      return this.#parts.first(tickets, nextCursor);
    });
  }
}

/** A first page read again, above the pages that were there already; alone, where it no longer reaches down to them, or nothing leads on from there. */
function refreshed(page: Pick<TicketPages, 'rows' | 'cursor'>, known: TicketPages | undefined): TicketPages {
  const rows = reuse(page.rows, known?.rows ?? []);
  const fresh: TicketPages = {rows: append([], rows), cursor: page.cursor, more: 'idle'};
  if (!known || page.cursor === null || known.error?.refusesCursor) return fresh;
  const ids = new Set(rows.map(row => row.id));
  const reaches = known.rows.map(row => ids.has(row.id)).lastIndexOf(true);
  if (reaches === -1) return fresh;
  return {...known, rows: append(rows, known.rows.slice(reaches + 1))};
}
