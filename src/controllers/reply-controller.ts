import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportError} from '../contract/errors.js';
import {ReplySentEvent, ReplySubmitEvent} from '../contract/ticket-events.js';
import type {PendingReply} from '../state/outbox.js';
import type {Session} from '../state/session.js';
import {ErrorReportController} from './error-report-controller.js';
import {StateController} from './state-controller.js';

interface ReplyHost extends ReactiveControllerHost, HTMLElement {
  readonly ticketId: string;
}

/** What a customer is writing in one ticket, and what of it is on its way. */
export class ReplyController implements ReactiveController {
  readonly #host: ReplyHost;
  readonly #session: () => Session | undefined;
  readonly #onSent: () => void;
  readonly #draft: StateController<string>;
  readonly #outbox: StateController<readonly PendingReply[]>;
  /** The customer has pressed Send, and there is nothing to send. */
  isEmpty = false;
  #shownId = '';

  constructor(host: ReplyHost, session: () => Session | undefined, onSent: () => void) {
    this.#host = host;
    this.#session = session;
    this.#onSent = onSent;
    host.addController(this);
    this.#draft = new StateController(host, () => session()?.drafts.reply(host.ticketId));
    this.#outbox = new StateController(host, () => session()?.outbox.state);
    const failed = (): SupportError | undefined => this.unsent.find(({error}) => error)?.error;
    // What holds for the whole account is told by the session.
    new ErrorReportController(host, () => (failed()?.refusesAccount ? undefined : failed()));
  }

  get draft(): string {
    return this.#draft.value ?? '';
  }

  /** What the server does not have yet. */
  get unsent(): readonly PendingReply[] {
    return this.#outbox.value?.filter(reply => reply.ticketId === this.#host.ticketId) ?? [];
  }

  /** All that was written here and is not with the server, nor on its way there. */
  get words(): string {
    const kept = this.unsent.filter(({status}) => status !== 'sending').map(({message}) => message);
    return [...kept, this.draft].filter(Boolean).join('\n\n');
  }

  hostConnected(): void {
    this.isEmpty = false;
  }

  hostUpdate(): void {
    const {ticketId} = this.#host;
    // What was said of one ticket's box is not for the next.
    if (ticketId !== this.#shownId) this.isEmpty = false;
    this.#shownId = ticketId;
  }

  write(text: string): void {
    const draft = this.#session()?.drafts.reply(this.#host.ticketId);
    if (draft) draft.value = text;
    if (text.trim() !== '') this.isEmpty = false;
  }

  /** Hands the draft over to be sent. Says whether there was anything to send. */
  send(): boolean {
    const message = this.draft;
    this.isEmpty = message.trim() === '';
    this.#host.requestUpdate();
    if (this.isEmpty) return false;
    const {ticketId} = this.#host;
    const submit = new ReplySubmitEvent(ticketId, message);
    if (this.#host.dispatchEvent(submit)) void this.#deliver(ticketId, message);
    return true;
  }

  retry(key: string): void {
    this.#session()?.outbox.retry(key);
  }

  discard(key: string): void {
    this.#session()?.outbox.discard(key);
  }

  /** Puts the words of a reply that was not taken back into the box, above what is there. */
  edit(key: string): void {
    const words = this.#session()?.outbox.discard(key) ?? '';
    this.write([words, this.draft].filter(Boolean).join('\n\n'));
  }

  async #deliver(ticketId: string, message: string): Promise<void> {
    const receipt = await this.#session()?.reply(ticketId, message);
    if (!receipt) return;
    const sent = new ReplySentEvent(ticketId, receipt.reply.id, receipt.ticket.status);
    this.#host.dispatchEvent(sent);
    this.#onSent();
  }
}
