import type {DeskContext} from './context.js';
import {invalid, notFound} from './problems.js';
import type {Reply, StaffTicket} from './store/rows.js';
import type {DeskWrites} from './store/store.js';
import {monotonicTime} from './time.js';

export interface TicketSettings {
  status?: string;
  acceptsReplies?: boolean;
}

/** Actions of the staff. Every change except a note is visible to the customer and published to event streams. */
export class StaffActions {
  constructor(readonly context: DeskContext) {}

  reply(ticketId: string, message: string, authorName: string): Promise<Reply> {
    return this.#changeVisibly(ticketId, async (writes, ticket, version) => {
      const reply = this.#reply(ticketId, {message, authorName, isInternal: false, after: lastPublicTime(ticket)});
      await writes.insertReply(reply);
      await writes.updateTicket(ticketId, {version, touchedAt: reply.createdAt});
      return reply;
    });
  }

  /** Changes only the order of the staff queue: no version, no public time, no event. */
  note(ticketId: string, message: string, authorName: string): Promise<Reply> {
    return this.context.store.write(async writes => {
      const ticket = await existing(writes, ticketId);
      const note = this.#reply(ticketId, {message, authorName, isInternal: true, after: ticket.touchedAt});
      await writes.insertReply(note);
      await writes.updateTicket(ticketId, {touchedAt: note.createdAt});
      return note;
    });
  }

  /** Adds a system message to the thread, such as "This ticket was merged". */
  announce(ticketId: string, message: string): Promise<Reply> {
    return this.#changeVisibly(ticketId, async (writes, ticket, version) => {
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
    await this.#changeVisibly(ticketId, async (writes, ticket, version) => {
      const now = monotonicTime(ticket.createdAt, this.context.now());
      await writes.updateTicket(ticketId, {
        version,
        touchedAt: now,
        ...(status !== undefined && status !== ticket.status && {status, statusChangedAt: now}),
        ...(acceptsReplies !== undefined && {acceptsReplies}),
      });
    });
  }

  async #changeVisibly<T>(
    ticketId: string,
    work: (writes: DeskWrites, ticket: StaffTicket, version: number) => Promise<T>,
  ): Promise<T> {
    const {store, feed} = this.context;
    const {result, subscriberId, version} = await store.write(async writes => {
      const {subscriberId} = await existing(writes, ticketId);
      const version = await writes.nextVersion(subscriberId);
      return {result: await work(writes, await existing(writes, ticketId), version), subscriberId, version};
    });
    feed.publish(subscriberId, {ticketId, version});
    return result;
  }

  #reply(
    ticketId: string,
    {after, ...fields}: Pick<Reply, 'message' | 'authorName' | 'isInternal'> & {after: string},
  ): Reply {
    const createdAt = monotonicTime(after, this.context.now());
    return {...fields, id: this.context.newId(), ticketId, authorKind: 'operator', createdAt, writtenAt: null};
  }
}

const lastPublicTime = (ticket: StaffTicket) => ticket.lastReplyAt ?? ticket.createdAt;

async function existing(writes: DeskWrites, ticketId: string): Promise<StaffTicket> {
  const ticket = await writes.staffTicket(ticketId);
  if (!ticket) throw notFound();
  return ticket;
}
