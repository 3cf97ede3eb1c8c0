import type {TicketBackend} from '../contract/backend.js';
import type {SupportError} from '../contract/errors.js';
import type {TicketSummary} from '../contract/ticket.js';
import {append, noteFailure, readPage, replace, type Pages} from './pages.js';
import {Resource, type Loadable} from './resource.js';
import type {State} from './state.js';

export type TicketPages = Pages<TicketSummary>;

/** The customer's tickets, newest first, as far as they have been read. */
export class TicketList {
  readonly #resource: Resource<TicketPages>;
  readonly #backend: Pick<TicketBackend, 'listTickets'>;

  constructor(backend: Pick<TicketBackend, 'listTickets'>) {
    this.#backend = backend;
    this.#resource = new Resource(async (signal, known) => refreshed(await this.#read(null, signal), known));
  }

  get state(): State<Loadable<TicketPages>> {
    return this.#resource.state;
  }

  load(): Promise<void> {
    return this.#resource.load();
  }

  refresh(): Promise<void> {
    return this.#resource.refresh();
  }

  /** Reads the page after those that are there. */
  async loadMore(): Promise<void> {
    const pages = this.#resource.value;
    if (!pages || pages.cursor === null || pages.more === 'loading') return;
    this.#resource.patch(now => ({...now, more: 'loading'}));
    try {
      const page = await this.#read(pages.cursor, this.#resource.signal);
      this.#resource.patch(now => ({rows: append(now.rows, page.rows), cursor: page.cursor, more: 'idle'}));
    } catch (error) {
      await noteFailure(this.#resource, error as SupportError);
    }
  }

  /** A ticket that was just opened goes on top. */
  add(ticket: TicketSummary): void {
    this.#resource.outdate();
    this.#resource.patch(pages => ({...pages, rows: append([ticket], pages.rows)}));
  }

  /** A ticket that is known better now. */
  update(ticket: TicketSummary): void {
    this.#resource.patch(pages => {
      const rows = replace(pages.rows, ticket);
      return rows === pages.rows ? pages : {...pages, rows};
    });
  }

  dispose(): void {
    this.#resource.dispose();
  }

  #read(from: string | null, signal: AbortSignal): ReturnType<typeof readPage<TicketSummary>> {
    return readPage(from, async cursor => {
      const {tickets, nextCursor} = await this.#backend.listTickets({cursor}, {signal});
      return {rows: tickets, cursor: nextCursor};
    });
  }
}

/** A first page read again, above the pages that were there already; alone, where it no longer reaches down to them, or nothing leads on from there. */
function refreshed(page: Pick<TicketPages, 'rows' | 'cursor'>, known: TicketPages | undefined): TicketPages {
  const fresh: TicketPages = {rows: append([], page.rows), cursor: page.cursor, more: 'idle'};
  if (!known || page.cursor === null || known.error?.refusesCursor) return fresh;
  const ids = new Set(page.rows.map(row => row.id));
  const reaches = known.rows.map(row => ids.has(row.id)).lastIndexOf(true);
  if (reaches === -1) return fresh;
  return {...known, rows: append(page.rows, known.rows.slice(reaches + 1))};
}
