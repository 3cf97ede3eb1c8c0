import type {ReactiveControllerHost} from 'lit';

import {NewTicketOpenEvent, TicketCreatedEvent} from '../../contract/ticket-events.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {mergeTicketDrafts} from '../../state/drafts/merge-drafts.js';
import type {OutboxItem, OutboxTicket} from '../../state/outbox/outbox-item.js';
import type {Observed} from '../base/subscriptions.js';
import type {SessionObserver} from '../base/session-observer.js';
import {mailboxOf} from '../../state/create-mailbox.js';
import {WaitingAnnouncer} from './waiting-announcer.js';

/** New tickets that the server does not have yet and that no form shows, and the actions of their buttons. */
export class UnsentTicketsController {
  readonly canResend = true;
  readonly onDiscard: (key: string) => void;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: SessionObserver;
  readonly #outbox: Observed<readonly OutboxItem[]>;
  readonly #isPersistent: Observed<boolean>;

  /**
   * `onCreated` receives each ticket that the server has created, `onWaiting` each that has to wait, and `onDiscard`
   * whether one is discarded, when that is stored.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    session: SessionObserver,
    onCreated: (ticket: TicketSummary) => void,
    onWaiting: (ticket: OutboxTicket) => void,
    onDiscard: (isDiscarded: Promise<boolean> | undefined) => void,
  ) {
    this.#host = host;
    this.onDiscard = key => onDiscard(mailboxOf(session.value)?.outbox.toggleDiscarded(key));
    this.#session = session;
    this.#outbox = session.observe(value => mailboxOf(value)?.outbox.store.items);
    this.#isPersistent = session.observe(value => value?.isPersistent);
    const isTracked = (key: string): boolean => mailboxOf(session.value)?.trackedTickets.has(key) === true;
    new WaitingAnnouncer(host, () => this.items.filter(({key}) => !isTracked(key)), onWaiting);
    session.onSent(({key, ticketId}, {ticket}) => {
      if (ticketId !== null || isTracked(key)) return false;
      onCreated(ticket);
      const created = new TicketCreatedEvent(ticket.id, ticket.number);
      return host.dispatchEvent(created);
    });
  }

  get items(): readonly OutboxTicket[] {
    return (
      this.#outbox.value?.filter((item): item is OutboxTicket => item.ticketId === null && !item.isWithdrawn) ?? []
    );
  }

  /** Whether a reply to the ticket waits, or was not sent. One that is sent without delay does not count. */
  hasUnsentReply(ticketId: string): boolean {
    const isUnsent = ({ticketId: id, error, isWithdrawn, discarded}: OutboxItem): boolean =>
      id === ticketId && error !== undefined && !isWithdrawn && !discarded;
    return this.#outbox.value?.some(isUnsent) ?? false;
  }

  /** Whether the text written here outlives the page. */
  get isPersistent(): boolean {
    return this.#isPersistent.value ?? false;
  }

  /** Seconds until the server accepts requests again. */
  get secondsUntilRetry(): number {
    return this.#session.value?.reachability.pauseSeconds ?? 0;
  }

  readonly onRetry = (key: string): void => mailboxOf(this.#session.value)?.outbox.retry(key);

  /** Moves a ticket back into the form, together with a draft that is there. */
  readonly onEdit = (key: string): void => {
    const mailbox = mailboxOf(this.#session.value);
    const item = mailbox?.outbox.withdraw(key);
    if (!mailbox || item?.ticketId !== null) return;
    const {ticket} = mailbox.drafts;
    ticket.set(mergeTicketDrafts(ticket.value, item.draft));
    const open = new NewTicketOpenEvent();
    this.#host.dispatchEvent(open);
  };
}
