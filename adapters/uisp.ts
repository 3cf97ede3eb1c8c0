import type {
  ReadOptions,
  Reply,
  TicketBackend,
  TicketBackendFactory,
  TicketDetail,
  TicketSummary,
  Transport,
  TransportRequest,
} from 'isp-support-elements';

import {isRow, rowsIn, textAt, textOf, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {lastReplyOf, publicThread, sentReply} from './internal/thread.js';

/** Options of `uispBackend()`. */
export interface UispOptions {
  /** Tickets of each page. Default: 50. */
  readonly pageSize?: number;
}

/** The words of the contract for UISP's numbers. It has no closed tickets. */
const statuses: Readonly<Record<string, string>> = {0: 'open', 1: 'in_progress', 2: 'pending', 3: 'resolved'};

/**
 * Creates a backend for the client zone of UISP CRM. `api-base` is the address that ends with
 * `/crm/api/v1.0/client-zone/`, and the token is the authentication key of the customer's login there.
 */
export const uispBackend = ({pageSize = 50}: UispOptions = {}): TicketBackendFactory =>
  identified('uispBackend', {pageSize}, transport => createBackend(transport, pageSize));

const toReply = (activity: Row): Reply => ({
  id: textAt(activity, 'id'),
  author: {kind: activity['isAdmin'] ? 'operator' : 'customer', name: ''},
  message: textAt(activity, 'comment.body'),
  createdAt: textAt(activity, 'createdAt') || null,
  // The client zone has no internal notes.
  isInternal: false,
});

/** The comments of a ticket, without changes of its status. The first is the description. */
function toDetail(row: Row): TicketDetail {
  const comments = rowsIn(row['activity']).filter(activity => activity['type'] === 'comment');
  const [first, ...replies] = publicThread(comments.map(toReply)).replies;
  const last = lastReplyOf(replies);
  const id = textAt(row, 'id');
  const ticket: TicketSummary = {
    id,
    number: `#${id}`,
    subject: textAt(row, 'subject'),
    status: statuses[textOf(row['status'])] ?? textOf(row['status']),
    priority: null,
    category: null,
    createdAt: textAt(row, 'createdAt') || null,
    updatedAt: last.lastReplyAt ?? (textAt(row, 'createdAt') || null),
    ...last,
    unreadCount: null,
  };
  return {ticket, description: first?.message ?? '', canReply: true, replies, earlierCursor: null};
}

function createBackend(transport: Transport, pageSize: number): TicketBackend {
  const send = (path: string, options: TransportRequest) =>
    transport.request(path, {...options, authorize: token => ({'X-Auth-App-Key': token})});
  const ask = async (path: string, options: TransportRequest): Promise<unknown> =>
    (await send(path, options)).body as unknown;
  const getTicket = async (ticketId: string, {signal}: ReadOptions): Promise<TicketDetail> =>
    toDetail((await ask(`tickets/${encodeURIComponent(ticketId)}`, {signal})) as Row);
  /** What was sent has arrived, whatever happens to the request that reads it. */
  const readBack = (ticketId: string, options: ReadOptions): Promise<TicketDetail> =>
    getTicket(ticketId, options).catch((cause: unknown) => {
      options.signal.throwIfAborted();
      throw transport.error('uncertain', {cause});
    });
  return {
    getConfig: async () => ({categories: [], priorities: []}),
    async listTickets({cursor}, {signal}) {
      const offset = Number(cursor ?? 0);
      const rows = rowsIn(await ask('tickets', {query: {limit: String(pageSize), offset: String(offset)}, signal}));
      const tickets = rows.map(row => toDetail(row).ticket);
      return {tickets, nextCursor: rows.length > 0 ? String(offset + rows.length) : null};
    },
    getTicket,
    async createTicket({subject, description}, {signal}) {
      const body = {subject, activity: [{comment: {body: description}}]};
      const response = await send('tickets', {method: 'POST', body, signal});
      const created: unknown = response.body;
      if (isRow(created) && created['id']) return toDetail(created);
      const [ticketId = ''] = /[^/]+$/.exec(response.headers.get('location') ?? '') ?? [];
      return readBack(ticketId, {signal});
    },
    async addReply(ticketId, {message}, options) {
      const body = {ticketId: Number(ticketId), body: message};
      await ask('tickets/comments', {method: 'POST', body, signal: options.signal});
      // The comment may have changed the status.
      const stored = await readBack(ticketId, options);
      const reply = sentReply(stored.replies, message);
      if (!reply) throw transport.error('uncertain');
      return {reply, ticket: stored.ticket};
    },
  };
}
