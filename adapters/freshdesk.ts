import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {allRows} from './internal/all-pages.js';
import {fieldProblem} from './internal/field-problem.js';
import {isRow, property, rowsIn, textAt, type Row} from './internal/fields.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {staffSenderOf} from './internal/sender.js';
import {assertServer, basic, withKey, type CustomerScope} from './internal/staff-key.js';
import {textToHtml} from './internal/text-to-html.js';
import {detailOf, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `freshdeskBackend()`. `customerId` is the ID of the contact. */
export interface FreshdeskOptions extends AdapterOptions, CustomerScope {
  /** The API key of an agent who may see and change the customer's tickets. */
  readonly apiKey: string;
  /** Properties of new tickets besides those of the form, such as `{group_id: 7}`. */
  readonly ticket?: Readonly<Record<string, unknown>>;
}

/** Those that Freshdesk has. `statuses` has those that were added. */
const usualStatuses: Readonly<Record<string, string>> = {2: 'open', 3: 'pending', 4: 'resolved', 5: 'closed'};

const priorities = wordsOf({1: 'low', 2: 'normal', 3: 'high', 4: 'urgent'});

/**
 * Creates a backend for the API v2 of Freshdesk, for the gateway only: its key is that of an agent. `api-base` is
 * `https://<domain>.freshdesk.com/api/v2/`. Private notes are left out. A reply is stored as a public note of the contact,
 * so that an automation of yours has to open the ticket again.
 */
export function freshdeskBackend(options: FreshdeskOptions): TicketBackendFactory {
  assertServer('freshdeskBackend', options);
  return transport => createBackend(transport, options);
}

/** `{description: 'Validation failed', errors: [{field: 'subject', message: 'It should not be blank'}]}` */
const readProblem = (body: unknown): unknown =>
  fieldProblem(rowsIn(property(body, 'errors')), {name: 'field', detail: textAt(body, 'description', 'message')});

/** The `source` of a message that was forwarded to a third person. */
const forwarded = '8';

const toReply = (row: Row): Reply => ({
  id: textAt(row, 'id'),
  author: {kind: row['incoming'] === true ? 'customer' : 'operator', name: ''},
  message: textAt(row, 'body_text'),
  createdAt: textAt(row, 'created_at') || null,
  isInternal: row['private'] !== false || textAt(row, 'source') === forwarded,
});

function createBackend(transport: Transport, options: FreshdeskOptions): TicketBackend {
  const {pageSize = 50, customerId, apiKey, ticket: properties} = options;
  const config = options.config ?? {categories: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const send = staffSenderOf(transport, {...withKey(basic(apiKey, 'X')), readProblem});

  const isVisible = (row: unknown): row is Row =>
    isRow(row) && textAt(row, 'requester_id') === customerId && row['deleted'] !== true && row['spam'] !== true;

  const toSummary = (row: Row) =>
    summaryOf({
      id: textAt(row, 'id'),
      subject: textAt(row, 'subject'),
      status: statuses.read(textAt(row, 'status')),
      priority: priorities.read(textAt(row, 'priority')) || null,
      category: textAt(row, 'type') || null,
      createdAt: textAt(row, 'created_at') || null,
    });

  const readRows = async (
    path: string,
    query: Readonly<Record<string, string>>,
    cursor: string | null,
    {signal}: ReadOptions,
  ) => {
    const page = positionOf(transport, cursor, 1);
    const {body, headers} = await send(path, {query: {...query, page: String(page)}, signal});
    const hasNext = /rel="?next\b/.test(headers.get('link') ?? '');
    return {rows: listIn(transport, body, path), next: hasNext ? String(page + 1) : null};
  };

  async function getTicket(ticketId: string, read: ReadOptions) {
    const path = `tickets/${encodeURIComponent(ticketId)}`;
    const {body: row} = await send(path, {signal: read.signal});
    if (!isVisible(row)) throw transport.error('not_found');
    const rows = await allRows(cursor => readRows(`${path}/conversations`, {per_page: '100'}, cursor, read));
    return detailOf(toSummary(row), rows.map(toReply), {description: textAt(row, 'description_text')});
  }

  return {
    getConfig: async () => config,
    async listTickets({cursor}, read) {
      const query = {
        requester_id: customerId,
        // Without it, the list has the tickets of the last 30 days.
        updated_since: '2000-01-01T00:00:00Z',
        order_by: 'created_at',
        order_type: 'desc',
        per_page: String(pageSize),
      };
      const {rows, next} = await readRows('tickets', query, cursor, read);
      return {tickets: rows.filter(isVisible).map(toSummary), nextCursor: next};
    },
    getTicket,
    async createTicket({subject, description, category, priority}, {signal}) {
      const draft = {
        ...properties,
        requester_id: Number(customerId),
        subject,
        description: textToHtml(description),
        status: 2,
        priority: Number(priorities.write(priority || 'normal')),
        // The portal.
        source: 2,
        ...(category && {type: category}),
      };
      const {body} = await send('tickets', {method: 'POST', body: draft, signal});
      return readBack(transport, {signal}, () => getTicket(textAt(body, 'id'), {signal}));
    },
    async addReply(ticketId, {message}, {signal}) {
      // The key may change the tickets of all customers.
      await getTicket(ticketId, {signal});
      const body = {body: textToHtml(message), private: false, incoming: true, user_id: Number(customerId)};
      await send(`tickets/${encodeURIComponent(ticketId)}/notes`, {method: 'POST', body, signal});
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}
