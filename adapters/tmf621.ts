import type {
  ReadOptions,
  Reply,
  TicketBackend,
  TicketBackendFactory,
  TicketDetail,
  Transport,
} from 'isp-support-elements';

import {nextOffset} from './internal/all-pages.js';
import {countOf, isRow, rowsIn, textAt, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {listIn} from './internal/list-in.js';
import type {AdapterOptions} from './internal/options.js';
import {ownTicket} from './internal/own-ticket.js';
import {positionOf} from './internal/position.js';
import {readBack, storedReply} from './internal/read-back.js';
import {senderOf} from './internal/sender.js';
import {detailOf, summaryOf} from './internal/ticket.js';
import {wordsOf} from './internal/words.js';

/** A note of a trouble ticket. Operators add properties of their own, such as `visibility`. */
export interface Tmf621Note {
  readonly '@type'?: string;
  readonly author?: string;
  readonly date?: string;
  readonly text?: string;
  readonly [property: string]: unknown;
}

/** How notes are the replies of the thread. */
export interface Tmf621Notes {
  /** Whether the customer may read a note. The standard has no property for it. */
  readonly isPublic: (note: Tmf621Note) => boolean;
  /**
   * How the server takes a reply: `append` for servers that add the notes of a PATCH, such as ServiceNow; `json-patch`
   * for those that implement RFC 6902. Without it, replies are not accepted. A server that replaces all notes by those
   * of a PATCH would delete the thread, so try it first.
   */
  readonly add?: 'append' | 'json-patch';
  /** Properties of each note that is sent, such as `{'@type': 'comments'}`. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Options of `tmf621Backend()`. */
export interface Tmf621Options extends AdapterOptions {
  /**
   * The customer as `relatedParty` of tickets. Lists are filtered by the ID, a ticket without it is `not_found`, and
   * new tickets get it. Notes whose author is the ID or the name are the customer's.
   */
  readonly customer: {readonly id: string; readonly name: string; readonly role?: string};
  /** Without it, notes are neither shown nor sent, because some may be internal. */
  readonly notes?: Tmf621Notes;
  /** The priorities of the elements for severities. Default: `{Minor: 'low', Major: 'normal', Critical: 'high'}`. */
  readonly severities?: Readonly<Record<string, string>>;
  /** The type of new tickets, unless `config` has categories, of which the customer's choice is the type. */
  readonly ticketType?: string;
}

const usualStatuses: Readonly<Record<string, string>> = {
  acknowledged: 'open',
  inProgress: 'in_progress',
  pending: 'pending',
  held: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
  cancelled: 'closed',
  rejected: 'closed',
};

/**
 * Creates a backend for the Trouble Ticket API of TM Forum, versions 4 and 5: https://www.tmforum.org/oda/open-apis/
 *
 * `api-base` is the address that ends with `/troubleTicket/v4/` or alike. The server has to filter by the customer of
 * the token: if it only knows tokens of the operator, use this adapter behind the gateway.
 */
export const tmf621Backend = (options: Tmf621Options): TicketBackendFactory =>
  identified('tmf621Backend', options, transport => createBackend(transport, options));

/** The party is an object of its own in version 5. */
const partyIds = (row: Row): readonly string[] =>
  rowsIn(row['relatedParty']).map(party => textAt(party, 'id', 'partyOrPartyRole.id'));

function createBackend(transport: Transport, options: Tmf621Options): TicketBackend {
  const send = senderOf(transport);
  const {pageSize = 50, customer, notes, ticketType = 'complaint'} = options;
  const severities = wordsOf(options.severities ?? {Minor: 'low', Major: 'normal', Critical: 'high'});
  const config = options.config ?? {categories: []};
  const statuses = wordsOf(usualStatuses, options.statuses ?? {});

  const toSummary = (row: Row) =>
    summaryOf({
      id: textAt(row, 'id'),
      number: textAt(row, 'externalId'),
      subject: textAt(row, 'name') || firstLineOf(textAt(row, 'description')),
      status: statuses.read(textAt(row, 'status')),
      priority: severities.read(textAt(row, 'severity')) || null,
      category: textAt(row, 'ticketType') || null,
      createdAt: textAt(row, 'creationDate') || null,
    });

  const toReply = (note: Row): Reply => {
    const author = textAt(note, 'author');
    const isCustomer = [customer.id, customer.name].includes(author);
    const createdAt = textAt(note, 'date') || null;
    return {
      id: textAt(note, 'id') || `${createdAt} ${author}`,
      author: isCustomer ? {kind: 'customer', name: customer.name} : {kind: 'operator', name: author},
      message: textAt(note, 'text'),
      createdAt,
      isInternal: !notes?.isPublic(note),
    };
  };

  const toDetail = (row: unknown): TicketDetail => {
    if (!isRow(row) || !partyIds(row).includes(customer.id)) throw transport.error('not_found');
    const summary = toSummary(row);
    const description = textAt(row, 'description');
    if (!notes) return {ticket: summary, description, canReply: false, replies: [], earlierCursor: null};
    const canReply = notes.add !== undefined && summary.status !== 'closed';
    return detailOf(summary, rowsIn(row['note']).map(toReply), {description, canReply});
  };

  const path = (ticketId: string) => `troubleTicket/${encodeURIComponent(ticketId)}`;

  async function getTicket(ticketId: string, {signal}: ReadOptions) {
    const {body} = await ownTicket(transport, send(path(ticketId), {signal}));
    return toDetail(body);
  }

  return {
    getConfig: async () => config,
    async listTickets({cursor}, {signal}) {
      const offset = positionOf(transport, cursor, 0);
      const {body, headers} = await send('troubleTicket', {
        query: {
          'relatedParty.id': customer.id,
          sort: '-creationDate',
          offset: String(offset),
          limit: String(pageSize),
        },
        signal,
      });
      const rows = listIn(transport, body, 'troubleTicket');
      const own = rows.filter(row => partyIds(row).includes(customer.id));
      const nextCursor = nextOffset(offset, rows.length, countOf(headers.get('x-total-count')));
      return {tickets: own.map(row => toDetail(row).ticket), nextCursor};
    },
    getTicket,
    async createTicket({subject, description, category, priority}, {signal}) {
      const ticket = {
        name: subject,
        description,
        severity: severities.write(priority),
        ticketType: category || ticketType,
        relatedParty: [{id: customer.id, name: customer.name, role: customer.role ?? 'customer'}],
      };
      const {body} = await send('troubleTicket', {method: 'POST', body: ticket, signal});
      return readBack(transport, {signal}, () => getTicket(textAt(body, 'id'), {signal}));
    },
    async addReply(ticketId, {message}, options) {
      if (!notes?.add) throw transport.error('conflict');
      const {signal, writtenAt} = options;
      await getTicket(ticketId, options);
      const note = {...notes.properties, author: customer.id, date: writtenAt, text: message};
      const isJsonPatch = notes.add === 'json-patch';
      await send(path(ticketId), {
        method: 'PATCH',
        headers: {'Content-Type': `application/${isJsonPatch ? 'json-patch' : 'merge-patch'}+json`},
        body: isJsonPatch ? [{op: 'add', path: '/note/-', value: note}] : {note: [note]},
        signal,
      });
      return storedReply(transport, {signal}, message, () => getTicket(ticketId, {signal}));
    },
  };
}

const firstLineOf = (text: string): string => text.split('\n', 1)[0] ?? '';
