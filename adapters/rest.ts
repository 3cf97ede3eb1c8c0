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

import {failedFields, failureText, isFailure} from './internal/failed-success.js';
import type {Row} from './internal/fields.js';
import {identified} from './internal/identified.js';
import type {RestOptions} from './internal/rest-options.js';
import {createPages, type Pages} from './internal/rest-pages.js';
import {createReader, type RestPage, type RestReader} from './internal/rest-reader.js';
import {readBack, storedReply} from './internal/read-back.js';
import type {Answer} from './internal/sender.js';
import {alikeReply, isAlike} from './internal/thread.js';

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

/** Pages of replies, beyond which a server is taken to repeat itself. */
const maxReplyPages = 50;

/** A web page, such as one to sign in, or one of a firewall. */
const isPage = (body: unknown): boolean => typeof body === 'string' && /^\s*</.test(body);

class PortalBackend implements TicketBackend {
  readonly #transport: Transport;
  readonly #options: RestOptions;
  readonly #pages: Pages;
  readonly #replyPages: Pages;
  readonly #reader: RestReader;

  constructor(transport: Transport, options: RestOptions) {
    this.#transport = transport;
    this.#options = options;
    this.#pages = createPages(options.pages);
    this.#replyPages = createPages(options.pages, true);
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
    const [{body}, rows] = await Promise.all([
      this.#request(pathOf(ticket, ticketId), options),
      replies ? this.#readReplies(pathOf(replies, ticketId), options) : undefined,
    ]);
    const detail = this.#reader.detail(body, rows, ticketId);
    if (detail && !(isFailure(body) && !detail.ticket.subject)) return detail;
    throw isFailure(body) || typeof body !== 'object' ? this.#unreadable(body) : this.#transport.error('not_found');
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
      const ticketId = this.#reader.id(response);
      const stored = await this.getTicket(ticketId || (await this.#newestWith(draft.subject, options)), options);
      // An older ticket may have the same subject.
      if (!ticketId && stored.description && !isAlike(stored.description, draft.description)) {
        throw this.#transport.error('not_found');
      }
      return {...stored, description: stored.description || draft.description};
    });
  }

  async addReply(ticketId: string, {message}: ReplyDraft, options: ReadOptions): Promise<ReplyReceipt> {
    const {reply: path = 'tickets/{id}/replies'} = this.#options.paths ?? {};
    if (path === null) throw this.#transport.error('conflict');
    const body = this.#toBody({message}, this.#options.extraFields?.reply);
    await this.#send(pathOf(path, ticketId), this.#options.replyMethod ?? 'POST', body, options);
    return storedReply(this.#transport, options, message, () => this.getTicket(ticketId, options), alikeReply);
  }

  async #readPage(
    cursor: string | null,
    options: ReadOptions,
  ): Promise<RestPage & {readonly nextCursor: string | null}> {
    const {tickets: path = 'tickets'} = this.#options.paths ?? {};
    const refused = (): SupportError => this.#transport.error('invalid', {refusesCursor: true});
    if (cursor !== null && !this.#pages.isCursor(cursor)) throw refused();
    const {body, headers} = await this.#request(pathOf(path, ''), options, this.#pages.query(cursor)).catch(
      (error: unknown): Answer => {
        const {code} = error as SupportError;
        const isBeyond = cursor !== null && (code === 'not_found' || code === 'invalid');
        if (isBeyond && this.#pages.areRevocable) throw refused();
        // A number is never too old: there are no more pages.
        const isEmpty = isBeyond || (this.#options.isEmptyNotFound && code === 'not_found');
        if (isEmpty) return {headers: new Headers(), body: []};
        throw error;
      },
    );
    const page = this.#reader.page(body);
    if (!page || (page.rows.length === 0 && isFailure(body))) throw this.#unreadable(body);
    const stated = {...page, headers};
    if (this.#pages.isRepeated(cursor, stated)) return {...page, rows: [], tickets: [], nextCursor: null};
    return {...page, nextCursor: this.#pages.next(cursor, stated)};
  }

  async #readReplies(path: string, options: ReadOptions): Promise<readonly Row[]> {
    const all: Row[] = [];
    let cursor: string | null = null;
    for (let count = 0; count < maxReplyPages; count++) {
      const {body, headers}: Answer = await this.#request(path, options, this.#replyPages.query(cursor));
      const page = this.#reader.replies(body);
      if (!page || (page.rows.length === 0 && isFailure(body))) throw this.#unreadable(body);
      const stated = {...page, headers};
      if (this.#replyPages.isRepeated(cursor, stated)) break;
      all.push(...page.rows);
      const next = this.#replyPages.next(cursor, stated);
      if (next === null || next === cursor) break;
      cursor = next;
    }
    return all;
  }

  /** What is no answer must not look like an account without tickets, or like a ticket that is gone. */
  #unreadable(body: unknown): SupportError {
    if (typeof body !== 'object') return this.#transport.error('bad_response', {path: 'body', reason: 'not JSON'});
    const reason = isFailure(body) ? 'a failure with the status of a success' : 'no list';
    return this.#transport.error('bad_response', {path: 'body', reason});
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

  async #request(path: string, options: ReadOptions, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#ask(path, {signal: options.signal, query});
  }

  async #send(path: string, method: string, body: object, {signal}: ReadOptions): Promise<unknown> {
    const isForm = this.#options.encoding === 'form';
    const request: TransportRequest = {
      signal,
      method,
      body: isForm ? new URLSearchParams(body as Record<string, string>).toString() : body,
      ...(isForm && {headers: {'Content-Type': 'application/x-www-form-urlencoded'}}),
    };
    try {
      const response = await this.#ask(path, request);
      if (isPage(response.body)) throw this.#transport.error('uncertain', {path: 'body', reason: 'not JSON'});
      // A ticket may have a status that sounds like a failure.
      if (!isFailure(response.body) || this.#reader.id(response.body)) return response.body;
      const serverMessage = failureText(response.body);
      throw this.#transport.error('invalid', {serverMessage, fields: failedFields(response.body)});
    } catch (error) {
      throw this.#withOwnNames(error as SupportError);
    }
  }

  async #ask(address: string, request: TransportRequest): Promise<Answer> {
    const {query, authorize, credentials, headers} = this.#options;
    const [path = '', search] = address.split('?');
    const response = await this.#transport.request(path, {
      ...request,
      query: {...Object.fromEntries(new URLSearchParams(search)), ...query, ...request.query},
      headers: {...(typeof headers === 'function' ? headers() : headers), ...request.headers},
      ...(authorize && {authorize}),
      ...(credentials && {credentials}),
    });
    // No content is an empty list.
    return {headers: response.headers, body: response.status === 204 ? [] : response.body};
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
  path.replace(/^\/+/, '').replaceAll('{id}', encodeURIComponent(ticketId));
