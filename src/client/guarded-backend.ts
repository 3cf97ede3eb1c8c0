import type {ReadOptions, TicketBackend, WriteOptions} from '../contract/backend.js';
import {defaultConfig, type TicketConfig} from '../contract/config.js';
import type {ReplyDraft, TicketDraft} from '../contract/drafts.js';
import {SupportError} from '../contract/errors.js';
import type {ReplyPage} from '../contract/reply.js';
import type {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import type {Updates} from '../contract/updates.js';
import {toSupportError} from './failure.js';
import {publicDetail, publicReplies} from './internal-notes.js';

/** Where every request goes through, and what became of it is told. */
export interface Gate {
  /** Throws where there is no use in asking now. Undefined where there is nothing to wait for. */
  beforeRequest(): Promise<void> | undefined;
  onSuccess(): void;
  onFailure(error: SupportError): void;
}

/** What every backend is held to, ours and a host's: no internal note, no raw error, and defaults for what it lacks. */
export class GuardedBackend implements Required<TicketBackend> {
  readonly #backend: TicketBackend;
  readonly #gate: Gate;

  constructor(backend: TicketBackend, gate: Gate) {
    this.#backend = backend;
    this.#gate = gate;
  }

  async getConfig(options: ReadOptions): Promise<TicketConfig> {
    return this.#ask(options, () => this.#backend.getConfig?.(options) ?? absent()).catch(otherwise(defaultConfig));
  }

  async listTickets(query: {cursor: string | null}, options: ReadOptions): Promise<TicketPage> {
    return this.#ask(options, () => this.#backend.listTickets(query, options));
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    return this.#ask(options, async () => publicDetail(await this.#backend.getTicket(ticketId, options)));
  }

  async listReplies(ticketId: string, query: {cursor: string}, options: ReadOptions): Promise<ReplyPage> {
    return this.#ask(options, async () => {
      const page = await this.#backend.listReplies(ticketId, query, options);
      return {...page, replies: publicReplies(page.replies)};
    });
  }

  async createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail> {
    return this.#ask(options, async () => publicDetail(await this.#backend.createTicket(draft, options)));
  }

  async addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt> {
    return this.#ask(options, () => this.#backend.addReply(ticketId, draft, options));
  }

  /** Rejects with `not_found` where the server keeps no account. */
  async getUpdates(options: ReadOptions): Promise<Updates> {
    return this.#ask(options, () => this.#backend.getUpdates?.(options) ?? absent());
  }

  async markRead(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void> {
    await this.#ask(options, () => this.#backend.markRead?.(ticketId, lastReplyId, options) ?? absent());
  }

  async listen(onChange: (ticketId: string) => void, options: ReadOptions): Promise<void> {
    await this.#ask(options, () => this.#backend.listen?.(onChange, options) ?? absent());
  }

  async #ask<Answer>({signal}: ReadOptions, ask: () => Promise<Answer>): Promise<Answer> {
    const ready = this.#gate.beforeRequest();
    // An element asks before it is drawn: where there is nothing to wait for, the request is on its way by then.
    if (ready) await ready;
    try {
      const answer = await ask();
      this.#gate.onSuccess();
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      const supportError = toSupportError(error);
      this.#gate.onFailure(supportError);
      throw supportError;
    }
  }
}

const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));

const otherwise =
  <Value>(value: Value) =>
  (error: SupportError): Value => {
    if (error.code === 'not_found') return value;
    throw error;
  };
