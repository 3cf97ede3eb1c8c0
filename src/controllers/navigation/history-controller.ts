import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportView} from '../../contract/ticket-events.js';

export type HistoryMode = 'none' | 'hash' | 'push';

/** Where in the Support tab somebody is. */
export interface Place {
  readonly view: SupportView;
  /** The ticket of the `ticket` view, else the empty string. */
  readonly ticketId: string;
}

export const listPlace: Place = {view: 'list', ticketId: ''};

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.view === other.view && one.ticketId === other.ticketId;

/** What an entry of the page's history holds of ours. */
interface Marked {
  readonly ispSupport?: Place;
}

interface HistoryHost extends ReactiveControllerHost {
  readonly history: HistoryMode;
}

/** Writes where the customer is into the page's address, if its host is asked to, and follows the Back button. */
export class HistoryController implements ReactiveController {
  readonly #host: HistoryHost;
  readonly #onVisit: (place: Place) => void;

  constructor(host: HistoryHost, onVisit: (place: Place) => void) {
    this.#host = host;
    this.#onVisit = onVisit;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  /** The place that the page's address speaks of; undefined where it is not ours to read. */
  get place(): Place | undefined {
    if (this.#host.history === 'none') return undefined;
    const {hash, search} = location;
    const isHash = this.#host.history === 'hash';
    const parameters = new URLSearchParams(isHash ? hash.slice(1) : search);
    const ticketId = parameters.get('ticket');
    if (ticketId) return {view: 'ticket', ticketId};
    if (parameters.has('new-ticket')) return {view: 'new-ticket', ticketId: ''};
    // A hash such as `#main` is the page's own. We were there only where we left our mark.
    return isHash && hash ? (history.state as Marked | null)?.ispSupport : listPlace;
  }

  /** Adds a place to the history, after the one that is left. What others keep in their entries stays. */
  push(place: Place, left: Place): void {
    if (this.#host.history === 'none') return;
    const state = history.state as Marked | null;
    if (this.#host.history === 'hash') history.replaceState({...state, ispSupport: left}, '');
    history.pushState({...state, ispSupport: place}, '', this.#addressOf(place));
  }

  /** The address of a ticket, with `{id}` in place of its id; the empty string where it has none. */
  get ticketUrl(): string {
    if (this.#host.history === 'none') return '';
    return this.#addressOf({view: 'ticket', ticketId: '{id}'}).replace('%7Bid%7D', '{id}');
  }

  #addressOf({view, ticketId}: Place): string {
    const url = new URL(location.href);
    const isHash = this.#host.history === 'hash';
    const parameters = isHash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams;
    parameters.delete('ticket');
    parameters.delete('new-ticket');
    if (view === 'ticket') parameters.set('ticket', ticketId);
    if (view === 'new-ticket') parameters.set('new-ticket', '');
    if (isHash) url.hash = parameters.toString();
    return url.href;
  }

  readonly #onPopState = (): void => {
    const {place} = this;
    if (place) this.#onVisit(place);
  };
}
