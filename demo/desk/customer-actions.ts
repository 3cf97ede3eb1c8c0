import type {DeskContext} from './context.js';
import type {NewReplyInput, NewTicketInput} from './input.js';
import {nextTicketNumber} from './numbering.js';
import {invalid, notFound, replyNotAllowed} from './problems.js';
import type {CustomerTicket, Subscriber} from './store/rows.js';
import type {DeskWrites} from './store/store.js';
import {monotonicTime} from './time.js';
import {waitAfterCustomerText} from './turn.js';
import {plausibleTime} from './written-at.js';

const reopened = new Set(['resolved', 'closed']);

export async function openTicket(
  {now, newId}: DeskContext,
  writes: DeskWrites,
  subscriber: Subscriber,
  input: NewTicketInput,
): Promise<CustomerTicket> {
  const version = await writes.nextVersion(subscriber.id);
  const [newest] = await writes.customerTickets({subscriberId: subscriber.id, limit: 1});
  const createdAt = monotonicTime(newest?.createdAt, now());
  const id = newId();
  await writes.insertTicket({
    ...input,
    id,
    number: await nextTicketNumber(writes, createdAt),
    subscriberId: subscriber.id,
    status: 'open',
    acceptsReplies: true,
    createdAt,
    writtenAt: plausibleTime(input.writtenAt, now()),
    statusChangedAt: null,
    readThrough: null,
    waitingSince: createdAt,
    touchedAt: createdAt,
    version,
  });
  return owned(writes, subscriber, id);
}

export async function replyAsCustomer(
  {now, newId}: DeskContext,
  writes: DeskWrites,
  subscriber: Subscriber,
  ticketId: string,
  {message, writtenAt}: NewReplyInput,
) {
  const version = await writes.nextVersion(subscriber.id);
  const ticket = await owned(writes, subscriber, ticketId);
  if (!ticket.acceptsReplies) throw replyNotAllowed();
  const createdAt = monotonicTime(ticket.lastReplyAt ?? ticket.createdAt, now());
  const reply = {
    id: newId(),
    ticketId,
    authorKind: 'customer' as const,
    authorName: null,
    message,
    isInternal: false,
    createdAt,
    writtenAt: plausibleTime(writtenAt, now()),
  };
  const {waitingSince = null} = (await writes.staffTicket(ticketId)) ?? {};
  await writes.insertReply(reply);
  await writes.updateTicket(ticketId, {
    version,
    touchedAt: createdAt,
    waitingSince: waitAfterCustomerText(waitingSince, createdAt),
    ...(reopened.has(ticket.status) && {status: 'open', statusChangedAt: createdAt}),
  });
  return {reply, ticket: await owned(writes, subscriber, ticketId)};
}

export async function markRead(writes: DeskWrites, subscriber: Subscriber, ticketId: string, replyId: string) {
  await writes.lockSubscriber(subscriber.id);
  const ticket = await owned(writes, subscriber, ticketId);
  const reply = await writes.publicReply(ticketId, replyId);
  if (!reply) {
    const detail = 'The ticket has no such reply';
    throw invalid(detail, [{pointer: '/last_reply_id', code: 'unknown_reply', detail}]);
  }
  if (ticket.readThrough !== null && reply.createdAt <= ticket.readThrough) return undefined;
  const version = await writes.nextVersion(subscriber.id);
  await writes.updateTicket(ticketId, {readThrough: reply.createdAt, version});
  return version;
}

async function owned(writes: DeskWrites, subscriber: Subscriber, ticketId: string): Promise<CustomerTicket> {
  const ticket = await writes.customerTicket(subscriber.id, ticketId);
  if (!ticket) throw notFound();
  return ticket;
}
