import type {VisibleChange} from './change-feed.js';
import type {DeskContext} from './context.js';
import type {TicketSettings} from './input.js';
import {notFound} from './problems.js';
import type {Reply, StaffTicket} from './store/rows.js';
import type {DeskWrites, TicketPatch} from './store/store.js';
import {monotonicTime} from './time.js';
import {waitAfterStaffReply, waitAfterStatus} from './turn.js';
import {replyView, ticketSummary} from './views.js';

export interface StaffText {
  message: string;
  authorName: string;
}

/** A reply, and the change to publish after the commit. */
interface VisibleReply {
  reply: Reply;
  change: VisibleChange;
}

/** Adds a public reply and sets the status, if there is one, in the transaction of the caller. */
export async function replyAsStaff(
  context: DeskContext,
  writes: DeskWrites,
  ticketId: string,
  {status, ...text}: StaffText & {status?: string | undefined},
): Promise<VisibleReply> {
  const {ticket, version} = await nextVersion(writes, ticketId);
  const reply = operatorText(context, ticketId, {...text, isInternal: false, after: lastPublicTime(ticket)});
  await writes.insertReply(reply);
  await writes.updateTicket(ticketId, {
    version,
    touchedAt: reply.createdAt,
    waitingSince: waitAfterStaffReply(status ?? ticket.status, reply.createdAt),
    ...statusPatch(ticket, status, reply.createdAt),
  });
  return {reply, change: {ticketId, version, added: await addedReply(writes, reply, ticket.subscriberId)}};
}

/** What an event has of a reply, so that clients need not request the ticket. */
async function addedReply(writes: DeskWrites, reply: Reply, subscriberId: string): Promise<VisibleChange['added']> {
  const ticket = await writes.customerTicket(subscriberId, reply.ticketId);
  const owner = await writes.subscriber(subscriberId);
  return ticket && owner && {reply: replyView(reply), ticket: ticketSummary(ticket, owner)};
}

/** Adds an internal note. It changes only the order of the staff queue: no version, no public time, no event. */
export async function noteAsStaff(
  context: DeskContext,
  writes: DeskWrites,
  ticketId: string,
  text: StaffText,
): Promise<Reply> {
  const ticket = await existing(writes, ticketId);
  const note = operatorText(context, ticketId, {...text, isInternal: true, after: ticket.touchedAt});
  await writes.insertReply(note);
  await writes.updateTicket(ticketId, {touchedAt: note.createdAt});
  return note;
}

/** Actions of the staff. Every change except a note is visible to the customer and published to event streams. */
export class StaffActions {
  constructor(readonly context: DeskContext) {}

  reply(ticketId: string, message: string, authorName: string, status?: string): Promise<Reply> {
    return this.#publishing(ticketId, async writes => {
      const {reply, change} = await replyAsStaff(this.context, writes, ticketId, {message, authorName, status});
      return {result: reply, change};
    });
  }

  note(ticketId: string, message: string, authorName: string): Promise<Reply> {
    return this.context.store.write(writes => noteAsStaff(this.context, writes, ticketId, {message, authorName}));
  }

  /** Adds a system message to the thread, such as "This ticket was merged". */
  announce(ticketId: string, message: string): Promise<Reply> {
    return this.#publishing(ticketId, async writes => {
      const {ticket, version} = await nextVersion(writes, ticketId);
      const text = {message, authorName: null, isInternal: false, after: lastPublicTime(ticket)};
      const reply = {...operatorText(this.context, ticketId, text), authorKind: 'system' as const};
      await writes.insertReply(reply);
      await writes.updateTicket(ticketId, {version, touchedAt: reply.createdAt});
      return {result: reply, change: {ticketId, version}};
    });
  }

  async change(ticketId: string, {status, acceptsReplies}: TicketSettings): Promise<void> {
    await this.#publishing(ticketId, async writes => {
      const {ticket, version} = await nextVersion(writes, ticketId);
      const now = monotonicTime(ticket.createdAt, this.context.now());
      const waitingSince =
        status === undefined ? ticket.waitingSince : waitAfterStatus(ticket.waitingSince, status, now);
      await writes.updateTicket(ticketId, {
        version,
        touchedAt: now,
        waitingSince: acceptsReplies === false ? null : waitingSince,
        ...statusPatch(ticket, status, now),
        ...(acceptsReplies !== undefined && {acceptsReplies}),
      });
      return {result: undefined, change: {ticketId, version}};
    });
  }

  async #publishing<T>(
    ticketId: string,
    work: (writes: DeskWrites) => Promise<{result: T; change: VisibleChange}>,
  ): Promise<T> {
    const {store, feed} = this.context;
    const {subscriberId, result, change} = await store.write(async writes => ({
      subscriberId: (await existing(writes, ticketId)).subscriberId,
      ...(await work(writes)),
    }));
    feed.publish(subscriberId, change);
    return result;
  }
}

/** The ticket, read after the version: until the transaction ends, nobody else changes a ticket of this customer. */
async function nextVersion(writes: DeskWrites, ticketId: string) {
  const {subscriberId} = await existing(writes, ticketId);
  const version = await writes.nextVersion(subscriberId);
  return {version, ticket: await existing(writes, ticketId)};
}

const statusPatch = (ticket: StaffTicket, status: string | undefined, time: string): TicketPatch =>
  status === undefined || status === ticket.status ? {} : {status, statusChangedAt: time};

function operatorText(
  {now, newId}: DeskContext,
  ticketId: string,
  {after, ...fields}: Pick<Reply, 'message' | 'authorName' | 'isInternal'> & {after: string},
): Reply {
  const createdAt = monotonicTime(after, now());
  return {...fields, id: newId(), ticketId, authorKind: 'operator', createdAt, writtenAt: null};
}

const lastPublicTime = (ticket: StaffTicket) => ticket.lastReplyAt ?? ticket.createdAt;

async function existing(writes: DeskWrites, ticketId: string): Promise<StaffTicket> {
  const ticket = await writes.staffTicket(ticketId);
  if (!ticket) throw notFound();
  return ticket;
}
