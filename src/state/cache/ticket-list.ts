import type {TicketBackend} from '../../contract/backend.js';
import type {SupportError} from '../../contract/errors.js';
import {withDistinctIds} from '../../contract/rows.js';
import type {ReplyReceipt, TicketSummary} from '../../contract/ticket.js';
import {LruMap} from '../../internal/lru-map.js';
import {
  appendNew,
  markPageFailed,
  PageSplitter,
  readNonEmptyPage,
  replaceRow,
  reuseUnchanged,
  type Page,
  type PagedRows,
} from './pagination.js';
import {newer, Receipts} from './receipts.js';
import {Resource} from './resource.js';
import type {Revalidator} from './revalidator.js';
import type {ServerFilter} from './ticket-filter.js';

export type TicketRows = PagedRows<TicketSummary>;

/** Results that stay cached, for a customer who corrects what they search for. */
const maxResults = 8;

/** The customer's tickets, newest first, as far as they have been loaded. */
export class TicketList extends Resource<TicketRows> {
  /** What the server has found, by the filter. */
  readonly results = new LruMap<TicketList>(maxResults);
  readonly #backend: Pick<TicketBackend, 'listTickets'>;
  readonly #splitter = new PageSplitter<TicketSummary>();
  /** The first page as the last request returned it, completed: the same object if nothing has changed. */
  #firstPage: readonly TicketSummary[] | undefined;
  readonly #receipts: Receipts;
  readonly #revalidator: Revalidator | undefined;

  constructor(
    backend: Pick<TicketBackend, 'listTickets'>,
    revalidator?: Revalidator,
    receipts: Receipts = new Receipts(),
  ) {
    super(async (signal, cached, hasDiscarded) => {
      const page = await this.#read(null, signal);
      const rows = receipts.completeList(withDistinctIds(page.rows));
      if (cached && !cached.error && !hasDiscarded && rows === this.#firstPage) return cached;
      this.#firstPage = rows;
      return withFirstPage({...page, rows}, cached);
    }, revalidator);
    this.#backend = backend;
    this.#receipts = receipts;
    this.#revalidator = revalidator;
  }

  /**
   * The tickets that the server finds: a list of its own. Receipts, unread replies and the outbox rely on the complete
   * one.
   */
  filteredBy(filter: ServerFilter): TicketList {
    const key = JSON.stringify(filter);
    const backend: Pick<TicketBackend, 'listTickets'> = {
      listTickets: (query, options) => this.#backend.listTickets({...filter, ...query}, options),
    };
    const list = this.results.get(key) ?? new TicketList(backend, this.#revalidator);
    this.results.set(key, list);
    return list;
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    const cached = this.value;
    if (!cached || cached.cursor === null || cached.pageStatus === 'loading') return;
    this.patch(now => ({...now, pageStatus: 'loading'}));
    try {
      const knownIds = new Set(cached.rows.map(row => row.id));
      const page = await this.#read(cached.cursor, this.signal, ({id}) => knownIds.has(id));
      const rows = page.rows.map(row => this.#receipts.newest(row));
      this.patch(now => ({rows: withDistinctIds([...now.rows, ...rows]), cursor: page.cursor, pageStatus: 'idle'}));
    } catch (error) {
      await markPageFailed(this, error as SupportError);
    }
  }

  /** Puts a ticket that was just created on top. */
  prepend(ticket: TicketSummary): void {
    this.invalidate();
    this.patch(cached => ({...cached, rows: appendNew([ticket], cached.rows)}));
  }

  /** Replaces a ticket by its newer version. */
  update(ticket: TicketSummary): void {
    for (const list of this.results.values()) list.update(ticket);
    this.patch(cached => {
      const rows = replaceRow(cached.rows, ticket);
      return rows === cached.rows ? cached : {...cached, rows};
    });
  }

  override receive({ticket}: ReplyReceipt): boolean {
    const row = this.value?.rows.find(({id}) => id === ticket.id);
    if (row) this.update(newer(ticket, row));
    return row !== undefined && this.isReady;
  }

  #read(
    from: string | null,
    signal: AbortSignal,
    isKnown?: (ticket: TicketSummary) => boolean,
  ): Promise<Page<TicketSummary>> {
    const read = async (cursor: string | null): Promise<Page<TicketSummary>> => {
      const part = this.#splitter.partAt(cursor);
      if (part) return part;
      const {tickets, nextCursor} = await this.#backend.listTickets({cursor}, {signal});
      return this.#splitter.split(tickets, nextCursor);
    };
    return readNonEmptyPage(from, read, isKnown);
  }
}

/**
 * The cached rows with their first page replaced. The first page alone, if it no longer overlaps with the cached rows,
 * or if no page follows it.
 */
function withFirstPage(page: Page<TicketSummary>, cached: TicketRows | undefined): TicketRows {
  const rows = reuseUnchanged(page.rows, cached?.rows ?? []);
  const fresh: TicketRows = {rows, cursor: page.cursor, pageStatus: 'idle'};
  if (!cached || page.cursor === null || cached.error?.refusesCursor) return fresh;
  const ids = new Set(rows.map(row => row.id).filter(Boolean));
  const overlapEnd = cached.rows.map(row => ids.has(row.id)).lastIndexOf(true);
  if (overlapEnd === -1) return fresh;
  return {...cached, rows: appendNew(rows, cached.rows.slice(overlapEnd + 1))};
}
