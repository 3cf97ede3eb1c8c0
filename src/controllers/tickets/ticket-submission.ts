import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketDraft} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import {TicketCreatedEvent} from '../../contract/ticket-events.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {joinTickets} from '../../state/drafts/drafts.js';
import type {Pending, PendingTicket} from '../../state/outbox/outbox-item.js';
import type {Session} from '../../state/session.js';
import {SentController} from './outbox-delivery-controller.js';
import {StateController} from '../base/state-controller.js';

/** Codes of refusals after which the customer can change their words. */
const correctable: readonly string[] = ['invalid', 'conflict', 'not_found', 'forbidden', 'gone'];

/** Follows a new ticket from the form it was written in: until the server has it, or until it is to be written anew. */
export class TicketOnItsWay implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: () => Session | undefined;
  readonly #onOutcome: () => void;
  readonly #outbox: StateController<readonly Pending[]>;
  #key = '';
  /** Where it is written down that this form tells what becomes of the ticket. */
  #followed: Set<string> | undefined;
  #written: TicketDraft | undefined;
  #wasWaiting = false;
  /** The ticket, once the server has it. */
  created: TicketSummary | undefined;
  /** Why the server would not have it. Its words stand in the form again. */
  refusal: SupportError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | undefined, onOutcome: () => void) {
    this.#host = host;
    this.#session = session;
    this.#onOutcome = onOutcome;
    host.addController(this);
    this.#outbox = new StateController(host, () => session()?.mail.outbox.items.state);
    new SentController(host, session, ({key}, {ticket}) => {
      if (key !== this.#key) return false;
      this.clear();
      this.created = ticket;
      const created = new TicketCreatedEvent(ticket.id, ticket.number);
      host.dispatchEvent(created);
      this.#tell();
      return true;
    });
  }

  /** What is on its way; undefined where nothing is. Its words are those that the customer wrote. */
  get item(): PendingTicket | undefined {
    const item = this.#outbox.value?.find(({key}) => key === this.#key) as PendingTicket | undefined;
    return item && {...item, draft: this.#written ?? item.draft};
  }

  follow(key: string, written: TicketDraft): void {
    this.clear();
    this.#key = key;
    this.#written = written;
    this.#followed = this.#session()?.mail.followed.add(key);
  }

  hostUpdate(): void {
    const {item} = this;
    if (item?.status === 'failed' && item.error && correctable.includes(item.error.code)) this.#takeBack(item);
    const isWaiting = item?.status === 'waiting' && item.error !== undefined;
    if (isWaiting && !this.#wasWaiting) this.#tell();
    this.#wasWaiting = isWaiting;
  }

  hostDisconnected(): void {
    this.#followed?.delete(this.#key);
  }

  clear(): void {
    this.hostDisconnected();
    this.#key = '';
    this.created = undefined;
    this.refusal = undefined;
  }

  #takeBack({key, draft, error}: PendingTicket): void {
    const mail = this.#session()?.mail;
    mail?.outbox.take(key);
    // Other words may stand in the form meanwhile.
    mail?.drafts.ticket.write(joinTickets(mail.drafts.ticket.value, draft));
    this.clear();
    this.refusal = error;
    this.#tell();
  }

  #tell(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(this.#onOutcome);
  }
}
