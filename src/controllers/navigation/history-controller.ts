import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportView} from '../../contract/ticket-events.js';

/** How the view is written to the page's history: not at all, in the URL's fragment, or in its query. */
export type HistoryMode = 'none' | 'hash' | 'push';

/** The view that the Support tab shows. */
export interface ViewState {
  readonly view: SupportView;
  /** The ticket of the `ticket` view; otherwise the empty string. */
  readonly ticketId: string;
}

export const listView: ViewState = {view: 'list', ticketId: ''};

export const isSameView = (one: ViewState, other: ViewState): boolean =>
  one.view === other.view && one.ticketId === other.ticketId;

/** Our part of a history entry's state. */
interface HistoryState {
  readonly ispSupport?: ViewState;
}

interface HistoryHost extends ReactiveControllerHost {
  readonly history: HistoryMode;
}

/** Writes the view to the page's history if its host asks for it, and follows the Back button. */
export class HistoryController implements ReactiveController {
  readonly #host: HistoryHost;
  readonly #onNavigate: (view: ViewState) => void;

  constructor(host: HistoryHost, onNavigate: (view: ViewState) => void) {
    this.#host = host;
    this.#onNavigate = onNavigate;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPopState);
  }

  /** The view that the page's URL names; undefined if it names none of ours. */
  get current(): ViewState | undefined {
    if (this.#host.history === 'none') return undefined;
    const {hash, search} = location;
    const isHash = this.#host.history === 'hash';
    const parameters = new URLSearchParams(isHash ? hash.slice(1) : search);
    const ticketId = parameters.get('ticket');
    if (ticketId) return {view: 'ticket', ticketId};
    if (parameters.has('new-ticket')) return {view: 'new-ticket', ticketId: ''};
    // A fragment such as `#main` belongs to the page, unless the entry has our state.
    return isHash && hash ? (history.state as HistoryState | null)?.ispSupport : listView;
  }

  /** Adds an entry for a view, after the one that is left. Other scripts' state in the entries stays. */
  push(view: ViewState, left: ViewState): void {
    if (this.#host.history === 'none') return;
    const state = history.state as HistoryState | null;
    if (this.#host.history === 'hash') history.replaceState({...state, ispSupport: left}, '');
    history.pushState({...state, ispSupport: view}, '', this.#urlOf(view));
  }

  /** The URL template of a ticket, with `{id}` in place of its id; the empty string without history. */
  get ticketUrl(): string {
    if (this.#host.history === 'none') return '';
    return this.#urlOf({view: 'ticket', ticketId: '{id}'}).replace('%7Bid%7D', '{id}');
  }

  #urlOf({view, ticketId}: ViewState): string {
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
    const {current} = this;
    if (current) this.#onNavigate(current);
  };
}
