import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {allRows, nextOffset} from './internal/all-pages.js';
import {fieldProblem} from './internal/field-problem.js';
import {isRow, isSet, rowsIn, textAt, type Row} from './internal/fields.js';
import {instantsIn} from './internal/instants.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {staffSenderOf} from './internal/sender.js';
import {assertServer, basic, withKey, type CustomerScope} from './internal/staff-key.js';
import {textFromHtml} from './internal/text-from-html.js';
import {textToHtml} from './internal/text-to-html.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `splynxBackend()`. */
export interface SplynxOptions extends AdapterOptions, CustomerScope {
  /** The API key, which needs the rights to view and add tickets and their messages, and Basic authentication. */
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The time zone of the server, such as `Africa/Johannesburg`: its times have no offset. Default: UTC. */
  readonly timeZone?: string;
  /** Properties of new tickets besides subject, priority and status, such as `{type_id: 1, group_id: 4}`. */
  readonly ticket?: Readonly<Record<string, string | number>>;
}

/** Those that Splynx is installed with. `statuses` has those that were added. */
const usualStatuses: Readonly<Record<string, string>> = {
  1: 'open',
  2: 'in_progress',
  3: 'resolved',
  4: 'pending',
  // The customer has replied.
  5: 'open',
};

const priorities = wordsOf({medium: 'normal'});

/**
 * Creates a backend for the API 2.0 of Splynx, for the gateway only: its key is that of staff. `api-base` is the
 * address that ends with `/api/2.0/`. Internal notes and hidden tickets are left out. The package `html-to-text` has to
 * be installed.
 */
export function splynxBackend(options: SplynxOptions): TicketBackendFactory {
  assertServer('splynxBackend', options);
  return transport => createBackend(transport, options);
}

/** `[{field: 'subject', message: 'Subject cannot be blank.'}]`, or `{error: {message}}` */
const readProblem = (body: unknown): unknown =>
  fieldProblem(rowsIn(body), {name: 'field', detail: textAt(body, 'error.message', 'message')});

function createBackend(transport: Transport, options: SplynxOptions): TicketBackend {
  const {pageSize = 50, customerId, apiKey, apiSecret, timeZone = 'UTC', ticket: properties} = options;
  const config = options.config ?? {categories: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const toInstant = instantsIn(timeZone);
  const send = staffSenderOf(transport, {...withKey(basic(apiKey, apiSecret)), readProblem});

  const isVisible = (row: unknown): row is Row =>
    isRow(row) && textAt(row, 'customer_id') === customerId && !isSet(row['hidden']) && !isSet(row['deleted']);

  const toSummary = (row: Row) =>
    summaryOf({
      id: textAt(row, 'id'),
      subject: textAt(row, 'subject'),
      status: isSet(row['closed']) ? 'closed' : statuses.read(textAt(row, 'status_id')),
      priority: priorities.read(textAt(row, 'priority')) || null,
      createdAt: toInstant(row['created_at']),
    });

  const toReply = (row: Row): Reply => ({
    id: textAt(row, 'id'),
    author: {
      kind: textAt(row, 'author_type') === 'customer' || isOwn(row) ? 'customer' : 'operator',
      name: textAt(row, 'author_name'),
    },
    message: textFromHtml(textAt(row, 'message')),
    createdAt: toInstant(textAt(row, 'created_at') || `${textAt(row, 'date')} ${textAt(row, 'time')}`.trim()),
    isInternal: textAt(row, 'message_type') !== 'message' || isSet(row['hide_for_customer']),
  });

  /** Older versions have no `author_type`. */
  const isOwn = (row: Row): boolean =>
    textAt(row, 'author_type') === '' && !isSet(row['admin_id']) && textAt(row, 'customer_id') === customerId;

  /** A page of rows whose attribute `by` has the value. */
  const readRows = async (path: string, by: string, value: string, cursor: string | null, {signal}: ReadOptions) => {
    const offset = positionOf(transport, cursor, 0);
    const query = {
      [`main_attributes[${by}]`]: value,
      'order[id]': path === 'admin/support/tickets' ? 'DESC' : 'ASC',
      limit: String(pageSize),
      offset: String(offset),
    };
    const {body} = await send(path, {query, signal});
    const rows = listIn(transport, body, path);
    return {rows, next: nextOffset(offset, rows.length, null)};
  };

  async function getTicket(ticketId: string, read: ReadOptions) {
    const {body: row} = await send(`admin/support/tickets/${encodeURIComponent(ticketId)}`, {signal: read.signal});
    if (!isVisible(row)) throw transport.error('not_found');
    const messages = await allRows(cursor =>
      readRows('admin/support/ticket-messages', 'ticket_id', ticketId, cursor, read),
    );
    // A server that ignores the filter returns the messages of all tickets.
    const own = messages.filter(message => textAt(message, 'ticket_id') === ticketId);
    return detailOfThread(toSummary(row), own.map(toReply));
  }

  const addMessage = (ticketId: string, message: string, {signal}: ReadOptions) =>
    send('admin/support/ticket-messages', {
      method: 'POST',
      body: {
        ticket_id: ticketId,
        customer_id: customerId,
        author_type: 'customer',
        message_type: 'message',
        message: textToHtml(message),
      },
      signal,
    });

  return {
    getConfig: async () => config,
    async listTickets({cursor}, read) {
      const {rows, next} = await readRows('admin/support/tickets', 'customer_id', customerId, cursor, read);
      return {tickets: rows.filter(isVisible).map(toSummary), nextCursor: next};
    },
    getTicket,
    async createTicket({subject, description, priority}, {signal}) {
      const draft = {
        ...properties,
        customer_id: customerId,
        subject,
        priority: priorities.write(priority),
        status_id: 1,
      };
      const {body} = await send('admin/support/tickets', {method: 'POST', body: draft, signal});
      // The ticket is stored: from here on, nothing may be sent again without a look at it.
      return readBack(transport, {signal}, async () => {
        const ticketId = textAt(body, 'id');
        await addMessage(ticketId, description, {signal});
        return getTicket(ticketId, {signal});
      });
    },
    async addReply(ticketId, {message}, {signal}) {
      // Splynx does not check whose ticket it is.
      await getTicket(ticketId, {signal});
      await addMessage(ticketId, message, {signal});
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}
