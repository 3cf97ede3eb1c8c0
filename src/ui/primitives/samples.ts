import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';

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

/** A thread with a reply in it. */
export function sampleThread() {
  const ticket = ticketOf(Date.now());
  const {createdAt} = ticket;
  const reply: Reply = {id: '', author: {kind: 'operator', name: null}, message: '-', createdAt, isInternal: false};
  return {ticket, description: '-', canReply: true, rows: [reply], cursor: null, pageStatus: 'idle'} as const;
}
