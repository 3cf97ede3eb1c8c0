import type {ReadOptions, TicketBackend, TicketQuery, WriteOptions} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import type {ReplyDraft, TicketDraft} from '../contract/drafts.js';
import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import type {ReplyPage} from '../contract/reply.js';
import {sortByCreation} from '../contract/rows.js';
import type {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import type {Updates} from '../contract/updates.js';
import {toSupportError} from './http-errors.js';
import {publicDetail, publicReplies} from './internal-notes.js';

/** Called before and after each request. */
export interface RequestHooks {
  /** Throws if a request has no chance now. Returns undefined if the request need not wait for anything. */
  beforeRequest(): Promise<void> | undefined;
  onSuccess(): void;
  onFailure(error: SupportError): void;
  /** Called if an intermediary may have answered for the configuration, and the built-in one stands in. */
  onConfigMissing?(error: SupportError): void;
}

/** Statuses of an operation that the server does not offer. A gateway may send them, too. */
const absentStatuses: readonly (number | undefined)[] = [404, 405, 501];

/**
 * Holds every backend, ours and a host's, to the same rules: no internal note, no raw error, one order of rows, and
 * defaults for missing methods.
 *
 * Only the list, the configuration and the updates speak for the account. If one ticket or one message is refused, or
 * an optional operation is not found, the list is asked: if it is served, the answer stands for that request alone. It
 * is the `cause` of the error then: the server itself may have what it says is missing.
 */
export class GuardedBackend implements Required<TicketBackend> {
  readonly #backend: TicketBackend;
  readonly #hooks: RequestHooks;
  /** What the server offers, as soon as it has been asked. */
  #config: Promise<Partial<TicketConfig>> | undefined;

  constructor(backend: TicketBackend, hooks: RequestHooks) {
    this.#backend = backend;
    this.#hooks = hooks;
  }

  async getConfig(options: ReadOptions): Promise<Partial<TicketConfig>> {
    const config = this.#askOne(options, undefined, () => this.#backend.getConfig?.(options), 'config').catch(
      (raw: unknown) => {
        const {code, cause} = raw as SupportError;
        if (code !== 'not_found') throw raw;
        if (cause) this.#hooks.onConfigMissing?.(toSupportError(cause));
        return {};
      },
    );
    this.#config = config.catch(() => ({}));
    return config;
  }

  async listTickets(query: TicketQuery, options: ReadOptions): Promise<TicketPage> {
    return this.#ask(options, async () => {
      const page = await this.#backend.listTickets(query, options);
      const tickets = sortByCreation(page.tickets, 'newest first');
      return tickets === page.tickets ? page : {...page, tickets};
    });
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    return this.#askOne(options, 'not_found', async () =>
      publicDetail(await this.#backend.getTicket(ticketId, options)),
    );
  }

  async listReplies(ticketId: string, query: {cursor: string}, options: ReadOptions): Promise<ReplyPage> {
    return this.#askOne(options, 'not_found', async () => {
      const page = await (this.#backend.listReplies?.(ticketId, query, options) ?? absent());
      return {...page, replies: sortByCreation(publicReplies(page.replies), 'oldest first')};
    });
  }

  async createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail> {
    return this.#askOne(options, 'invalid', async () => publicDetail(await this.#backend.createTicket(draft, options)));
  }

  async addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt> {
    return this.#askOne(options, 'conflict', () => this.#backend.addReply(ticketId, draft, options));
  }

  /** Rejects with `not_found` if the server does not count unread replies. */
  async getUpdates(options: ReadOptions): Promise<Updates> {
    return this.#askOne(options, undefined, () => this.#backend.getUpdates?.(options), 'updates');
  }

  async markRead(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void> {
    const mark = (): Promise<void> | undefined => this.#backend.markRead?.(ticketId, lastReplyId, options);
    await this.#askOne(options, 'conflict', mark, 'markRead');
  }

  async listen(onChange: (ticketId: string, added?: ReplyReceipt) => void, options: ReadOptions): Promise<void> {
    const publish: typeof onChange = (ticketId, added) => {
      const isPublic = added?.ticket.id === ticketId && !added.reply.isInternal;
      onChange(ticketId, isPublic ? added : undefined);
    };
    const listen = (): Promise<void> | undefined => this.#backend.listen?.(publish, options);
    await this.#askOne(options, 'not_found', listen, 'realtime');
  }

  /**
   * If the list is served, `refusedAs` replaces the refusal of this one ticket or message. What is `optional` is not
   * asked for if the configuration says that the server does not have it.
   */
  async #askOne<Output>(
    options: ReadOptions,
    refusedAs: SupportErrorCode | undefined,
    request: () => Promise<Output> | undefined,
    optional?: 'config' | 'updates' | 'markRead' | 'realtime',
  ): Promise<Output> {
    if (optional && this.#config) {
      const {features} = (await this.#config) as {readonly features?: Readonly<Record<string, boolean>>};
      if (features?.[optional] === false) return absent();
    }
    return this.#ask(options, () =>
      (request() ?? absent()).catch(async (raw: unknown) => {
        const error = toSupportError(raw);
        const {code, status, requestId} = error;
        const isAbsent = optional && code !== 'not_found' && absentStatuses.includes(status);
        const replacement = error.refusesAccount ? refusedAs : isAbsent && 'not_found';
        if (!replacement) throw error;
        await this.listTickets({cursor: null}, options);
        throw new SupportError(replacement, {status, requestId, cause: error});
      }),
    );
  }

  async #ask<Output>({signal}: ReadOptions, request: () => Promise<Output>): Promise<Output> {
    const ready = this.#hooks.beforeRequest();
    // An element asks before its first render: if there is nothing to wait for, the request leaves before it.
    if (ready) await ready;
    try {
      const output = await request();
      this.#hooks.onSuccess();
      return output;
    } catch (error) {
      signal.throwIfAborted();
      const supportError = toSupportError(error);
      this.#hooks.onFailure(supportError);
      throw supportError;
    }
  }
}

const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));
