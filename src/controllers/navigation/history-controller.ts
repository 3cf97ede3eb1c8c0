import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportView} from '../../contract/ticket-events.js';
import type {TicketFilter} from '../../contract/ticket-filter.js';

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

/** The parameters that keep the filter of the list. */
const filterNames = ['ticket-status', 'ticket-search'] as const;

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
    const {parameters} = this.#address;
    const ticketId = parameters.get('ticket');
    if (ticketId) return {view: 'ticket', ticketId};
    if (parameters.has('new-ticket')) return {view: 'new-ticket', ticketId: ''};
    // A fragment such as `#main` belongs to the page, unless it has our filter or the entry has our state.
    const isOurs = this.#host.history === 'push' || !location.hash || filterNames.some(name => parameters.has(name));
    return isOurs ? listView : (history.state as HistoryState | null)?.ispSupport;
  }

  /** Adds an entry for a view, after the one that is left. Other scripts' state in the entries stays. */
  push(view: ViewState, left: ViewState): void {
    if (this.#host.history === 'none') return;
    const state = history.state as HistoryState | null;
    if (this.#host.history === 'hash') history.replaceState({...state, ispSupport: left}, '');
    history.pushState({...state, ispSupport: view}, '', this.#urlOf(view));
  }

  /** The filter of the list that the page's URL names; undefined without history. */
  get filter(): TicketFilter | undefined {
    if (this.#host.history === 'none') return undefined;
    const {parameters} = this.#address;
    const [status, search] = filterNames.map(name => parameters.get(name));
    return {status: status === 'open' || status === 'closed' ? status : 'all', search: search ?? ''};
  }

  /** Writes the filter of the list to the current entry, so that it stays when the customer comes back to it. */
  replaceFilter({status, search}: TicketFilter): void {
    if (this.#host.history === 'none') return;
    const url = this.#urlWith({
      'ticket-status': status === 'all' ? undefined : status,
      'ticket-search': search.trim() || undefined,
    });
    history.replaceState(history.state, '', url);
  }

  /** The URL template of a ticket, with `{id}` in place of its id; the empty string without history. */
  get ticketUrl(): string {
    if (this.#host.history === 'none') return '';
    return this.#urlOf({view: 'ticket', ticketId: '{id}'}).replace('ticket=%7Bid%7D', 'ticket={id}');
  }

  #urlOf({view, ticketId}: ViewState): string {
    return this.#urlWith({ticket: ticketId || undefined, 'new-ticket': view === 'new-ticket' ? '' : undefined});
  }

  /** The page's URL with parameters of ours, without those that are undefined. */
  #urlWith(values: Readonly<Record<string, string | undefined>>): string {
    const {url, parameters, isHash} = this.#address;
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) parameters.delete(name);
      else parameters.set(name, value);
    }
    if (isHash) url.hash = parameters.toString();
    return url.href;
  }

  get #address(): {readonly url: URL; readonly parameters: URLSearchParams; readonly isHash: boolean} {
    const url = new URL(location.href);
    const isHash = this.#host.history === 'hash';
    return {url, parameters: isHash ? new URLSearchParams(url.hash.slice(1)) : url.searchParams, isHash};
  }

  readonly #onPopState = (): void => {
    const {current} = this;
    if (current) this.#onNavigate(current);
  };
}
