import type {Reply, TicketBackend, TicketConfig, TicketDetail} from 'isp-support-elements';
import {eventStream} from './event-stream.js';
import {idempotencyKey, type Answer, type IdempotentWrites} from './idempotent-writes.js';
import {lastReplyId, readObject, replyDraft, ticketDraft, writtenAt} from './input.js';
import type {Customer, GatewayOptions, Operation} from './options.js';
import {badRequest, invalid, notServed} from './problems.js';
import {isPublic, PublicTickets, withoutNotes} from './public-tickets.js';
import {conditionalJson, sha256} from './responses.js';
import {configBody, replyMade, replyPage, ticketDetail, ticketPage, updatesBody} from './wire.js';
import {whenAborted} from './when-aborted.js';

/** A request that was let in. */
export interface Call {
  readonly request: Request;
  readonly customer: Customer;
  /** Empty if the operation has none. */
  readonly ticketId: string;
  readonly onError: (error: unknown) => void;
}

interface Settings extends Pick<GatewayOptions<never>, 'counts' | 'operations' | 'maxBodyBytes'> {
  readonly timeout: number;
  readonly now: () => number;
  readonly writes: IdempotentWrites;
}

/** The operations of one request. */
export class Operations {
  readonly #backend: TicketBackend;
  readonly #settings: Settings;
  readonly #call: Call;
  readonly #aborter = new AbortController();
  readonly #signal: AbortSignal;
  readonly #counts: 'thread' | 'backend';
  readonly #tickets: PublicTickets;

  constructor(backend: TicketBackend, settings: Settings, call: Call) {
    this.#backend = backend;
    this.#settings = settings;
    this.#call = call;
    this.#counts = settings.counts ?? 'thread';
    // Not the signal of the request: a write goes on if the client leaves.
    this.#signal = this.#aborter.signal;
    this.#tickets = new PublicTickets(backend, this.#counts, {signal: this.#signal});
  }

  async run(operation: Operation): Promise<Response> {
    if (operation !== 'getConfig' && !this.#offers(operation)) throw notServed();
    if (operation === 'listen') return this.listen();
    const expire = (): void => this.#aborter.abort(new DOMException('The backend has not answered', 'TimeoutError'));
    const timer = setTimeout(expire, this.#settings.timeout * 1000);
    try {
      return await Promise.race([this[operation](), whenAborted(this.#signal)]);
    } finally {
      clearTimeout(timer);
    }
  }

  async getConfig(): Promise<Response> {
    const features = {
      updates: this.#offers('getUpdates'),
      mark_read: this.#offers('markRead'),
      realtime: this.#offers('listen'),
    };
    return conditionalJson(this.#call.request, configBody(await this.#config(), features));
  }

  async listTickets(): Promise<Response> {
    const {searchParams: query} = new URL(this.#call.request.url);
    checkLimit(query.get('limit'));
    const {features} = await this.#config();
    const status = query.get('status')?.split(',').filter(Boolean) ?? [];
    const search = query.get('search')?.trim() ?? '';
    if (Array.from(search).length > 200) throw badRequest('search can have 200 characters at most.');
    const page = await this.#backend.listTickets(
      {
        cursor: cursorOf(query),
        ...(features?.statusFilter && status.length > 0 && {status}),
        ...(features?.search && search && {search}),
      },
      {signal: this.#signal},
    );
    return conditionalJson(this.#call.request, ticketPage(await this.#tickets.list(page)));
  }

  async getTicket(): Promise<Response> {
    const detail = await this.#tickets.read(this.#call.ticketId);
    return conditionalJson(this.#call.request, ticketDetail(await this.#tickets.detail(detail)));
  }

  async listReplies(): Promise<Response> {
    const {searchParams: query} = new URL(this.#call.request.url);
    checkLimit(query.get('limit'));
    const cursor = cursorOf(query);
    const {ticketId} = this.#call;
    const detail = await this.#tickets.read(ticketId);
    const page = cursor ? await this.#backend.listReplies?.(ticketId, {cursor}, {signal: this.#signal}) : detail;
    if (!page) throw notServed();
    return conditionalJson(this.#call.request, replyPage({...page, replies: withoutNotes(page.replies)}));
  }

  async createTicket(): Promise<Response> {
    const {request} = this.#call;
    const body = await this.#body();
    // Not before it is known that the write is not a retry: the limits may have changed since.
    const draft = async () => ticketDraft(body, await this.#config());
    const toAnswer = async (detail: TicketDetail): Promise<Answer> => ({
      headers: {Location: `${new URL(request.url).pathname}/${encodeURIComponent(detail.ticket.id)}`},
      body: ticketDetail(await this.#tickets.detail(detail)),
    });
    return this.#write(body, {
      execute: async () => toAnswer(await this.#backend.createTicket(await draft(), this.#writeOptions(body))),
      find: async since => {
        const {subject, description} = await draft();
        const {tickets} = await this.#backend.listTickets({cursor: null}, {signal: this.#signal});
        const alike = tickets.filter(each => isPublic(each) && isSince(each, since) && isSame(each.subject, subject));
        for (const {id} of alike) {
          const detail = await this.#tickets.read(id);
          if (isSame(detail.description, description)) return toAnswer(detail);
        }
        return undefined;
      },
    });
  }

  async addReply(): Promise<Response> {
    const {ticketId} = this.#call;
    const body = await this.#body();
    const draft = async () => replyDraft(body, await this.#config());
    return this.#write(body, {
      execute: async () => {
        const reply = await draft();
        // A backend may take replies to a ticket for staff.
        await this.#tickets.read(ticketId);
        const added = await this.#backend.addReply(ticketId, reply, this.#writeOptions(body));
        return {headers: {}, body: replyMade({...added, ticket: await this.#tickets.summary(added.ticket)})};
      },
      find: async since => {
        const {message} = await draft();
        const thread = await this.#tickets.thread(ticketId);
        const isOurs = (each: Reply): boolean =>
          each.author.kind === 'customer' && isSince(each, since) && isSame(each.message, message);
        const reply = thread.find(isOurs);
        if (!reply) return undefined;
        const {ticket} = await this.#tickets.read(ticketId);
        return {headers: {}, body: replyMade({reply, ticket: await this.#tickets.summary(ticket)})};
      },
    });
  }

  async markRead(): Promise<Response> {
    const {ticketId} = this.#call;
    const replyId = lastReplyId(await this.#body());
    const thread = await this.#tickets.thread(ticketId);
    if (!thread.some(({id}) => id === replyId)) {
      const detail = 'The ticket has no such reply';
      throw invalid(detail, [{pointer: '/last_reply_id', code: 'unknown_reply', detail}]);
    }
    await this.#backend.markRead?.(ticketId, replyId, {signal: this.#signal});
    return new Response(null, {status: 204});
  }

  async getUpdates(): Promise<Response> {
    const updates = await this.#backend.getUpdates?.({signal: this.#signal});
    if (!updates) throw notServed();
    const shown = await this.#tickets.updates(updates);
    return conditionalJson(this.#call.request, updatesBody(shown, (await sha256(JSON.stringify(shown))).slice(0, 16)));
  }

  async listen(): Promise<Response> {
    const {request, customer, onError} = this.#call;
    const endsAfter = customer.expires === undefined ? Infinity : customer.expires * 1000 - this.#settings.now();
    const listen: NonNullable<TicketBackend['listen']> = async (onChange, options) =>
      this.#backend.listen?.(onChange, options);
    return eventStream({listen, signal: request.signal, endsAfter, onError});
  }

  #offers(operation: Operation): boolean {
    const {operations} = this.#settings;
    if (operations && !operations.includes(operation)) return false;
    // The newest page of replies needs no method of its own.
    if (operation === 'listReplies') return true;
    return typeof this.#backend[operation] === 'function' && (operation !== 'listen' || this.#counts === 'backend');
  }

  async #config(): Promise<Partial<TicketConfig>> {
    return (await this.#backend.getConfig?.({signal: this.#signal})) ?? {};
  }

  #body(): ReturnType<typeof readObject> {
    return readObject(this.#call.request, this.#settings.maxBodyBytes ?? 4 * 1024 * 1024);
  }

  #write(body: object, write: Parameters<IdempotentWrites['run']>[3]): Promise<Response> {
    const {customer, request} = this.#call;
    return this.#settings.writes.run(customer.id, request, body, {
      // The time limit holds for a backend that ignores its signal, too: then the write is uncertain.
      execute: () => Promise.race([write.execute(), whenAborted(this.#signal)]),
      find: since => Promise.race([write.find(since), whenAborted(this.#signal)]),
    });
  }

  #writeOptions(body: Readonly<Record<string, unknown>>): Parameters<TicketBackend['addReply']>[2] {
    return {
      signal: this.#signal,
      idempotencyKey: idempotencyKey(this.#call.request) ?? crypto.randomUUID(),
      writtenAt: writtenAt(body, this.#settings.now()),
    };
  }
}

function checkLimit(text: string | null): void {
  if (text === null) return;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 100) throw badRequest('limit has to be a number from 1 to 100.');
}

function cursorOf(query: URLSearchParams): string | null {
  const cursor = query.get('cursor') ?? null;
  if (cursor !== null && cursor.length > 1024) throw badRequest('cursor can have 1024 characters at most.');
  return cursor || null;
}

const isSince = ({createdAt}: {readonly createdAt: string | null}, since: number): boolean =>
  createdAt !== null && Date.parse(createdAt) >= since;

/** Helpdesks change white space, and drop invisible characters. */
const isSame = (one: string, other: string): boolean => normalized(one) === normalized(other);

const normalized = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .trim();
