import type {LitElement, ReactiveController} from 'lit';

import {exceeded, type Discarded} from '../../contract/drafts.js';
import {isBlank} from '../../contract/primitives.js';
import {ReplySentEvent, ReplySubmitEvent} from '../../contract/ticket-events.js';
import type {Draft} from '../../state/drafts/draft.js';
import {mergeTexts} from '../../state/drafts/merge-drafts.js';
import type {OutboxItem, OutboxReply} from '../../state/outbox/outbox-item.js';
import type {Observed} from '../base/subscriptions.js';
import type {SessionObserver} from '../base/session-observer.js';
import {FormValuesController} from '../view/form-values-controller.js';
import {mailboxOf} from '../../state/create-mailbox.js';
import {WaitingAnnouncer} from './waiting-announcer.js';

interface ReplyHost extends LitElement {
  readonly ticketId: string;
}

/** The reply that the customer writes to one ticket, and the replies that the server does not have yet. */
export class ReplyController implements ReactiveController {
  readonly #host: ReplyHost;
  readonly #session: SessionObserver;
  readonly #draft: Observed<string>;
  readonly #discarded: Observed<Discarded>;
  readonly #isStored: Observed<boolean>;
  readonly #outbox: Observed<readonly OutboxItem[]>;
  readonly #isPersistent: Observed<boolean>;
  /** Why Send had no effect, as a message: the text is empty or too long, or too many messages are unsent. */
  blockedReason: 'composer.empty' | 'composer.full' | 'form.tooLong' | undefined;
  /** The draft that the reply box shows, and its text. */
  #shown: {readonly draft: Draft<string>; readonly text: string} | undefined;

  /**
   * `onSent` receives the status that the ticket has since the server has the reply; `onWaiting` is called once for a
   * reply that cannot be sent now.
   */
  constructor(
    host: ReplyHost,
    session: SessionObserver,
    onSent: (status: string) => void,
    onWaiting: (reply: OutboxReply) => void,
  ) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    new FormValuesController(host, ({composer}) => composer !== undefined && this.#takeInput(composer));
    this.#draft = session.observe(value => mailboxOf(value)?.drafts.reply(host.ticketId).state);
    this.#discarded = session.observe(value => mailboxOf(value)?.drafts.reply(host.ticketId).discarded);
    this.#isStored = session.observe(value => mailboxOf(value)?.drafts.reply(host.ticketId).isStored);
    this.#outbox = session.observe(value => mailboxOf(value)?.outbox.store.items);
    this.#isPersistent = session.observe(value => value?.isPersistent);
    new WaitingAnnouncer(host, () => this.unsent, onWaiting);
    session.onSent(({ticketId}, {reply, ticket}) => {
      if (!reply || ticketId !== host.ticketId) return false;
      const sent = new ReplySentEvent(ticketId, reply.id, ticket.status);
      host.dispatchEvent(sent);
      onSent(ticket.status);
      return true;
    });
    session.reportError(() => this.unsent.find(each => each.error)?.error);
  }

  get draft(): string {
    return this.#draft.value ?? '';
  }

  /** Whether the draft was written before this page was opened. */
  get isRestored(): boolean {
    return this.draft !== '' && this.#currentDraft?.isRestored === true;
  }

  /** Whether a draft was discarded, and can be restored. */
  get discarded(): Discarded {
    return this.#discarded.value;
  }

  /** Whether the draft is stored as well as the device allows. */
  get isStored(): boolean {
    return this.#isStored.value ?? false;
  }

  /** Whether the text written here outlives the page. */
  get isPersistent(): boolean {
    return this.#isPersistent.value ?? false;
  }

  /** The replies to this ticket that the server does not have yet. */
  get unsent(): readonly OutboxReply[] {
    const isOfTicket = (item: OutboxItem): item is OutboxReply =>
      item.ticketId === this.#host.ticketId && !item.isWithdrawn;
    return this.#outbox.value?.filter(isOfTicket) ?? [];
  }

  /** All text written here that is neither on the server nor being sent. */
  get unsentText(): string {
    const waiting = this.unsent
      .filter(({status, discarded}) => status !== 'sending' && !discarded)
      .map(({draft}) => draft.message);
    return [...waiting, this.draft].filter(Boolean).join('\n\n');
  }

  hostUpdated(): void {
    const draft = this.#currentDraft;
    this.#shown = draft && {draft, text: draft.value};
  }

  /** Sends the draft. Returns `false` if it is empty or the outbox is full: see `blockedReason`. */
  send(): boolean {
    const {value: session} = this.#session;
    const message = this.draft;
    const isTooLong = exceeded(message, session?.config.value?.messageLimit);
    const mailbox = mailboxOf(session);
    const isFull = mailbox?.outbox.store.isFull;
    const tooMuch = isTooLong ? 'form.tooLong' : isFull ? 'composer.full' : undefined;
    this.blockedReason = isBlank(message) ? 'composer.empty' : tooMuch;
    this.#host.requestUpdate();
    if (!mailbox || this.blockedReason) return false;
    const {ticketId} = this.#host;
    const submit = new ReplySubmitEvent(ticketId, message);
    if (!this.#host.dispatchEvent(submit)) return true;
    mailbox.reply(ticketId, message);
    void mailbox.drafts.reply(ticketId).clear();
    return true;
  }

  retry(key: string): void {
    mailboxOf(this.#session.value)?.outbox.retry(key);
  }

  /** Discards an unsent reply, or restores it. Resolves, when that is stored, with whether it is discarded. */
  toggleDiscarded(key: string): Promise<boolean> | undefined {
    return mailboxOf(this.#session.value)?.outbox.toggleDiscarded(key);
  }

  /** The same for the draft. */
  async toggleDraftDiscarded(): Promise<boolean | undefined> {
    const isDiscarded = await this.#currentDraft?.toggleDiscarded();
    this.#session.value?.notifyTabs();
    return isDiscarded;
  }

  /** Puts a text into the reply box. Returns `false` if the customer has written something, which stays. */
  write(text: string): boolean {
    if (this.draft) return false;
    this.#setDraft(text);
    return true;
  }

  /** Moves an unsent reply back into the reply box, above the text that is there. */
  edit(key: string): void {
    const item = mailboxOf(this.#session.value)?.outbox.withdraw(key) as OutboxReply | undefined;
    this.#setDraft([item?.draft.message, this.draft].filter(Boolean).join('\n\n'));
  }

  /** Takes the text of the reply box. The host may be about to show another ticket, or another customer's. */
  #takeInput(text: string): void {
    if (!this.#shown) return;
    const {draft, text: shownText} = this.#shown;
    // Text that was restored meanwhile has not been in the box.
    this.#setDraft(draft.value === shownText ? text : mergeTexts(draft.value, text), draft);
    this.#shown = {draft, text: draft.value};
  }

  #setDraft(text: string, draft = this.#currentDraft): void {
    draft?.set(text);
    if (!isBlank(text)) this.blockedReason = undefined;
  }

  get #currentDraft(): Draft<string> | undefined {
    return mailboxOf(this.#session.value)?.drafts.reply(this.#host.ticketId);
  }
}
