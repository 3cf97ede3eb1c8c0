import type {
  ReadOptions,
  Reply,
  TicketBackend,
  TicketDetail,
  TicketPage,
  TicketSummary,
  Updates,
} from 'isp-support-elements';

import {problemOf} from './problems.js';

const no: readonly unknown[] = [false, undefined, null, 0, '', '0', 'false'];

/** Internal notes are all replies that are not clearly public. A backend may mark tickets in the same way. */
export const isPublic = (row: object): boolean => no.includes((row as Partial<Reply>).isInternal);

const publicReplies = (replies: readonly Reply[]): readonly Reply[] => replies.filter(isPublic);

/** Beyond it, a thread is not counted: the backend may return the same page for ever. */
const maxPages = 100;

/**
 * The tickets of a backend without internal notes: these affect neither texts nor counts nor times. `counts` is that of
 * the options.
 */
export class PublicTickets {
  readonly #backend: TicketBackend;
  readonly #counts: 'thread' | 'backend';
  readonly #options: ReadOptions;

  constructor(backend: TicketBackend, counts: 'thread' | 'backend', options: ReadOptions) {
    this.#backend = backend;
    this.#counts = counts;
    this.#options = options;
  }

  async list(page: TicketPage): Promise<TicketPage> {
    const {nextCursor} = page;
    const tickets = page.tickets.filter(isPublic);
    if (this.#counts === 'backend') return {tickets, nextCursor};
    const summaries = await Promise.all(tickets.map(ticket => ifThere(this.summary(ticket))));
    return {tickets: summaries.filter(isDefined), nextCursor};
  }

  /** A ticket as the backend has it, unless it is for staff only. */
  async read(ticketId: string): Promise<TicketDetail> {
    const detail = await this.#backend.getTicket(ticketId, this.#options);
    if (isPublic(detail) && isPublic(detail.ticket)) return detail;
    throw problemOf({code: 'not_found'});
  }

  /** The ticket as its thread counts it. */
  async summary(ticket: TicketSummary): Promise<TicketSummary> {
    if (this.#counts === 'backend') return ticket;
    const detail = await this.read(ticket.id);
    return counted(ticket, await this.#thread(detail));
  }

  async detail(detail: TicketDetail): Promise<TicketDetail> {
    const replies = publicReplies(detail.replies);
    const hasNotes = replies.length < detail.replies.length;
    if (this.#counts === 'backend' && !hasNotes) return detail;
    return {...detail, replies, ticket: counted(detail.ticket, await this.#thread(detail))};
  }

  /** All public replies of a ticket, oldest first. */
  async thread(ticketId: string): Promise<readonly Reply[]> {
    return publicReplies(await this.#thread(await this.read(ticketId)));
  }

  async updates(sent: Updates): Promise<Updates> {
    const shown = sent.tickets.filter(isPublic);
    const hidden = sent.tickets.filter(row => !isPublic(row));
    const updates = {...sent, tickets: shown, unread: Math.max(0, sent.unread - unreadIn(hidden))};
    if (this.#counts === 'backend') return updates;
    const tickets = await Promise.all(
      shown.map(async ticket => {
        const detail = await ifThere(this.read(ticket.id));
        return detail && {...ticket, unreadCount: publicUnread(await this.#thread(detail), ticket.unreadCount)};
      }),
    );
    const unread = tickets.filter(isDefined).filter(({unreadCount}) => unreadCount > 0);
    // The version of such a backend may change with a note.
    return {...updates, unread: unreadIn(unread), tickets: unread, version: null};
  }

  /** All replies of a ticket with its notes, oldest first. */
  async #thread({ticket, replies, earlierCursor}: TicketDetail): Promise<readonly Reply[]> {
    let all = replies;
    let cursor = earlierCursor;
    for (let pages = 0; cursor !== null && pages < maxPages && this.#backend.listReplies; pages += 1) {
      const page = await this.#backend.listReplies(ticket.id, {cursor}, this.#options);
      all = [...page.replies, ...all];
      cursor = page.earlierCursor === cursor ? null : page.earlierCursor;
    }
    return all;
  }
}

export const withoutNotes = publicReplies;

const isDefined = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** Undefined if a ticket of the list is gone, or for staff only: that must not cost the others. */
async function ifThere<Value>(read: Promise<Value>): Promise<Value | undefined> {
  try {
    return await read;
  } catch (error) {
    if (problemOf(error).status === 404) return undefined;
    throw error;
  }
}

const unreadIn = (tickets: Updates['tickets']): number => tickets.reduce((sum, {unreadCount}) => sum + unreadCount, 0);

function counted(ticket: TicketSummary, thread: readonly Reply[]): TicketSummary {
  const replies = publicReplies(thread);
  const last = replies.at(-1);
  return {
    ...ticket,
    replyCount: replies.length,
    unreadCount: ticket.unreadCount === null ? null : publicUnread(thread, ticket.unreadCount),
    updatedAt: last?.createdAt ?? ticket.createdAt,
    lastReplyAt: last?.createdAt ?? null,
    lastReplyBy: last ? (last.author.kind === 'customer' ? 'customer' : 'operator') : null,
  };
}

/** The unread replies are the operator's newest, as many as the backend says. Some of them may be notes. */
function publicUnread(thread: readonly Reply[], unread: number): number {
  const ofOperator = thread.filter(({author}) => author.kind !== 'customer');
  return publicReplies(ofOperator.slice(Math.max(0, ofOperator.length - unread))).length;
}
