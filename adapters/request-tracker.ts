import type {
  ReadOptions,
  Reply,
  ReplyDraft,
  ReplyReceipt,
  SupportError,
  TicketBackend,
  TicketBackendFactory,
  TicketConfig,
  TicketDetail,
  TicketDraft,
  TicketPage,
  TicketSummary,
  Transport,
  TransportRequest,
  TransportResponse,
} from 'isp-support-elements';

import {countOf, isRow, rowsIn, textAt, textOf, type Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import {readBack} from './internal/read-back.js';
import {refuseInBrowser} from './internal/staff-key.js';
import {textFromHtml} from './internal/text-from-html.js';
import {lastReplyOf} from './internal/thread.js';

/** Options of `requestTrackerBackend()`. */
export interface RequestTrackerOptions {
  /**
   * The customer: the email address or the name of a user of RT, from the verified token of the request. Only tickets
   * with this requestor are returned; all others are `not_found`.
   */
  readonly requestor: string;
  /** The name of the user of RT whose token is used. What it writes is the customer's. */
  readonly account: string;
  /** The queue of new tickets. Tickets of all queues that the account can see are listed. */
  readonly queue: string;
  /** Statuses of your lifecycle in the words of the elements. Added to those of RT's default lifecycle. */
  readonly statuses?: Readonly<Record<string, string>>;
  /** Statuses of RT in which a ticket takes no replies. Without it, a reply to any ticket opens it again. */
  readonly lockedStatuses?: readonly string[];
  /** The lowest number of each priority. `{low: 0, normal: 50, high: 100}` by default, as in RT. */
  readonly priorities?: Readonly<Record<string, number>>;
  /** The custom field that has the category, whose values are those of `config.categories`. None by default. */
  readonly categoryField?: string;
  /** Tickets of each page: 100 at most. Default: 50. */
  readonly pageSize?: number;
  /** The choices of the form and other settings of the elements. */
  readonly config?: Partial<TicketConfig>;
}

/**
 * Creates a backend for Request Tracker 5 (REST 2.0), for the gateway alone: the token is an auth token of a user of
 * RT, and `baseUrl` ends with `/REST/2.0`. Only correspondence is read. Comments affect neither texts nor counts nor
 * times, so that the gateway may have `counts: 'backend'`.
 */
export function requestTrackerBackend(options: RequestTrackerOptions): TicketBackendFactory {
  refuseInBrowser('requestTrackerBackend');
  // RT reads digits as the ID of a principal, a comma as a list, and `group:` as a group.
  if (!/^(?!\d+$)[^\s,;:<>()"\\]{1,120}$/.test(options.requestor)) {
    throw new TypeError('requestTrackerBackend needs the email address or the name of a user as requestor');
  }
  return identified('requestTrackerBackend', options, transport => new RequestTracker(transport, options));
}

/** The most that RT returns. */
const maxPageSize = 100;

/** More pages than a thread can have: an RT that repeats its pages must not keep us for ever. */
const maxPages = 100;

/** Transactions of one request for texts: their IDs are in its URL. */
const chunkSize = 40;

/** The words of the elements for the default lifecycle. `open` depends on who has written last. */
const usualStatuses: Readonly<Record<string, string>> = {
  new: 'open',
  stalled: 'pending',
  rejected: 'closed',
};

const usualPriorities = {low: 0, normal: 50, high: 100};

/** TicketSQL takes a backslash before a quote or another backslash. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;

const anyOf = (field: string, ids: readonly string[]): string => `(${ids.map(id => `${field}=${id}`).join(' OR ')})`;

/** Two rows of a filter with the same field are alternatives: POST and GET take it as JSON. */
const filterOf = (field: string, values: readonly string[]): readonly object[] =>
  values.map(value => ({field, operator: '=', value}));

const authorize = (token: string): Readonly<Record<string, string>> => ({Authorization: `token ${token}`});

const idOf = (row: Row): string => textAt(row, 'id');

class RequestTracker implements TicketBackend {
  readonly #transport: Transport;
  readonly #options: RequestTrackerOptions;
  readonly #priorities: readonly (readonly [word: string, lowest: number])[];

  constructor(transport: Transport, options: RequestTrackerOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#priorities = Object.entries(options.priorities ?? usualPriorities).sort(([, one], [, other]) => other - one);
  }

  async getConfig(): Promise<Partial<TicketConfig>> {
    return {...(!this.#options.categoryField && {categories: []}), ...this.#options.config};
  }

  async listTickets({cursor}: {readonly cursor: string | null}, options: ReadOptions): Promise<TicketPage> {
    if (cursor !== null && !/^\d{1,18}$/.test(cursor)) throw this.#transport.error('invalid', {refusesCursor: true});
    const {rows, total} = await this.#findTickets(cursor === null ? '' : ` AND id < ${cursor}`, options);
    const replies = await this.#repliesOf(rows.map(idOf), options);
    const tickets = rows.map(row => this.#summaryOf(row, replies.get(idOf(row)) ?? []));
    const last = rows[rows.length - 1];
    // Without a total, RT may have left out tickets that the account cannot see.
    const isLast = !last || (total !== null && total <= rows.length);
    return {tickets, nextCursor: isLast ? null : idOf(last)};
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    const row = await this.#ownTicket(ticketId, options);
    return this.#detailOf(row, await this.#correspondenceOf(ticketId, options), options);
  }

  async createTicket(draft: TicketDraft, options: ReadOptions): Promise<TicketDetail> {
    const {queue, requestor, categoryField} = this.#options;
    const priority = this.#priorities.find(([word]) => word === draft.priority)?.[1];
    const body = {
      Queue: queue,
      Requestor: requestor,
      Subject: draft.subject,
      Content: draft.description,
      ContentType: 'text/plain',
      ...(priority !== undefined && {Priority: String(priority)}),
      ...(categoryField && draft.category && {CustomFields: {[categoryField]: draft.category}}),
    };
    const created = await this.#send('ticket', {method: 'POST', body, ...options});
    return readBack(this.#transport, options, () => this.getTicket(textAt(created.body, 'id'), options));
  }

  async addReply(ticketId: string, {message}: ReplyDraft, options: ReadOptions): Promise<ReplyReceipt> {
    if (this.#isLocked(await this.#ownTicket(ticketId, options))) throw this.#transport.error('conflict');
    // A text that Perl takes for false would be no text.
    const body = {Content: message === '0' ? '0\n' : message, ContentType: 'text/plain'};
    const {headers} = await this.#send(`ticket/${ticketId}/correspond`, {method: 'POST', body, ...options});
    const [transactionId = ''] = /\d+$/.exec(headers.get('location') ?? '') ?? [];
    // The reply may have changed the status.
    return readBack(this.#transport, options, async () => {
      const {ticket, replies} = await this.getTicket(ticketId, options);
      const reply = replies.find(({id}) => id === transactionId);
      if (!reply) throw this.#transport.error('bad_response', {path: 'history', reason: 'no such transaction'});
      return {reply, ticket};
    });
  }

  /** A ticket of the customer, by the same search as the list: there is no other way to a ticket. */
  async #ownTicket(ticketId: string, options: ReadOptions): Promise<Row> {
    if (!/^\d{1,18}$/.test(ticketId)) throw this.#transport.error('not_found');
    const {rows} = await this.#findTickets(` AND id = ${ticketId}`, options);
    if (rows[0]) return rows[0];
    throw this.#transport.error('not_found');
  }

  async #findTickets(condition: string, options: ReadOptions) {
    const {requestor, pageSize = 50} = this.#options;
    const field = requestor.includes('@') ? 'Requestor.EmailAddress' : 'Requestor.Name';
    const body = await this.#read(
      'tickets',
      {
        query: `${field} = ${quoted(requestor)}${condition}`,
        fields: 'Subject,Status,Priority,Created,Requestor,CustomFields',
        orderby: 'id',
        order: 'DESC',
        per_page: String(Math.min(pageSize, maxPageSize)),
      },
      options,
    );
    return {rows: rowsIn(body['items']), total: countOf(body['total'])};
  }

  /** The public replies of several tickets, without their texts, by the ID of the ticket. */
  async #repliesOf(ticketIds: readonly string[], options: ReadOptions): Promise<ReadonlyMap<string, readonly Row[]>> {
    const found = new Map<string, Row[]>(ticketIds.map(id => [id, []]));
    if (ticketIds.length === 0) return found;
    // Tickets that were merged into one of them keep their correspondence.
    const parts = await this.#allRows(
      'tickets',
      {query: anyOf('EffectiveId', ticketIds), fields: 'EffectiveId'},
      options,
    );
    const wholes = new Map(parts.map(row => [idOf(row), textAt(row, 'EffectiveId', 'EffectiveId.id')]));
    const all = [...new Set([...ticketIds, ...wholes.keys()])];
    const types = `ObjectType='RT::Ticket' AND (Type='Create' OR Type='Correspond')`;
    const query = `${types} AND ${anyOf('ObjectId', all)}`;
    const fields = 'Type,Created,Creator,ObjectId';
    const rows = await this.#allRows('transactions', {query, fields}, options);
    for (const row of rows.filter(isPublic)) {
      const partId = textAt(row, 'ObjectId');
      const ticketId = wholes.get(partId) ?? partId;
      if (!isDescription(row, ticketId)) found.get(ticketId)?.push(row);
    }
    for (const rows of found.values()) rows.sort(byTime);
    return found;
  }

  /** The transactions of a ticket with a text for the customer, oldest first. */
  async #correspondenceOf(ticketId: string, options: ReadOptions): Promise<readonly Row[]> {
    const rows = await this.#allRows(
      `ticket/${ticketId}/history`,
      {
        query: JSON.stringify(filterOf('Type', publicTypes)),
        fields: 'Type,Created,Creator,ObjectId',
        'fields[Creator]': 'Name,RealName',
      },
      options,
    );
    return rows.filter(isPublic).sort(byTime);
  }

  async #detailOf(row: Row, transactions: readonly Row[], options: ReadOptions): Promise<TicketDetail> {
    const first = transactions.find(each => isDescription(each, idOf(row)));
    const others = transactions.filter(each => each !== first);
    const texts = await this.#textsOf(transactions.map(idOf), options);
    const replies = others.map(each => this.#replyOf(row, each, texts.get(idOf(each)) ?? ''));
    const description = first ? (texts.get(idOf(first)) ?? '') : '';
    return {
      ticket: this.#summaryOf(row, others),
      description,
      canReply: !this.#isLocked(row),
      replies,
      earlierCursor: null,
    };
  }

  /** The texts of transactions: no attachment of another one, such as a comment, is asked for. */
  async #textsOf(transactionIds: readonly string[], options: ReadOptions): Promise<ReadonlyMap<string, string>> {
    const chunks = Array.from({length: Math.ceil(transactionIds.length / chunkSize)}, (_, index) =>
      transactionIds.slice(index * chunkSize, (index + 1) * chunkSize),
    );
    const read = (ids: readonly string[]): Promise<readonly Row[]> =>
      this.#allRows(
        'attachments',
        {
          query: JSON.stringify([
            ...filterOf('TransactionId', ids),
            ...filterOf('ContentType', ['text/plain', 'text/html']),
          ]),
          fields: 'TransactionId,ContentType,Filename,Content',
        },
        options,
      );
    const parts = (await Promise.all(chunks.map(read))).flat();
    return new Map(transactionIds.map(id => [id, messageOf(parts.filter(part => transactionOf(part) === id))]));
  }

  async #allRows(path: string, query: Readonly<Record<string, string>>, options: ReadOptions): Promise<readonly Row[]> {
    const all = new Map<string, Row>();
    for (let page = 1; page <= maxPages; page += 1) {
      const paging = {orderby: 'id', per_page: String(maxPageSize), page: String(page)};
      const rows = rowsIn((await this.#read(path, {...query, ...paging}, options))['items']);
      for (const row of rows) all.set(idOf(row), row);
      if (rows.length < maxPageSize) break;
    }
    return [...all.values()];
  }

  async #read(path: string, query: Readonly<Record<string, string>>, {signal}: ReadOptions): Promise<Row> {
    const body: unknown = (await this.#send(path, {query, signal})).body;
    if (isRow(body)) return body;
    throw this.#transport.error('bad_response', {path: 'body', reason: 'no object'});
  }

  /** RT's messages are for staff, and what it forbids is forbidden to the account, not to the customer. */
  async #send(path: string, request: TransportRequest): Promise<TransportResponse> {
    return this.#transport.request(path, {...request, authorize}).catch((error: unknown) => {
      const {code, status} = Object(error) as SupportError;
      if (code === 'forbidden' || code === 'gone') throw this.#transport.error('unavailable', {status});
      if (code === 'invalid') throw this.#transport.error('invalid', {status});
      throw error;
    });
  }

  #isLocked(row: Row): boolean {
    return this.#options.lockedStatuses?.includes(textAt(row, 'Status')) ?? false;
  }

  #summaryOf(row: Row, transactions: readonly Row[]): TicketSummary {
    const id = idOf(row);
    const createdAt = textAt(row, 'Created') || null;
    const last = lastReplyOf(transactions.map(each => this.#replyOf(row, each, '')));
    const priority = Number(textAt(row, 'Priority') || NaN);
    return {
      id,
      number: `#${id}`,
      subject: textAt(row, 'Subject'),
      status: this.#statusOf(textAt(row, 'Status'), last.lastReplyBy),
      priority: this.#priorities.find(([, lowest]) => priority >= lowest)?.[0] ?? null,
      category: this.#categoryOf(row),
      createdAt,
      // The time of the last change is not public: a comment is one.
      updatedAt: last.lastReplyAt ?? createdAt,
      ...last,
      unreadCount: null,
    };
  }

  #statusOf(own: string, lastReplyBy: string | null): string {
    const {statuses = {}} = this.#options;
    const word = Object.hasOwn(statuses, own) ? statuses[own] : usualStatuses[own];
    return word ?? (own === 'open' && lastReplyBy === 'operator' ? 'in_progress' : own);
  }

  #categoryOf(row: Row): string | null {
    const field = rowsIn(row['CustomFields']).find(each => textAt(each, 'name') === this.#options.categoryField);
    const [value] = Array.isArray(field?.['values']) ? (field['values'] as unknown[]) : [];
    return textOf(value) || null;
  }

  #replyOf(ticket: Row, transaction: Row, message: string): Reply {
    const creator = transaction['Creator'];
    const name = textAt(creator, 'id');
    const isCustomer = name === this.#options.account || rowsIn(ticket['Requestor']).some(each => idOf(each) === name);
    const kind = isCustomer ? 'customer' : name === 'RT_System' ? 'system' : 'operator';
    return {
      id: idOf(transaction),
      // The account writes for the customers: its name is not that of a person.
      author: {kind, name: kind === 'operator' ? textAt(creator, 'RealName') : ''},
      message,
      createdAt: textAt(transaction, 'Created') || null,
      isInternal: false,
    };
  }
}

/** All that a customer may read. RT is asked for nothing else; what it sends nevertheless is not shown. */
const publicTypes = ['Create', 'Correspond'];

const isPublic = (transaction: Row): boolean => publicTypes.includes(textAt(transaction, 'Type'));

/** The description of a ticket that was merged into another one is a message of that. */
const isDescription = (transaction: Row, ticketId: string): boolean =>
  textAt(transaction, 'Type') === 'Create' && textAt(transaction, 'ObjectId') === ticketId;

const transactionOf = (part: Row): string => textAt(part, 'TransactionId', 'TransactionId.id');

/** IDs ascend, and times are in seconds. Merged tickets are mixed by time. */
const byTime = (one: Row, other: Row): number =>
  Date.parse(textAt(one, 'Created')) - Date.parse(textAt(other, 'Created')) || Number(idOf(one)) - Number(idOf(other));

/** The text of a message: a mail with HTML mostly has the same as plain text. Files have names. */
function messageOf(parts: readonly Row[]): string {
  const bodies = parts.filter(part => textAt(part, 'Filename') === '' && textAt(part, 'Content').trim() !== '');
  const plain = bodies.filter(part => textAt(part, 'ContentType') === 'text/plain');
  if (plain.length > 0) return plain.map(part => textAt(part, 'Content')).join('\n\n');
  return bodies.map(part => textFromHtml(textAt(part, 'Content'))).join('\n\n');
}
