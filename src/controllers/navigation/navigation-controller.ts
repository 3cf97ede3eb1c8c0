import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketDraft} from '../../contract/drafts.js';
import {
  NavigateEvent,
  NewTicketOpenEvent,
  TicketSelectEvent,
  type FilterChangeEvent,
} from '../../contract/ticket-events.js';
import {allTickets} from '../../contract/ticket-filter.js';
import {HistoryController, isSameView, listView, type HistoryMode, type ViewState} from './history-controller.js';

interface NavigationHost extends ReactiveControllerHost, HTMLElement {
  readonly history: HistoryMode;
}

/**
 * The view that its host shows, and the way to others. The page may cancel what the customer asks for, and do it
 * itself.
 */
export class NavigationController implements ReactiveController {
  readonly #host: NavigationHost;
  readonly #history: HistoryController;
  readonly #onChange: (left: ViewState) => void;
  current = listView;
  /** The filter of the list. */
  filter = allTickets;
  /** Initial values for the form. */
  prefill: Partial<TicketDraft> | undefined;

  /** `onChange` is called with the view that was left. */
  constructor(host: NavigationHost, onChange: (left: ViewState) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
    this.#history = new HistoryController(host, view => {
      this.#readFilter();
      // A link within the page is an entry too, and does not change the view.
      if (!isSameView(view, this.current)) this.#show(view);
    });
  }

  get ticketUrl(): string {
    return this.#history.ticketUrl;
  }

  hostConnected(): void {
    const {current} = this.#history;
    this.#readFilter();
    if (current && current.view !== 'list') this.current = current;
  }

  /** Shows a view, and adds it to the page's history unless it is the current entry. */
  go(view: ViewState): void {
    if (!isSameView(view, this.#history.current ?? this.current)) this.#history.push(view, this.current);
    this.#show(view);
  }

  /** Replaces a child's event by the host's own, so that the page can cancel it, and gets it once. */
  readonly onTicketSelect = (event: TicketSelectEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const select = new TicketSelectEvent(event.ticketId);
    if (this.#host.dispatchEvent(select)) this.#navigate({view: 'ticket', ticketId: event.ticketId});
  };

  readonly onNewTicketOpen = (event: NewTicketOpenEvent): void => {
    event.stopPropagation();
    const open = new NewTicketOpenEvent(event.prefill);
    if (!this.#host.dispatchEvent(open)) return;
    this.prefill = event.prefill;
    this.#navigate({view: 'new-ticket', ticketId: ''});
  };

  readonly onFilterChange = ({filter}: FilterChangeEvent): void => {
    this.filter = filter;
    this.#history.replaceFilter(filter);
    this.#host.requestUpdate();
  };

  readonly onBack = (event: Event): void => {
    event.stopPropagation();
    this.#navigate(listView);
  };

  #readFilter(): void {
    this.filter = this.#history.filter ?? this.filter;
    this.#host.requestUpdate();
  }

  #navigate(view: ViewState): void {
    const navigate = new NavigateEvent(view.view, view.ticketId);
    if (this.#host.dispatchEvent(navigate)) this.go(view);
  }

  #show(view: ViewState): void {
    const left = this.current;
    this.current = view;
    this.#host.requestUpdate();
    this.#onChange(left);
  }
}
