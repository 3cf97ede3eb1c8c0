import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {textAt, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {ownTicket} from './internal/own-ticket.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {senderOf} from './internal/sender.js';
import {textFromHtml} from './internal/text-from-html.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `zammadBackend()`. */
export interface ZammadOptions extends AdapterOptions {
  /** The group that new tickets go to, such as `Users`. The customer needs the right to create tickets in it. */
  readonly group: string;
  /** `Token` for an access token of the customer, the default; `Bearer` for an OAuth token. */
  readonly scheme?: 'Token' | 'Bearer';
}

const usualStatuses: Readonly<Record<string, string>> = {
  new: 'open',
  open: 'in_progress',
  'pending reminder': 'pending',
  'pending close': 'resolved',
  closed: 'closed',
  merged: 'closed',
};

const authorKinds: Readonly<Record<string, Reply['author']['kind']>> = {Customer: 'customer', System: 'system'};

/**
 * Creates a backend for the REST API of Zammad: https://docs.zammad.org/en/latest/api/intro.html
 *
 * `api-base` is the address that ends with `/api/v1/`, and the token is one of the customer. Zammad does not allow
 * `Authorization` in requests of another origin, so serve its API below a path of the portal's origin. Customers who
 * share an organization see all tickets of it, if Zammad is set up so. The package `html-to-text` has to be installed.
 */
export const zammadBackend = (options: ZammadOptions): TicketBackendFactory =>
  identified('zammadBackend', options, transport => createBackend(transport, options));

/** `error_human` is for people; `error` may be the name of a class. */
const readProblem = (body: unknown): unknown => ({detail: textAt(body, 'error_human', 'error')});

function toReply(article: Row): Reply {
  const body = textAt(article, 'body');
  return {
    id: textAt(article, 'id'),
    author: {
      kind: authorKinds[textAt(article, 'sender')] ?? 'operator',
      // `"Anna Berg" <anna@example.org>`
      name: textAt(article, 'from')
        .replace(/\s*<[^>]*>\s*$/, '')
        .replace(/^"(.*)"$/, '$1'),
    },
    message: /^text\/html\b/i.test(textAt(article, 'content_type')) ? textFromHtml(body) : body,
    createdAt: textAt(article, 'created_at') || null,
    isInternal: article['internal'] !== false,
  };
}

function createBackend(transport: Transport, options: ZammadOptions): TicketBackend {
  const {pageSize = 50, group, scheme = 'Token'} = options;
  const config = options.config ?? {categories: [], priorities: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const send = senderOf(transport, {
    readProblem,
    authorize: token => ({Authorization: scheme === 'Token' ? `Token token=${token}` : `Bearer ${token}`}),
  });

  const toSummary = (row: Row) =>
    summaryOf({
      id: textAt(row, 'id'),
      number: textAt(row, 'number'),
      subject: textAt(row, 'title'),
      status: statuses.read(textAt(row, 'state')),
      // `2 normal`
      priority: textAt(row, 'priority').replace(/^\d+ /, '') || null,
      category: textAt(row, 'group') || null,
      createdAt: textAt(row, 'created_at') || null,
    });

  async function getTicket(ticketId: string, {signal}: ReadOptions) {
    const id = encodeURIComponent(ticketId);
    const query = {expand: 'true'};
    const [{body: row}, {body: articles}] = await ownTicket(
      transport,
      Promise.all([send(`tickets/${id}`, {query, signal}), send(`ticket_articles/by_ticket/${id}`, {query, signal})]),
    );
    const canReply = !['merged', 'removed'].includes(textAt(row, 'state'));
    return detailOfThread(toSummary(row as Row), listIn(transport, articles, 'articles').map(toReply), canReply);
  }

  const article = (body: string) => ({body, content_type: 'text/plain', type: 'note', internal: false});

  return {
    getConfig: async () => config,
    async listTickets({cursor}, {signal}) {
      const page = positionOf(transport, cursor, 1);
      const {body} = await send('tickets/search', {
        query: {
          query: '*',
          expand: 'true',
          sort_by: 'created_at',
          order_by: 'desc',
          page: String(page),
          per_page: String(pageSize),
          limit: String(pageSize),
        },
        signal,
      });
      const rows = listIn(transport, body, 'tickets');
      return {tickets: rows.map(toSummary), nextCursor: rows.length > 0 ? String(page + 1) : null};
    },
    getTicket,
    async createTicket({subject, description}, {signal}) {
      const ticket = {title: subject, group, article: {subject, ...article(description)}};
      const {body} = await send('tickets', {method: 'POST', body: ticket, signal});
      return readBack(transport, {signal}, () => getTicket(textAt(body, 'id'), {signal}));
    },
    async addReply(ticketId, {message}, {signal}) {
      // As in Zammad's own page for customers, a reply opens the ticket.
      const change = {state: 'open', article: article(message)};
      const path = `tickets/${encodeURIComponent(ticketId)}`;
      await ownTicket(transport, send(path, {method: 'PUT', body: change, signal}));
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}
