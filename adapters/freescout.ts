import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {fieldProblem} from './internal/field-problem.js';
import {isRow, rowsIn, textAt, type Row} from './internal/fields.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {staffSenderOf} from './internal/sender.js';
import {assertServer, withKey, type CustomerScope} from './internal/staff-key.js';
import {textFromHtml} from './internal/text-from-html.js';
import {textToHtml} from './internal/text-to-html.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `freescoutBackend()`. */
export interface FreescoutOptions extends AdapterOptions, CustomerScope {
  /** The key of *Manage » API & Webhooks*. */
  readonly apiKey: string;
  /** The ID of the mailbox that new tickets go to. */
  readonly mailboxId: number;
}

const usualStatuses: Readonly<Record<string, string>> = {active: 'open', pending: 'pending', closed: 'closed'};

/** The types of threads that customers may read. All others, such as `note` and `lineitem`, are internal. */
const publicTypes = ['customer', 'message'];

/**
 * Creates a backend for the module *API & Webhooks* of FreeScout, for the gateway only: its key opens all mailboxes.
 * `api-base` is the address that ends with `/api/`. Notes and drafts are left out. The package `html-to-text` has to be
 * installed.
 */
export function freescoutBackend(options: FreescoutOptions): TicketBackendFactory {
  assertServer('freescoutBackend', options);
  return transport => createBackend(transport, options);
}

/** `{message: 'Bad request', _embedded: {errors: [{path: 'subject', message: 'may not be empty'}]}}` */
function readProblem(body: unknown): unknown {
  const rows = rowsIn(embedded(body, 'errors'));
  const texts = rows.map(row => `${textAt(row, 'path')}: ${textAt(row, 'message')}`);
  return fieldProblem(rows, {name: 'path', detail: texts.join(' ') || textAt(body, 'message')});
}

const embedded = (body: unknown, name: string): unknown => (Object((Object(body) as Row)['_embedded']) as Row)[name];

function toReply(row: Row): Reply {
  const isCustomer = textAt(row, 'type') === 'customer';
  return {
    id: textAt(row, 'id'),
    author: {
      kind: isCustomer ? 'customer' : 'operator',
      name: [textAt(row, 'createdBy.firstName'), textAt(row, 'createdBy.lastName')].filter(Boolean).join(' '),
    },
    message: textFromHtml(textAt(row, 'body')),
    createdAt: textAt(row, 'createdAt') || null,
    isInternal: !publicTypes.includes(textAt(row, 'type')) || textAt(row, 'state') !== 'published',
  };
}

function createBackend(transport: Transport, options: FreescoutOptions): TicketBackend {
  const {pageSize = 50, customerId, apiKey, mailboxId} = options;
  const config = options.config ?? {categories: [], priorities: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const customer = {id: Number(customerId)};
  const send = staffSenderOf(transport, {...withKey({'X-FreeScout-API-Key': apiKey}), readProblem});

  const isVisible = (row: unknown): row is Row =>
    isRow(row) &&
    textAt(row, 'customer.id') === customerId &&
    textAt(row, 'state') === 'published' &&
    textAt(row, 'status') !== 'spam';

  const toDetail = (row: Row) => {
    const summary = summaryOf({
      id: textAt(row, 'id'),
      number: textAt(row, 'number'),
      subject: textAt(row, 'subject'),
      status: statuses.read(textAt(row, 'status')),
      createdAt: textAt(row, 'createdAt') || null,
    });
    return detailOfThread(summary, rowsIn(embedded(row, 'threads')).map(toReply));
  };

  async function getTicket(ticketId: string, {signal}: ReadOptions) {
    const query = {embed: 'threads'};
    const {body} = await send(`conversations/${encodeURIComponent(ticketId)}`, {query, signal});
    if (!isVisible(body)) throw transport.error('not_found');
    return toDetail(body);
  }

  const messageOf = (text: string) => ({type: 'customer', text: textToHtml(text), customer});

  return {
    getConfig: async () => config,
    async listTickets({cursor}, {signal}) {
      const page = positionOf(transport, cursor, 1);
      const {body} = await send('conversations', {
        query: {
          customerId,
          // Without them, closed conversations are missing.
          status: 'active,pending,closed',
          state: 'published',
          embed: 'threads',
          sortField: 'createdAt',
          sortOrder: 'desc',
          page: String(page),
          pageSize: String(pageSize),
        },
        signal,
      });
      const rows = listIn(transport, embedded(body, 'conversations'), 'conversations');
      const isLast = page >= Number(textAt(body, 'page.totalPages'));
      return {
        tickets: rows.filter(isVisible).map(row => toDetail(row).ticket),
        nextCursor: isLast ? null : String(page + 1),
      };
    },
    getTicket,
    async createTicket({subject, description}, {signal}) {
      const draft = {
        type: 'email',
        mailboxId,
        subject,
        customer,
        status: 'active',
        threads: [messageOf(description)],
      };
      const {body, headers} = await send('conversations', {method: 'POST', body: draft, signal});
      const ticketId = headers.get('resource-id') ?? textAt(body, 'id');
      return readBack(transport, {signal}, () => getTicket(ticketId, {signal}));
    },
    async addReply(ticketId, {message}, {signal}) {
      // The key may change the tickets of all customers.
      await getTicket(ticketId, {signal});
      const path = `conversations/${encodeURIComponent(ticketId)}/threads`;
      await send(path, {method: 'POST', body: {...messageOf(message), status: 'active'}, signal});
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}
