import type {ReactiveControllerHost} from 'lit';

import {NewTicketOpenEvent, TicketCreatedEvent} from '../../contract/ticket-events.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {joinTickets} from '../../state/drafts/drafts.js';
import type {Pending, PendingTicket} from '../../state/outbox/outbox-item.js';
import type {Session} from '../../state/session.js';
import {SentController} from './outbox-delivery-controller.js';
import {StateController} from '../base/state-controller.js';

/** New tickets on their way that no form shows, and what a customer can do about them. */
export class UnsentTicketsController {
  readonly canReply = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => Session | undefined;
  readonly #outbox: StateController<readonly Pending[]>;
  readonly #isKept: StateController<boolean>;

  /** `onArrived` is told of each that the server has taken. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    session: () => Session | undefined,
    onArrived: (ticket: TicketSummary) => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#outbox = new StateController(host, () => session()?.mail.outbox.items.state);
    this.#isKept = new StateController(host, () => session()?.mail.isKept);
    new SentController(host, session, ({key, ticketId}, {ticket}) => {
      if (ticketId !== null || session()?.mail.followed.has(key)) return false;
      onArrived(ticket);
      const created = new TicketCreatedEvent(ticket.id, ticket.number);
      return host.dispatchEvent(created);
    });
  }

  get items(): readonly PendingTicket[] {
    return this.#outbox.value?.filter((item): item is PendingTicket => item.ticketId === null) ?? [];
  }

  get isKept(): boolean {
    return this.#isKept.value ?? false;
  }

  /** Seconds for which the server does not want to be asked. */
  get pause(): number {
    return this.#session()?.reachability.pause ?? 0;
  }

  readonly onRetry = (key: string): void => this.#session()?.mail.outbox.retry(key);

  readonly onDiscard = (key: string): void => void this.#session()?.mail.outbox.take(key);

  /** Back into the form, with what somebody may have begun there. */
  readonly onEdit = (key: string): void => {
    const mail = this.#session()?.mail;
    const item = mail?.outbox.take(key);
    if (!mail || item?.ticketId !== null) return;
    mail.drafts.ticket.write(joinTickets(mail.drafts.ticket.value, item.draft));
    const open = new NewTicketOpenEvent();
    this.#host.dispatchEvent(open);
  };
}
