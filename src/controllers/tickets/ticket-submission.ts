import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketDraft} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import {TicketCreatedEvent} from '../../contract/ticket-events.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {mergeTicketDrafts} from '../../state/drafts/merge-drafts.js';
import type {OutboxItem, OutboxTicket} from '../../state/outbox/outbox-item.js';
import type {Observed} from '../base/subscriptions.js';
import type {SessionObserver} from '../base/session-observer.js';
import {mailboxOf} from '../../state/create-mailbox.js';
import {WaitingAnnouncer} from './waiting-announcer.js';

/** Codes of refusals that the customer can resolve by changing the text. */
const correctable: readonly string[] = ['invalid', 'conflict', 'not_found', 'forbidden', 'gone'];

/** Tracks a new ticket from the form that it was written in: until the server has it, or has refused it. */
export class TicketSubmission implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: SessionObserver;
  readonly #onOutcome: () => void;
  readonly #outbox: Observed<readonly OutboxItem[]>;
  #key = '';
  /** The session's set of keys that a form reports on. */
  #trackedTickets: Set<string> | undefined;
  #draft: TicketDraft | undefined;
  /** The ticket, once the server has it. */
  created: TicketSummary | undefined;
  /** Why the server refused the ticket. Its text is in the form again. */
  refusal: SupportError | undefined;

  /** `onOutcome` is called after the host has shown a new outcome. */
  constructor(host: ReactiveControllerHost & HTMLElement, session: SessionObserver, onOutcome: () => void) {
    this.#host = host;
    this.#session = session;
    this.#onOutcome = onOutcome;
    host.addController(this);
    this.#outbox = session.observe(value => mailboxOf(value)?.outbox.store.items);
    new WaitingAnnouncer(
      host,
      () => (this.item ? [this.item] : []),
      () => this.#showOutcome(),
    );
    session.onSent(({key}, {ticket}) => {
      if (key !== this.#key) return false;
      this.clear();
      this.created = ticket;
      const created = new TicketCreatedEvent(ticket.id, ticket.number);
      host.dispatchEvent(created);
      this.#showOutcome();
      return true;
    });
    session.reportError(() => this.refusal);
  }

  /** What the customer can do with an unsent ticket. */
  readonly actions = {
    onRetry: (key: string): void => mailboxOf(this.#session.value)?.outbox.retry(key),
    /** Moves the text back into the form. */
    onEdit: (): void => this.item && this.#returnToForm(this.item),
  };

  /** The unsent ticket, with the text as the customer wrote it; undefined if there is none. */
  get item(): OutboxTicket | undefined {
    const item = this.#outbox.value?.find(({key}) => key === this.#key) as OutboxTicket | undefined;
    return item && {...item, draft: this.#draft ?? item.draft};
  }

  /** Tracks the outbox item with this key. */
  track(key: string, draft: TicketDraft): void {
    this.clear();
    this.#key = key;
    this.#draft = draft;
    this.#trackedTickets = mailboxOf(this.#session.value)?.trackedTickets.add(key);
  }

  hostUpdate(): void {
    const {item} = this;
    if (item?.status === 'failed' && item.error && correctable.includes(item.error.code)) {
      this.#returnToForm(item, item.error);
    }
  }

  hostDisconnected(): void {
    this.#trackedTickets?.delete(this.#key);
  }

  clear(): void {
    this.hostDisconnected();
    this.#key = '';
    this.created = undefined;
    this.refusal = undefined;
  }

  #returnToForm({key, draft}: OutboxTicket, refusal?: SupportError): void {
    const mailbox = mailboxOf(this.#session.value);
    // An attempt may have begun since the button was rendered.
    if (!mailbox?.outbox.withdraw(key)) return;
    const {ticket} = mailbox.drafts;
    // The customer may have started another ticket.
    ticket.set(mergeTicketDrafts(ticket.value, draft));
    this.clear();
    this.refusal = refusal;
    this.#showOutcome();
  }

  #showOutcome(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(this.#onOutcome);
  }
}
