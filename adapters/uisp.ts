import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {nextOffset} from './internal/all-pages.js';
import {isRow, rowsIn, textAt, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {senderOf} from './internal/sender.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `uispBackend()`. */
export type UispOptions = AdapterOptions;

/** The words of the contract for UISP's numbers. It has no closed tickets. */
const usualStatuses: Readonly<Record<string, string>> = {0: 'open', 1: 'in_progress', 2: 'pending', 3: 'resolved'};

/**
 * Creates a backend for the client zone of UISP CRM. `api-base` is the address that ends with
 * `/crm/api/v1.0/client-zone/`, and the token is the authentication key of the customer's login there.
 */
export const uispBackend = (options: UispOptions = {}): TicketBackendFactory =>
  identified('uispBackend', options, transport => createBackend(transport, options));

const toReply = (activity: Row): Reply => ({
  id: textAt(activity, 'id'),
  author: {kind: activity['isAdmin'] ? 'operator' : 'customer', name: ''},
  message: textAt(activity, 'comment.body'),
  createdAt: textAt(activity, 'createdAt') || null,
  // The client zone has no internal notes. In the API of staff, which has the same rows, they are not public.
  isInternal: activity['public'] === false,
});

function createBackend(transport: Transport, options: UispOptions): TicketBackend {
  const {pageSize = 50, config = {categories: [], priorities: []}} = options;
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const send = senderOf(transport, {authorize: token => ({'X-Auth-App-Key': token})});

  const toDetail = (body: unknown) => {
    if (!isRow(body)) throw transport.error('bad_response', {path: 'ticket', reason: 'no object'});
    const summary = summaryOf({
      id: textAt(body, 'id'),
      subject: textAt(body, 'subject'),
      status: statuses.read(textAt(body, 'status')),
      createdAt: textAt(body, 'createdAt') || null,
    });
    // Without the changes of the status.
    const comments = rowsIn(body['activity']).filter(activity => activity['type'] === 'comment');
    return detailOfThread(summary, comments.map(toReply));
  };

  const getTicket = async (ticketId: string, {signal}: ReadOptions) => {
    const {body} = await send(`tickets/${encodeURIComponent(ticketId)}`, {signal});
    return toDetail(body);
  };

  return {
    getConfig: async () => config,
    async listTickets({cursor}, {signal}) {
      const offset = positionOf(transport, cursor, 0);
      const {body} = await send('tickets', {query: {limit: String(pageSize), offset: String(offset)}, signal});
      const rows = listIn(transport, body, 'tickets');
      return {tickets: rows.map(row => toDetail(row).ticket), nextCursor: nextOffset(offset, rows.length, null)};
    },
    getTicket,
    async createTicket({subject, description}, {signal}) {
      const draft = {subject, activity: [{comment: {body: description}}]};
      const {body, headers} = await send('tickets', {method: 'POST', body: draft, signal});
      if (textAt(body, 'id')) return toDetail(body);
      const [ticketId = ''] = /[^/]+$/.exec(headers.get('location') ?? '') ?? [];
      return readBack(transport, {signal}, () => getTicket(decodeURIComponent(ticketId), {signal}));
    },
    async addReply(ticketId, {message}, {signal}) {
      const comment = {ticketId: Number(ticketId), body: message};
      await send('tickets/comments', {method: 'POST', body: comment, signal});
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}
