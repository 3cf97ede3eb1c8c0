import type {OnTicketChange, ReadOptions, UpdatesBackend} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import type {Updates} from '../contract/updates.js';
import {toSupportError} from './http-errors.js';

/** Called before and after each request. */
export interface RequestHooks {
  /** Throws if a request has no chance now. Returns undefined if the request need not wait for anything. */
  beforeRequest(): Promise<void> | undefined;
  onSuccess(): void;
  onFailure(error: SupportError): void;
  /** Called if an intermediary may have answered for the configuration, and the built-in one stands in. */
  onConfigMissing?(error: SupportError): void;
}

/** Where the list is not one of the guarded methods. */
export interface UpdatesHooks extends RequestHooks {
  /** Asks for the list, which speaks for the account. */
  listTickets(options: ReadOptions): Promise<unknown>;
}

/** Statuses of an operation that the server does not offer. A gateway may send them, too. */
const absentStatuses: readonly (number | undefined)[] = [404, 405, 501];

/**
 * Holds every backend, ours and a host's, to the same rules: no raw error, and defaults for missing methods.
 *
 * Only the list, the configuration and the updates speak for the account. If one ticket or one message is refused, or
 * an optional operation is not found, the list is asked: if it is served, the answer stands for that request alone. It
 * is the `cause` of the error then: the server itself may have what it says is missing.
 */
export class GuardedUpdates implements Required<UpdatesBackend> {
  readonly #backend: UpdatesBackend;
  readonly #hooks: UpdatesHooks;
  /** What the server offers, as soon as it has been asked. */
  #config: Promise<Partial<TicketConfig>> | undefined;

  constructor(backend: UpdatesBackend, hooks: UpdatesHooks) {
    this.#backend = backend;
    this.#hooks = hooks;
  }

  async getConfig(options: ReadOptions): Promise<Partial<TicketConfig>> {
    const config = this.askOne(options, undefined, () => this.#backend.getConfig?.(options), 'config').catch(
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

  /** Rejects with `not_found` if the server does not count unread replies. */
  async getUpdates(options: ReadOptions): Promise<Updates> {
    return this.askOne(options, undefined, () => this.#backend.getUpdates?.(options), 'updates');
  }

  async markRead(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void> {
    const mark = (): Promise<void> | undefined => this.#backend.markRead?.(ticketId, lastReplyId, options);
    await this.askOne(options, 'conflict', mark, 'markRead');
  }

  async listen(onChange: OnTicketChange, options: ReadOptions): Promise<void> {
    await this.askOne(options, 'not_found', () => this.#backend.listen?.(onChange, options), 'realtime');
  }

  /**
   * If the list is served, `refusedAs` replaces the refusal of this one ticket or message. What is `optional` is not
   * asked for if the configuration says that the server does not have it.
   */
  protected async askOne<Output>(
    options: ReadOptions,
    refusedAs: SupportErrorCode | undefined,
    request: () => Promise<Output> | undefined,
    optional?: 'config' | 'updates' | 'markRead' | 'realtime',
  ): Promise<Output> {
    if (optional && this.#config) {
      const {features} = (await this.#config) as {readonly features?: Readonly<Record<string, boolean>>};
      if (features?.[optional] === false) return absent();
    }
    return this.ask(options, () =>
      (request() ?? absent()).catch(async (raw: unknown) => {
        const error = toSupportError(raw);
        const {code, status, requestId} = error;
        const isAbsent = optional && code !== 'not_found' && absentStatuses.includes(status);
        const replacement = error.refusesAccount ? refusedAs : isAbsent && 'not_found';
        if (!replacement) throw error;
        await this.#hooks.listTickets(options);
        throw new SupportError(replacement, {status, requestId, cause: error});
      }),
    );
  }

  protected async ask<Output>({signal}: ReadOptions, request: () => Promise<Output>): Promise<Output> {
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

export const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));
