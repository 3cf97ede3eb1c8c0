import type {DeskContext} from './context.js';
import {invalid, notFound} from './problems.js';
import type {Reply, StaffTicket} from './store/rows.js';
import type {DeskWrites} from './store/store.js';
import {laterThan} from './time.js';

export interface TicketSettings {
  status?: string;
  acceptsReplies?: boolean;
}

/** What the operator's people do. Everything but a note is a change the customer sees, and is told to their streams. */
export class StaffActions {
  constructor(readonly context: DeskContext) {}

  reply(ticketId: string, message: string, authorName: string): Promise<Reply> {
    return this.#visibly(ticketId, async (writes, ticket, version) => {
      const reply = this.#reply(ticketId, {message, authorName, isInternal: false, after: lastPublicTime(ticket)});
      await writes.insertReply(reply);
      await writes.updateTicket(ticketId, {version, touchedAt: reply.createdAt});
      return reply;
    });
  }

  /** Touches the staff's queue and nothing else: no version, no public time, no event. */
  note(ticketId: string, message: string, authorName: string): Promise<Reply> {
    return this.context.store.write(async writes => {
      const ticket = await existing(writes, ticketId);
      const note = this.#reply(ticketId, {message, authorName, isInternal: true, after: ticket.touchedAt});
      await writes.insertReply(note);
      await writes.updateTicket(ticketId, {touchedAt: note.createdAt});
      return note;
    });
  }

  /** A line the desk itself leaves in the thread, such as "This ticket was merged". */
  announce(ticketId: string, message: string): Promise<Reply> {
    return this.#visibly(ticketId, async (writes, ticket, version) => {
      const reply = {
        ...this.#reply(ticketId, {message, authorName: null, isInternal: false, after: lastPublicTime(ticket)}),
        authorKind: 'system' as const,
      };
      await writes.insertReply(reply);
      await writes.updateTicket(ticketId, {version, touchedAt: reply.createdAt});
      return reply;
    });
  }

  async change(ticketId: string, {status, acceptsReplies}: TicketSettings): Promise<void> {
    if (status !== undefined && !/^\S.{0,39}$/.test(status)) {
      throw invalid('Status is required', [{pointer: '/status', code: 'required', detail: 'Status is required'}]);
    }
    await this.#visibly(ticketId, async (writes, ticket, version) => {
      const now = laterThan(ticket.createdAt, this.context.now());
      await writes.updateTicket(ticketId, {
        version,
        touchedAt: now,
        ...(status !== undefined && status !== ticket.status && {status, statusChangedAt: now}),
        ...(acceptsReplies !== undefined && {acceptsReplies}),
      });
    });
  }

  async #visibly<T>(
    ticketId: string,
    work: (writes: DeskWrites, ticket: StaffTicket, version: number) => Promise<T>,
  ): Promise<T> {
    const {store, feed} = this.context;
    const {result, subscriberId, version} = await store.write(async writes => {
      const {subscriberId} = await existing(writes, ticketId);
      const version = await writes.nextVersion(subscriberId);
      return {result: await work(writes, await existing(writes, ticketId), version), subscriberId, version};
    });
    feed.tell(subscriberId, {ticketId, version});
    return result;
  }

  #reply(
    ticketId: string,
    {after, ...words}: Pick<Reply, 'message' | 'authorName' | 'isInternal'> & {after: string},
  ): Reply {
    const createdAt = laterThan(after, this.context.now());
    return {...words, id: this.context.newId(), ticketId, authorKind: 'operator', createdAt, writtenAt: null};
  }
}

const lastPublicTime = (ticket: StaffTicket) => ticket.lastReplyAt ?? ticket.createdAt;

async function existing(writes: DeskWrites, ticketId: string): Promise<StaffTicket> {
  const ticket = await writes.staffTicket(ticketId);
  if (!ticket) throw notFound();
  return ticket;
}
