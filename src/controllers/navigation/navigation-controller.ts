import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketDraft} from '../../contract/drafts.js';
import {NavigateEvent, NewTicketOpenEvent, TicketSelectEvent} from '../../contract/ticket-events.js';
import {HistoryController, isSamePlace, listPlace, type HistoryMode, type Place} from './history-controller.js';

interface NavigationHost extends ReactiveControllerHost, HTMLElement {
  readonly history: HistoryMode;
}

/** Where its host is in the Support tab, and how it gets elsewhere. What a customer asks for, the page may take upon itself. */
export class NavigationController implements ReactiveController {
  readonly #host: NavigationHost;
  readonly #history: HistoryController;
  readonly #onArrive: (left: Place) => void;
  place = listPlace;
  /** Words for the form to begin with. */
  prefill: Partial<TicketDraft> | undefined;

  /** `onArrive` is called when another place is asked for, with the one that was left. */
  constructor(host: NavigationHost, onArrive: (left: Place) => void) {
    this.#host = host;
    this.#onArrive = onArrive;
    host.addController(this);
    this.#history = new HistoryController(host, place => {
      // A link to somewhere in the page is an entry, too, and no other place of ours.
      if (!isSamePlace(place, this.place)) this.#arrive(place);
    });
  }

  get ticketUrl(): string {
    return this.#history.ticketUrl;
  }

  hostConnected(): void {
    const {place} = this.#history;
    if (place && place.view !== 'list') this.place = place;
  }

  /** Goes to a place, and adds it to the page's history if that is asked for, and it is not there already. */
  go(place: Place): void {
    if (!isSamePlace(place, this.#history.place ?? this.place)) this.#history.push(place, this.place);
    this.#arrive(place);
  }

  /** An inner element's wish becomes the host's own, so that the page is asked first, and once. */
  readonly onTicketSelect = (event: TicketSelectEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const select = new TicketSelectEvent(event.ticketId);
    if (this.#host.dispatchEvent(select)) this.#visit({view: 'ticket', ticketId: event.ticketId});
  };

  readonly onNewTicketOpen = (event: NewTicketOpenEvent): void => {
    event.stopPropagation();
    const open = new NewTicketOpenEvent(event.prefill);
    if (!this.#host.dispatchEvent(open)) return;
    this.prefill = event.prefill;
    this.#visit({view: 'new-ticket', ticketId: ''});
  };

  readonly onBack = (event: Event): void => {
    event.stopPropagation();
    this.#visit(listPlace);
  };

  #visit(place: Place): void {
    const navigate = new NavigateEvent(place.view, place.ticketId);
    if (this.#host.dispatchEvent(navigate)) this.go(place);
  }

  #arrive(place: Place): void {
    const left = this.place;
    this.place = place;
    this.#host.requestUpdate();
    this.#onArrive(left);
  }
}
