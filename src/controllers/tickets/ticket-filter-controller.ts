import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import {FilterChangeEvent} from '../../contract/ticket-events.js';
import {allTickets, type TicketFilter} from '../../contract/ticket-filter.js';
import {filterTickets, toServerFilter} from '../../state/cache/ticket-filter.js';
import type {TicketList, TicketRows} from '../../state/cache/ticket-list.js';
import {PagedResourceController} from '../base/paged-resource-controller.js';
import type {ResourceController} from '../base/resource-controller.js';
import type {SessionObserver} from '../base/session-observer.js';
import {releaseAnchor} from '../view/scroll-anchor-controller.js';
import {mailboxOf} from '../../state/create-mailbox.js';

/** For how long the customer stops typing before the search begins, in milliseconds. */
const typingPause = 300;

/** Up to this number, and if there is no next page, the tickets can be seen at a glance. */
const maxUnfiltered = 8;

interface FilterHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  filter: TicketFilter;
}

/**
 * The tickets that match the filter of its host. Those that are loaded are shown at once. If there are more, the server
 * looks for them, if it can.
 */
export class TicketFilterController implements ReactiveController {
  readonly #host: FilterHost;
  readonly #session: SessionObserver;
  readonly #tickets: Pick<ResourceController<TicketRows>, 'value'>;
  readonly #config: Pick<ResourceController<TicketConfig>, 'value' | 'progress'>;
  readonly #onFound: () => void;
  readonly #found: PagedResourceController<TicketRows>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasChanged = false;

  /** `onFound` is called once for each change by the customer, when all matching tickets are known. */
  constructor(
    host: FilterHost,
    session: SessionObserver,
    tickets: Pick<ResourceController<TicketRows>, 'value'>,
    config: Pick<ResourceController<TicketConfig>, 'value' | 'progress'>,
    onFound: () => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#tickets = tickets;
    this.#config = config;
    this.#onFound = onFound;
    this.#found = new PagedResourceController(host, session, () => this.#results);
    host.addController(this);
  }

  get isActive(): boolean {
    const {status, search} = this.#host.filter;
    return status !== 'all' || search.trim() !== '';
  }

  /** Whether there are enough tickets to need a filter. */
  get isOffered(): boolean {
    const {rows, cursor} = this.#tickets.value ?? {rows: [], cursor: null};
    return this.isActive || cursor !== null || rows.length > maxUnfiltered;
  }

  /** Whether more tickets may be found without the customer doing anything. */
  get isLoading(): boolean {
    if (!this.#isIncomplete) return false;
    return this.#config.progress === 'loading' || (this.#results !== undefined && this.#found.progress === 'loading');
  }

  /** Whether tickets that are not loaded may match, and the server has not looked for them. */
  get isPartial(): boolean {
    return this.#isIncomplete && !this.isLoading && !this.#found.value;
  }

  /** The tickets to show. */
  get value(): TicketRows | undefined {
    const {value} = this.#tickets;
    if (!value || !this.isActive) return value;
    const {value: found} = this.#found;
    const rows = filterTickets(value.rows, found?.rows ?? [], this.#host.filter, this.#config.value?.statuses);
    return {...(found ?? value), rows};
  }

  async loadMore(): Promise<void> {
    await (this.#found.value ? this.#results : mailboxOf(this.#session.value)?.tickets)?.loadMore();
  }

  hostUpdated(): void {
    if (!this.#hasChanged || this.isLoading) return;
    this.#hasChanged = false;
    // An announcement requests an update, which is not allowed within this one.
    queueMicrotask(this.#onFound);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Searches when the customer pauses, so that there is not a request for each letter. */
  readonly onInput = ({target}: Event): void => {
    clearTimeout(this.#timer);
    const {value: search} = target as HTMLInputElement;
    this.#timer = setTimeout(() => this.#apply({...this.#host.filter, search}), typingPause);
  };

  readonly onStatus = (status: TicketFilter['status']): void => this.#apply({...this.#host.filter, status});

  /** What has been typed, but not searched for yet, is forgotten too. */
  readonly onShowAll = (): void => {
    clearTimeout(this.#timer);
    const box = this.#host.renderRoot.querySelector<HTMLInputElement>('[type=search]');
    if (box) box.value = '';
    this.#apply(allTickets);
  };

  #apply(filter: TicketFilter): void {
    const {status, search} = this.#host.filter;
    if (filter.status === status && filter.search === search) return;
    this.#hasChanged = true;
    this.#host.filter = filter;
    // A list with its own scroll position shows the results from the first one on.
    releaseAnchor();
    this.#host.scrollTop = 0;
    const change = new FilterChangeEvent(filter);
    this.#host.dispatchEvent(change);
  }

  get #isIncomplete(): boolean {
    return this.isActive && !!this.#tickets.value?.cursor;
  }

  /** What the server finds; undefined if the loaded tickets are all there are, or the server cannot search. */
  get #results(): TicketList | undefined {
    const {value: config} = this.#config;
    const filter = this.#isIncomplete && config && toServerFilter(this.#host.filter, config);
    return filter ? mailboxOf(this.#session.value)?.tickets.filteredBy(filter) : undefined;
  }
}
