import type {TicketBackend} from '../../contract/backend.js';
import type {SupportError} from '../../contract/errors.js';
import type {Reply} from '../../contract/reply.js';
import type {ReplyReceipt, TicketDetail, TicketSummary} from '../../contract/ticket.js';
import type {Freshness} from './revalidator.js';
import {append, noteFailure, readPage, reuse, type Pages} from './pagination.js';
import {Parts} from './parts.js';
import {Resource} from './resource.js';

/** One ticket and its replies, oldest first; `cursor` leads to the earlier ones. */
export interface Thread extends Pages<Reply> {
  readonly ticket: TicketSummary;
  readonly description: string;
  readonly canReply: boolean;
}

/** Elements that show one ticket together read it once. In milliseconds. */
const aWhile = 1000;

type ThreadBackend = Pick<TicketBackend, 'getTicket' | 'listReplies'>;

/** One ticket's thread, read from its newest page backwards. */
export class TicketThread extends Resource<Thread> {
  readonly #backend: ThreadBackend;
  readonly #ticketId: string;
  readonly #parts = new Parts<Reply>();
  /** The answer as it was last read. What has not changed is the same. */
  #detail: TicketDetail | undefined;

  /** `onRead` is told of the ticket each time it has been read: other views show it, too. */
  constructor(
    backend: ThreadBackend,
    ticketId: string,
    onRead: (ticket: TicketSummary) => void,
    freshness?: Freshness,
  ) {
    // Three times as often as a list: somebody who reads a thread waits for an answer.
    const share = 1 / 3;
    super(
      async (signal, known) => {
        const detail = await backend.getTicket(ticketId, {signal});
        if (known && !known.error && detail === this.#detail) return known;
        this.#detail = detail;
        onRead(detail.ticket);
        const {rows, cursor} = this.#parts.first(backwards(detail.replies), detail.earlierCursor);
        return refreshed({...detail, replies: backwards(rows), earlierCursor: cursor}, known);
      },
      freshness,
      share,
    );
    this.#backend = backend;
    this.#ticketId = ticketId;
  }

  override shows(ticketId: string): boolean {
    return ticketId === this.#ticketId;
  }

  /** What was read a while ago is shown, and read again. */
  override load(): Promise<void> {
    return this.value && Date.now() - this.readAt > aWhile ? this.reread() : super.load();
  }

  /** Reads the page of replies before those that are there. */
  async loadEarlier(): Promise<void> {
    const thread = this.value;
    if (!thread || thread.cursor === null || thread.more === 'loading') return;
    this.patch(now => ({...now, more: 'loading'}));
    try {
      const page = await this.#readBefore(thread.cursor);
      this.patch(now => ({...now, rows: append(page.rows, now.rows), cursor: page.cursor, more: 'idle'}));
    } catch (error) {
      await noteFailure(this, error as SupportError);
    }
  }

  /** A reply of the customer's own that the server has taken. */
  add({reply, ticket}: ReplyReceipt): void {
    this.patch(now => {
      const rows = append(now.rows, [reply]);
      return {...now, rows, ticket: now.cursor === null ? {...ticket, replyCount: rows.length} : ticket};
    });
  }

  /** The ticket as it is known better now. */
  update(ticket: TicketSummary): void {
    this.patch(now => ({...now, ticket}));
  }

  #readBefore(from: string): ReturnType<typeof readPage<Reply>> {
    return readPage(from, async cursor => {
      const part = this.#parts.next(cursor);
      if (part) return {...part, rows: backwards(part.rows)};
      const {signal} = this;
      const page = await this.#backend.listReplies(this.#ticketId, {cursor: cursor ?? from}, {signal});
      return {rows: page.replies, cursor: page.earlierCursor};
    });
  }
}

/** Replies are oldest first, and read from the newest on. */
const backwards = (replies: readonly Reply[]): readonly Reply[] => [...replies].reverse();

/** The newest page read again, beneath the earlier pages that were there already; alone, where it no longer reaches up to them, or nothing leads on from there. */
function refreshed(detail: TicketDetail, known: Thread | undefined): Thread {
  const {ticket, description, canReply, replies, earlierCursor} = detail;
  const rows = append([], reuse(replies, known?.rows ?? []));
  const fresh: Thread = {ticket, description, canReply, rows, cursor: earlierCursor, more: 'idle'};
  const first = fresh.rows[0];
  if (!known || !first || earlierCursor === null || known.error?.refusesCursor) return fresh;
  const reaches = known.rows.findIndex(reply => reply.id === first.id);
  if (reaches === -1) return fresh;
  return {...fresh, rows: append(known.rows.slice(0, reaches), fresh.rows), cursor: known.cursor, more: known.more};
}
