import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {ReplySentEvent, ReplySubmitEvent} from '../../contract/ticket-events.js';
import type {Pending, PendingReply} from '../../state/outbox/outbox-item.js';
import type {Session} from '../../state/session.js';
import {ErrorReportController} from '../base/error-report-controller.js';
import {SentController} from './outbox-delivery-controller.js';
import {StateController} from '../base/state-controller.js';

interface ReplyHost extends ReactiveControllerHost, HTMLElement {
  readonly ticketId: string;
}

/** What a customer is writing in one ticket, and what of it is on its way. */
export class ReplyController implements ReactiveController {
  readonly #host: ReplyHost;
  readonly #session: () => Session | undefined;
  readonly #draft: StateController<string>;
  readonly #outbox: StateController<readonly Pending[]>;
  readonly #isKept: StateController<boolean>;
  /** Why Send did nothing: there are no words, or too many messages are waiting already. */
  hindrance: 'empty' | 'full' | undefined;
  #shownId = '';

  constructor(host: ReplyHost, session: () => Session | undefined, onSent: () => void) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    this.#draft = new StateController(host, () => session()?.mail.drafts.reply(host.ticketId).state);
    this.#outbox = new StateController(host, () => session()?.mail.outbox.items.state);
    this.#isKept = new StateController(host, () => session()?.mail.isKept);
    new SentController(host, session, ({ticketId}, {reply, ticket}) => {
      if (!reply || ticketId !== host.ticketId) return false;
      const sent = new ReplySentEvent(ticketId, reply.id, ticket.status);
      host.dispatchEvent(sent);
      onSent();
      return true;
    });
    const failed = (): SupportError | undefined => this.unsent.find(({error}) => error)?.error;
    // What holds for the whole account is told by the session.
    new ErrorReportController(host, () => (failed()?.refusesAccount ? undefined : failed()));
  }

  get draft(): string {
    return this.#draft.value ?? '';
  }

  /** Words that were written before this page was opened stand in the box. */
  get isRestored(): boolean {
    return this.draft !== '' && this.#session()?.mail.drafts.reply(this.#host.ticketId).isRestored === true;
  }

  /** Whether what is written here outlives the page. */
  get isKept(): boolean {
    return this.#isKept.value ?? false;
  }

  /** What the server does not have yet. */
  get unsent(): readonly PendingReply[] {
    const isHere = (item: Pending): item is PendingReply => item.ticketId === this.#host.ticketId;
    return this.#outbox.value?.filter(isHere) ?? [];
  }

  /** All that was written here and is not with the server, nor on its way there. */
  get words(): string {
    const kept = this.unsent.filter(({status}) => status !== 'sending').map(({draft}) => draft.message);
    return [...kept, this.draft].filter(Boolean).join('\n\n');
  }

  hostUpdate(): void {
    const {ticketId} = this.#host;
    // What was said of one ticket's box is not for the next.
    if (ticketId !== this.#shownId) this.hindrance = undefined;
    this.#shownId = ticketId;
  }

  write(text: string): void {
    this.#session()?.mail.drafts.reply(this.#host.ticketId).write(text);
    if (text.trim() !== '') this.hindrance = undefined;
  }

  /** Hands the draft over to be sent. Says whether there was anything to send, and room for it. */
  send(): boolean {
    const session = this.#session();
    const message = this.draft;
    const isFull = session?.mail.outbox.items.isFull;
    this.hindrance = message.trim() === '' ? 'empty' : isFull ? 'full' : undefined;
    this.#host.requestUpdate();
    if (!session || this.hindrance) return false;
    const {ticketId} = this.#host;
    const submit = new ReplySubmitEvent(ticketId, message);
    if (!this.#host.dispatchEvent(submit)) return true;
    session.reply(ticketId, message);
    void session.mail.drafts.reply(ticketId).clear();
    return true;
  }

  retry(key: string): void {
    this.#session()?.mail.outbox.retry(key);
  }

  discard(key: string): void {
    this.#session()?.mail.outbox.take(key);
  }

  /** Empties the box. */
  async discardDraft(): Promise<void> {
    const mail = this.#session()?.mail;
    await mail?.drafts.reply(this.#host.ticketId).clear();
    mail?.changed();
  }

  /** Puts the words of a reply that was not taken back into the box, above what is there. */
  edit(key: string): void {
    const item = this.#session()?.mail.outbox.take(key) as PendingReply | undefined;
    this.write([item?.draft.message, this.draft].filter(Boolean).join('\n\n'));
  }
}
