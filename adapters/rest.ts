import type {
  ReadOptions,
  ReplyDraft,
  ReplyReceipt,
  SupportError,
  TicketBackend,
  TicketBackendFactory,
  TicketDetail,
  TicketDraft,
  TicketPage,
  Transport,
  TransportRequest,
} from 'isp-support-elements';

import {firstOf, isRow, isSet, textAt, textOf} from './internal/fields.js';
import {identified} from './internal/identified.js';
import type {RestOptions} from './internal/rest-options.js';
import {createPages, type Pages} from './internal/rest-pages.js';
import {createReader, type RestReader} from './internal/rest-reader.js';
import {readBack, storedReply} from './internal/read-back.js';

export type {RestField, RestOptions, RestPages, RestPaths, RestRequestFields} from './internal/rest-options.js';

/**
 * Creates a backend for a portal with an API of its own for customers: other paths and field names, envelopes, numbers
 * for words, times without an offset, and pages by number or offset. Internal notes are removed before anything counts
 * them. The options say how the API differs; what is in common use needs none.
 */
export const restBackend = (options: RestOptions = {}): TicketBackendFactory =>
  identified('restBackend', options, transport => new PortalBackend(transport, options));

/** Pages to search for a ticket if the server has no operation for one. */
const maxSearchedPages = 50;

const requestFieldNames = ['subject', 'description', 'category', 'priority', 'message'] as const;

/** What a server words that reports a failure with the status of a success. */
const failureText = (body: unknown): string => textAt(body, 'message', 'error', 'detail', 'reason');

const isFailure = (body: unknown): boolean => {
  const success = firstOf(body, ['success', 'ok']);
  return success !== undefined && !isSet(success);
};

class PortalBackend implements TicketBackend {
  readonly #transport: Transport;
  readonly #options: RestOptions;
  readonly #pages: Pages;
  readonly #reader: RestReader;

  constructor(transport: Transport, options: RestOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#pages = createPages(options.pages);
    this.#reader = createReader(options);
  }

  async getConfig(): ReturnType<NonNullable<TicketBackend['getConfig']>> {
    return this.#options.config ?? {};
  }

  async listTickets({cursor}: {readonly cursor: string | null}, options: ReadOptions): Promise<TicketPage> {
    const page = await this.#readPage(cursor, options);
    return {tickets: page.tickets, nextCursor: page.nextCursor};
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    const {ticket = 'tickets/{id}', replies} = this.#options.paths ?? {};
    if (ticket === null) return this.#findTicket(ticketId, options);
    const [body, repliesBody] = await Promise.all([
      this.#request(pathOf(ticket, ticketId), options),
      replies ? this.#request(pathOf(replies, ticketId), options) : undefined,
    ]);
    const detail = this.#reader.detail(body, repliesBody);
    if (detail) return detail;
    throw this.#transport.error('not_found');
  }

  async createTicket(draft: TicketDraft, options: ReadOptions): Promise<TicketDetail> {
    const {tickets = 'tickets', create = tickets} = this.#options.paths ?? {};
    const body = this.#toBody({...draft, priority: this.#priority(draft.priority)}, this.#options.extraFields?.create);
    const response = await this.#send(pathOf(create, ''), 'POST', body, options);
    const detail = this.#reader.detail(response);
    if (detail?.ticket.subject && detail.ticket.createdAt) {
      return {...detail, description: detail.description || draft.description};
    }
    return readBack(this.#transport, options, async () => {
      const ticketId = this.#reader.id(response) || (await this.#newestWith(draft.subject, options));
      const stored = await this.getTicket(ticketId, options);
      return {...stored, description: stored.description || draft.description};
    });
  }

  async addReply(ticketId: string, {message}: ReplyDraft, options: ReadOptions): Promise<ReplyReceipt> {
    const {reply: path = 'tickets/{id}/replies'} = this.#options.paths ?? {};
    if (path === null) throw this.#transport.error('conflict');
    const body = this.#toBody({message}, this.#options.extraFields?.reply);
    await this.#send(pathOf(path, ticketId), this.#options.replyMethod ?? 'POST', body, options);
    return storedReply(this.#transport, options, message, () => this.getTicket(ticketId, options));
  }

  async #readPage(cursor: string | null, options: ReadOptions) {
    const {tickets: path = 'tickets'} = this.#options.paths ?? {};
    const refused = (): SupportError => this.#transport.error('invalid', {refusesCursor: true});
    if (cursor !== null && !this.#pages.isCursor(cursor)) throw refused();
    const body: unknown = await this.#request(pathOf(path, ''), options, this.#pages.query(cursor)).catch(
      (error: unknown) => {
        const {code} = error as SupportError;
        if (this.#options.isEmptyNotFound && code === 'not_found') return [];
        // Nothing but the cursor differs from the first page.
        throw cursor !== null && (code === 'not_found' || code === 'invalid') ? refused() : error;
      },
    );
    const page = this.#reader.page(body);
    if (this.#pages.isRepeated(cursor, page)) return {tickets: [], rows: [], nextCursor: null};
    return {...page, nextCursor: this.#pages.next(cursor, page)};
  }

  /** Searches a ticket in the list, of which nothing more is known then. */
  async #findTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    let cursor: string | null = null;
    for (let count = 0; count < maxSearchedPages; count++) {
      const {rows, tickets, nextCursor} = await this.#readPage(cursor, options);
      const row = rows[tickets.findIndex(({id}) => id === ticketId)];
      if (row) return this.#reader.detailOfRow(row);
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    throw this.#transport.error('not_found');
  }

  async #newestWith(subject: string, options: ReadOptions): Promise<string> {
    const {tickets} = await this.#readPage(null, options);
    const [newest] = tickets
      .filter(ticket => ticket.subject === subject)
      .sort((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? ''));
    return newest?.id ?? '';
  }

  async #request(path: string, {signal}: ReadOptions, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const response = await this.#transport.request(path, {
      ...this.#common(signal),
      query: {...this.#options.query, ...query},
    });
    const body: unknown = response.body;
    if (isFailure(body)) throw this.#transport.error('bad_response', {path: 'success', reason: 'false'});
    return body;
  }

  async #send(path: string, method: string, body: object, {signal}: ReadOptions): Promise<unknown> {
    const isForm = this.#options.encoding === 'form';
    const request: TransportRequest = {
      ...this.#common(signal),
      method,
      body: isForm ? new URLSearchParams(body as Record<string, string>).toString() : body,
      ...(isForm && {headers: {'Content-Type': 'application/x-www-form-urlencoded'}}),
    };
    try {
      const response = await this.#transport.request(path, request);
      if (!isFailure(response.body)) return response.body;
      throw this.#transport.error('invalid', {
        serverMessage: failureText(response.body),
        fields: fieldsIn(response.body),
      });
    } catch (error) {
      throw this.#withOwnNames(error as SupportError);
    }
  }

  #common(signal: AbortSignal): TransportRequest {
    const {query, authorize, credentials} = this.#options;
    return {signal, ...(query && {query}), ...(authorize && {authorize}), ...(credentials && {credentials})};
  }

  #toBody(
    values: Readonly<Partial<Record<(typeof requestFieldNames)[number], string | number>>>,
    extra: object = {},
  ): object {
    const entries = requestFieldNames.flatMap(field => {
      const name = this.#nameOf(field);
      const value = values[field];
      return name === null || value === undefined || value === '' ? [] : [[name, value] as const];
    });
    return {...extra, ...Object.fromEntries(entries)};
  }

  #nameOf(field: (typeof requestFieldNames)[number]): string | null {
    const name = this.#options.requestFields?.[field];
    return name === undefined ? field : name;
  }

  /** The server's value for a priority of the contract. */
  #priority(priority: string): string | number {
    const entries = Object.entries(this.#options.priorities ?? {});
    const own = entries.find(([, value]) => value === priority)?.[0] ?? priority;
    return /^\d+$/.test(own) ? Number(own) : own;
  }

  /** Messages about fields belong to the fields of the form, whatever the server calls them. */
  #withOwnNames(error: SupportError): unknown {
    const {code, fields} = error;
    if (code !== 'invalid') return error;
    const own = [...fields].map(([name, detail]) => {
      const field = requestFieldNames.find(each => this.#nameOf(each) === name);
      return [field ?? name, detail] as const;
    });
    const {status, requestId, serverMessage, path, reason} = error;
    return this.#transport.error(code, {status, requestId, serverMessage, path, reason, fields: new Map(own)});
  }
}

const pathOf = (path: string, ticketId: string): string =>
  path.replace(/^\/+/, '').replace('{id}', encodeURIComponent(ticketId));

/** `{errors: {subject: ['…']}}`, as many frameworks send it. */
function fieldsIn(body: unknown): ReadonlyMap<string, string> {
  const errors = firstOf(body, ['errors']);
  if (!isRow(errors)) return new Map();
  return new Map(Object.entries(errors).map(([name, texts]) => [name, [texts].flat().map(textOf).join(' ')]));
}
