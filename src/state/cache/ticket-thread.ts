import type {TicketBackend} from '../../contract/backend.js';
import type {SupportError} from '../../contract/errors.js';
import type {Reply} from '../../contract/reply.js';
import type {ReplyReceipt, TicketDetail, TicketSummary} from '../../contract/ticket.js';
import {
  appendNew,
  markPageFailed,
  PageSplitter,
  readNonEmptyPage,
  reuseUnchanged,
  type Page,
  type PagedRows,
} from './pagination.js';
import {newer, Receipts} from './receipts.js';
import {Resource} from './resource.js';
import type {Revalidator} from './revalidator.js';

/** A ticket and its replies, oldest first; `cursor` leads to the earlier ones. */
export interface Thread extends PagedRows<Reply> {
  readonly ticket: TicketSummary;
  readonly description: string;
  readonly canReply: boolean;
}

/** Elements that show the same ticket within this time share one request. In milliseconds. */
const deduplicationInterval = 1000;

/** A thread is polled three times as often as the list: its reader waits for an answer. */
const intervalFactor = 1 / 3;

type ThreadBackend = Required<Pick<TicketBackend, 'getTicket' | 'listReplies'>>;

/** The thread of one ticket, loaded from its newest page backwards. */
export class TicketThread extends Resource<Thread> {
  readonly #backend: ThreadBackend;
  readonly #ticketId: string;
  readonly #splitter = new PageSplitter<Reply>();
  /** The response as the last request returned it, completed: the same object if nothing has changed. */
  #detail: TicketDetail | undefined;

  /** `onLoad` receives the ticket each time it has been loaded, for the views that show it too. */
  constructor(
    backend: ThreadBackend,
    ticketId: string,
    onLoad: (ticket: TicketSummary) => void,
    revalidator?: Revalidator,
    receipts: Receipts = new Receipts(),
  ) {
    super(
      async (signal, cached, hasDiscarded) => {
        const read = backend.getTicket(ticketId, {signal});
        const detail = receipts.completeThread(
          await read.catch((error: unknown) => receipts.newTicket(ticketId, error as SupportError)),
        );
        if (cached && !cached.error && !hasDiscarded && detail === this.#detail) return cached;
        this.#detail = detail;
        onLoad(detail.ticket);
        const {rows, cursor} = this.#splitter.split(reversed(detail.replies), detail.earlierCursor);
        return withNewestPage({...detail, replies: reversed(rows), earlierCursor: cursor}, cached);
      },
      revalidator,
      intervalFactor,
    );
    this.#backend = backend;
    this.#ticketId = ticketId;
  }

  override isAffectedBy(ticketId: string): boolean {
    return ticketId === this.#ticketId;
  }

  /** Shows the cached thread, and revalidates it unless it has just been loaded. */
  override load(): Promise<void> {
    return this.value && Date.now() - this.fetchedAt > deduplicationInterval ? this.revalidate() : super.load();
  }

  /**
   * Loads the page of earlier replies, and the pages before it as long as `wantsMore` returns true after each of them.
   * Resolves with the number of replies that were added; a failure is in `pageStatus`.
   */
  async loadEarlier(wantsMore: () => boolean = () => false): Promise<number> {
    let addedCount = 0;
    if (!this.value || this.value.cursor === null || this.value.pageStatus === 'loading') return addedCount;
    this.patch(now => ({...now, pageStatus: 'loading'}));
    try {
      for (let cursor: string | null = this.value.cursor; cursor !== null;) {
        const knownKeys = new Set(this.value.rows.map(keyOf));
        const page = await this.#readBefore(cursor, reply => knownKeys.has(keyOf(reply)));
        const isLast = page.cursor === null || !wantsMore();
        this.patch(now => {
          const rows = appendNew(page.rows, now.rows, keyOf);
          addedCount += rows.length - now.rows.length;
          return {...now, rows, cursor: page.cursor, pageStatus: isLast ? 'idle' : 'loading'};
        });
        cursor = isLast ? null : page.cursor;
      }
    } catch (error) {
      await markPageFailed(this, error as SupportError);
    }
    return addedCount;
  }

  /** Appends a reply that the server has. */
  appendReply({reply, ticket}: ReplyReceipt): void {
    this.patch(now => {
      const rows = appendNew(now.rows, reply.isInternal ? [] : [reply]);
      // The receipt of a repeated request is as old as its first attempt.
      const newest = newer(ticket, now.ticket);
      return {...now, rows, ticket: now.cursor === null ? {...newest, replyCount: rows.length} : newest};
    });
  }

  /** A thread that lacks an earlier reply, or may no longer accept any, is requested. */
  override receive(added: ReplyReceipt): boolean {
    const {replyCount, status} = this.value?.ticket ?? {};
    if (added.ticket.replyCount !== (replyCount ?? NaN) + 1) return false;
    this.appendReply(added);
    return status === added.ticket.status && this.isReady;
  }

  /** Replaces the ticket by its newer version. */
  updateTicket(ticket: TicketSummary): void {
    this.patch(now => ({...now, ticket}));
  }

  #readBefore(from: string, isKnown: (reply: Reply) => boolean): Promise<Page<Reply>> {
    const read = async (cursor: string | null): Promise<Page<Reply>> => {
      const part = this.#splitter.partAt(cursor);
      if (part) return {...part, rows: reversed(part.rows)};
      const {signal} = this;
      const page = await this.#backend.listReplies(this.#ticketId, {cursor: cursor ?? from}, {signal});
      return {rows: page.replies, cursor: page.earlierCursor};
    };
    return readNonEmptyPage(from, read, isKnown);
  }
}

/** Two different messages are both shown, even if a server gives them the same id. */
const keyOf = ({id, createdAt, message}: Reply): string => `${id} ${createdAt} ${message}`;

/** Replies are in chronological order, and are paged from the newest backwards. */
const reversed = (replies: readonly Reply[]): readonly Reply[] => [...replies].reverse();

/**
 * The cached thread with its newest page replaced. The newest page alone, if it no longer overlaps with the cached
 * replies, or if no page precedes it.
 */
function withNewestPage(detail: TicketDetail, cached: Thread | undefined): Thread {
  const {ticket, description, canReply, replies, earlierCursor} = detail;
  const rows = appendNew([], reuseUnchanged(replies, cached?.rows ?? []), keyOf);
  const fresh: Thread = {ticket, description, canReply, rows, cursor: earlierCursor, pageStatus: 'idle'};
  const first = fresh.rows[0];
  if (!cached || !first || earlierCursor === null || cached.error?.refusesCursor) return fresh;
  const firstKey = keyOf(first);
  const sameStart = cached.rows.findIndex(reply => keyOf(reply) === firstKey);
  // Without the same reply, one whose text has been edited.
  const overlapStart = sameStart < 0 ? cached.rows.findIndex(({id}) => id && id === first.id) : sameStart;
  if (overlapStart === -1) return fresh;
  return {
    ...fresh,
    rows: appendNew(cached.rows.slice(0, overlapStart), fresh.rows, keyOf),
    cursor: cached.cursor,
    pageStatus: cached.pageStatus,
  };
}
