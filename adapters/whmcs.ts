import type {ReadOptions, Reply, TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';

import {nextOffset} from './internal/all-pages.js';
import {countOf, property, rowsIn, textAt, type Row} from './internal/fields.js';
import {instantsIn} from './internal/instants.js';
import type {AdapterOptions} from './internal/options.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {staffSenderOf} from './internal/sender.js';
import {assertServer, withKey, type CustomerScope} from './internal/staff-key.js';
import {textFromEscaped} from './internal/text-from-html.js';
import {detailOfThread, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** Options of `whmcsBackend()`. */
export interface WhmcsOptions extends AdapterOptions, CustomerScope {
  /** The identifier and the secret of API credentials, with the rights for the four actions of tickets. */
  readonly identifier: string;
  readonly secret: string;
  /**
   * The ID of the department that new tickets go to. If `config` has categories, their values are the IDs of
   * departments, and the customer's choice counts.
   */
  readonly departmentId: string;
  /** The time zone of the server, such as `America/New_York`: its times have no offset. Default: UTC. */
  readonly timeZone?: string;
}

/** Those that WHMCS is installed with. `statuses` has those that were added. */
const usualStatuses: Readonly<Record<string, string>> = {
  Open: 'open',
  'Customer-Reply': 'open',
  'In Progress': 'in_progress',
  'On Hold': 'in_progress',
  Answered: 'pending',
  Closed: 'closed',
};

const priorities = wordsOf({Low: 'low', Medium: 'normal', High: 'high'});

/**
 * Creates a backend for the API of WHMCS, for the gateway only: its key is that of staff, and is bound to the address
 * of the gateway. `api-base` is the address that ends with `/includes/`. Notes are left out. The package `html-to-text`
 * has to be installed.
 */
export function whmcsBackend(options: WhmcsOptions): TicketBackendFactory {
  assertServer('whmcsBackend', options);
  return transport => createBackend(transport, options);
}

function createBackend(transport: Transport, options: WhmcsOptions): TicketBackend {
  const send = staffSenderOf(transport);
  const {pageSize = 50, customerId, identifier, secret, departmentId, timeZone = 'UTC'} = options;
  const config = options.config ?? {categories: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});
  const toInstant = instantsIn(timeZone);

  /** All actions are POSTs to one address, and report a failure with the status of a success. */
  async function call(action: string, parameters: Readonly<Record<string, string>>, {signal}: ReadOptions) {
    const {body} = await send('api.php', {
      method: 'POST',
      ...withKey({'Content-Type': 'application/x-www-form-urlencoded'}),
      body: new URLSearchParams({action, identifier, secret, responsetype: 'json', ...parameters}).toString(),
      signal,
    });
    if (textAt(body, 'result') === 'success') return body as Row;
    const serverMessage = textAt(body, 'message');
    if (/not found$/i.test(serverMessage)) throw transport.error('not_found');
    if (action.startsWith('Get')) throw transport.error('bad_response', {path: 'result', reason: 'error'});
    throw transport.error('invalid', {serverMessage});
  }

  const isOwn = (row: Row): boolean => textAt(row, 'userid') === customerId;

  const toSummary = (row: Row) =>
    summaryOf({
      id: textAt(row, 'ticketid', 'id'),
      number: textAt(row, 'tid'),
      subject: textFromEscaped(textAt(row, 'subject')),
      status: statuses.read(textAt(row, 'status')),
      priority: priorities.read(textAt(row, 'priority')) || null,
      category: (config.categories?.length ? textAt(row, 'deptid') : textAt(row, 'deptname')) || null,
      createdAt: toInstant(row['date']),
    });

  /** Notes of staff are in a list of their own, which is not read. */
  const toReply = (row: Row): Reply => ({
    id: textAt(row, 'replyid'),
    author: {
      kind: textAt(row, 'admin') || textAt(row, 'requestor_type') === 'Operator' ? 'operator' : 'customer',
      name: textFromEscaped(textAt(row, 'requestor_name', 'admin', 'name')),
    },
    message: textFromEscaped(textAt(row, 'message')),
    createdAt: toInstant(row['date']),
    isInternal: false,
  });

  async function getTicket(ticketId: string, read: ReadOptions) {
    const row = await call('GetTicket', {ticketid: ticketId, repliessort: 'ASC'}, read);
    if (!isOwn(row)) throw transport.error('not_found');
    // The first one, with the ID 0, is the description.
    return detailOfThread(toSummary(row), rowsIn(property(row['replies'], 'reply')).map(toReply));
  }

  return {
    getConfig: async () => config,
    async listTickets({cursor}, read) {
      const offset = positionOf(transport, cursor, 0);
      const page = {limitstart: String(offset), limitnum: String(pageSize)};
      const body = await call('GetTickets', {clientid: customerId, ignore_dept_assignments: 'true', ...page}, read);
      const rows = rowsIn(property(body['tickets'], 'ticket'));
      const nextCursor = nextOffset(offset, rows.length, countOf(body['totalresults']));
      return {tickets: rows.filter(isOwn).map(toSummary), nextCursor};
    },
    getTicket,
    async createTicket({subject, description, category, priority}, read) {
      const body = await call(
        'OpenTicket',
        {
          clientid: customerId,
          deptid: category || departmentId,
          subject,
          message: description,
          priority: priorities.write(priority || 'normal'),
        },
        read,
      );
      return readBack(transport, read, () => getTicket(textAt(body, 'id'), read));
    },
    async addReply(ticketId, {message}, read) {
      // WHMCS does not check whose ticket it is.
      await getTicket(ticketId, read);
      await call('AddTicketReply', {ticketid: ticketId, clientid: customerId, message}, read);
      return storedReply(transport, read, message, () => getTicket(ticketId, read));
    },
  };
}
