import type {Reply} from '../contract/reply.js';
import type {TicketSummary} from '../contract/ticket.js';

interface SampleThread {
  readonly ticket: TicketSummary;
  readonly description: string;
  readonly canReply: boolean;
  readonly rows: readonly Reply[];
  readonly cursor: null;
  readonly more: 'idle';
}

function ticketOf(milliseconds: number): TicketSummary {
  const at = new Date(milliseconds).toISOString();
  return {
    id: '',
    number: '',
    subject: '',
    status: 'open',
    priority: 'high',
    category: 'general',
    createdAt: at,
    updatedAt: at,
    lastReplyAt: at,
    lastReplyBy: 'operator',
    replyCount: 2,
    unreadCount: 2,
  };
}

/** A ticket of just now and one of long ago, with all that a row may show, to try out how they are drawn. */
export const sampleTickets = (): readonly TicketSummary[] => [ticketOf(Date.now()), ticketOf(0)];

/** A thread with a reply to it. */
export function sampleThread(): SampleThread {
  const ticket = ticketOf(Date.now());
  const {createdAt} = ticket;
  const reply = {id: '', author: {kind: 'operator', name: null}, message: '-', createdAt, isInternal: false} as const;
  return {ticket, description: '-', canReply: true, rows: [reply], cursor: null, more: 'idle'};
}
