import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {allRows} from './internal/all-pages.js';
import {property, rowsIn, textAt, textOf, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {ownTicket} from './internal/own-ticket.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {senderOf} from './internal/sender.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `zendeskBackend()`. */
export interface ZendeskOptions extends AdapterOptions {
  /**
   * The ID of the custom ticket field for the category, which end users can edit. Name its options in
   * `config.categories`. Without it, the form has no category.
   */
  readonly categoryFieldId?: number;
}

const usualStatuses: Readonly<Record<string, string>> = {
  new: 'open',
  open: 'in_progress',
  pending: 'pending',
  hold: 'in_progress',
  solved: 'resolved',
  closed: 'closed',
};

/**
 * Creates a backend for the Requests API of Zendesk, in which end users see their own tickets and public comments only:
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/
 *
 * `api-base` is `https://<subdomain>.zendesk.com/api/v2/`, and the token is an OAuth access token of the end user with
 * the scopes `requests:read` and `requests:write`. Zendesk sends CORS headers for OAuth tokens only, and none with a
 * 403 or a 429, which look like a failed connection in a browser. Below a path of the portal's origin, they are told
 * apart.
 */
export const zendeskBackend = (options: ZendeskOptions = {}): TicketBackendFactory =>
  identified('zendeskBackend', options, transport => createBackend(transport, options));

/** `{description, details: {base: [{description: 'Subject: cannot be blank', field_key: 'subject'}]}}` */
function readProblem(body: unknown): unknown {
  const details = Object.entries(Object(property(body, 'details')) as Row).flatMap(([name, rows]) =>
    rowsIn(rows).map(row => [textAt(row, 'field_key') || name, textAt(row, 'description')] as const),
  );
  return {
    detail: details.map(([, text]) => text).join(' ') || textAt(body, 'description', 'error.message', 'error'),
    errors: Object.fromEntries(details.map(([name, text]) => [name === 'comment' ? 'description' : name, text])),
  };
}

/** Comments have the IDs of their authors, who are listed beside them. */
function toReply(comment: Row, users: readonly Row[], requesterId: string): Reply {
  const authorId = textAt(comment, 'author_id');
  const user = users.find(({id}) => textOf(id) === authorId);
  // A person in copy is on the customer's side, too.
  const isAgent = typeof user?.['agent'] === 'boolean' ? user['agent'] : authorId !== requesterId;
  return {
    id: textAt(comment, 'id'),
    author: {kind: isAgent ? 'operator' : 'customer', name: textAt(user, 'name')},
    message: textAt(comment, 'plain_body', 'body'),
    createdAt: textAt(comment, 'created_at') || null,
    isInternal: comment['public'] === false,
  };
}

function createBackend(transport: Transport, options: ZendeskOptions): TicketBackend {
  const send = senderOf(transport);
  const {pageSize = 50, categoryFieldId} = options;
  const config = options.config ?? {categories: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});

  const toSummary = (row: Row) => {
    const field = rowsIn(row['custom_fields']).find(({id}) => id === categoryFieldId);
    return summaryOf({
      id: textAt(row, 'id'),
      subject: textAt(row, 'subject'),
      status: statuses.read(textAt(row, 'status')),
      priority: textAt(row, 'priority') || null,
      category: textAt(field, 'value') || null,
      createdAt: textAt(row, 'created_at') || null,
    });
  };

  async function getTicket(ticketId: string, {signal}: ReadOptions) {
    const path = `requests/${encodeURIComponent(ticketId)}`;
    const users: Row[] = [];
    const [{body}, comments] = await ownTicket(
      transport,
      Promise.all([
        send(path, {signal}),
        allRows(async cursor => {
          const number = positionOf(transport, cursor, 1);
          const query = {page: String(number), per_page: '100'};
          const {body: page} = await send(`${path}/comments`, {query, signal});
          users.push(...rowsIn(property(page, 'users')));
          return {rows: listIn(transport, property(page, 'comments'), 'comments'), next: nextPage(page, number)};
        }),
      ]),
    );
    const row = Object(property(body, 'request')) as Row;
    const replies = comments.map(comment => toReply(comment, users, textAt(row, 'requester_id')));
    return detailOfThread(toSummary(row), replies, row['status'] !== 'closed');
  }

  return {
    getConfig: async () => config,
    async listTickets({cursor}, {signal}) {
      const page = positionOf(transport, cursor, 1);
      const query = {page: String(page), per_page: String(pageSize), sort_by: 'created_at', sort_order: 'desc'};
      const {body} = await send('requests', {query, signal});
      const rows = listIn(transport, property(body, 'requests'), 'requests');
      return {tickets: rows.map(toSummary), nextCursor: nextPage(body, page)};
    },
    getTicket,
    async createTicket({subject, description, category, priority}, {signal}) {
      const request = {
        subject,
        comment: {body: description},
        ...(priority && {priority}),
        ...(categoryFieldId && category && {custom_fields: [{id: categoryFieldId, value: category}]}),
      };
      const {body} = await send('requests', {method: 'POST', body: {request}, readProblem, signal});
      return readBack(transport, {signal}, () => getTicket(textAt(body, 'request.id'), {signal}));
    },
    async addReply(ticketId, {message}, {signal}) {
      const body = {request: {comment: {body: message}}};
      const path = `requests/${encodeURIComponent(ticketId)}`;
      await ownTicket(transport, send(path, {method: 'PUT', body, readProblem, signal}));
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}

/** `next_page` is a URL, whose other parameters are known. */
const nextPage = (body: unknown, page: number): string | null => (textAt(body, 'next_page') ? String(page + 1) : null);
