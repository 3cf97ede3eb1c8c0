import {waitAfterThread} from '../turn.js';
import type {Reply, Subscriber, Ticket} from '../store/rows.js';
import {Random} from './random.js';
import {minutes, type Script} from './script.js';

/** The id of a hand-written ticket by its name. */
export const seededTicketId = (slug: string) => new Random(`ticket ${slug}`).uuid();

export type UnnumberedTicket = Omit<Ticket, 'number'>;

export function rowsFromScript(script: Script, owner: Subscriber, now: Date) {
  const id = seededTicketId(script.slug);
  const random = new Random(`replies ${script.slug}`);
  const opened = now.getTime() - minutes(script.opened) * 60_000;
  let time = opened;
  const replies = (script.thread ?? []).map((line): Reply => {
    // Never in the future, whatever the sum of the script's delays; never two replies at the same time.
    time = Math.max(time + 1, Math.min(time + line.after * 60_000, now.getTime() - 1000));
    return {
      id: random.uuid(),
      ticketId: id,
      authorKind: line.kind,
      authorName: line.name,
      message: line.message,
      isInternal: line.isInternal,
      createdAt: new Date(time).toISOString(),
      writtenAt: null,
    };
  });
  const lastTime = new Date(time).toISOString();
  const ticket: UnnumberedTicket = {
    id,
    subscriberId: owner.id,
    subject: script.subject,
    description: script.description,
    category: script.category,
    priority: script.priority,
    status: script.status,
    acceptsReplies: script.acceptsReplies ?? true,
    createdAt: new Date(opened).toISOString(),
    writtenAt: null,
    statusChangedAt: script.status === 'open' ? null : (replies.filter(isPublic).at(-1)?.createdAt ?? lastTime),
    readThrough: readThrough(replies.filter(isPublic), script.unread ?? 0),
    waitingSince: null,
    touchedAt: lastTime,
    version: 0,
  };
  return {ticket: {...ticket, waitingSince: waitAfterThread(ticket, replies)}, replies};
}

const isPublic = (reply: Reply) => !reply.isInternal;

function readThrough(replies: Reply[], unread: number): string | null {
  const fromOperator = replies.filter(reply => reply.authorKind === 'operator');
  if (unread === 0) return replies.at(-1)?.createdAt ?? null;
  const firstUnread = fromOperator.at(-unread);
  const before = replies.filter(reply => firstUnread && reply.createdAt < firstUnread.createdAt);
  return before.at(-1)?.createdAt ?? null;
}
