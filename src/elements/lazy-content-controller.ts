import type {CSSResultGroup, ReactiveController} from 'lit';

import type {SupportError} from '../contract/errors.js';
import {lazyModule} from '../controllers/base/lazy-module.js';
import type {SessionObserver} from '../controllers/base/session-observer.js';
import {importTicketViews} from './import-ticket-views.js';
import type {TicketElement} from './ticket-element.js';
import type * as TicketViews from './ticket-views.js';

const ticketViews = lazyModule(importTicketViews);

interface LazyContent {
  /** All style sheets of the element, in their order. */
  readonly styles: CSSResultGroup;
}

/**
 * The content of its host, which loads later than the host: once for all elements of the page. See
 * docs/decisions/0018-ticket-views-in-a-second-file.md.
 */
export class LazyContentController<Content extends LazyContent> implements ReactiveController {
  readonly #host: TicketElement;
  readonly #create: (views: typeof TicketViews) => Content;
  /** Undefined until it is loaded. */
  value: Content | undefined;

  constructor(host: TicketElement, session: SessionObserver, create: (views: typeof TicketViews) => Content) {
    this.#host = host;
    this.#create = create;
    host.addController(this);
    session.observe(() => ticketViews.state);
  }

  /** Loads the contents, unless that has been done. */
  static readonly preload = (): Promise<void> => ticketViews.load();

  /** Why the content could not be loaded. */
  get error(): SupportError | undefined {
    return ticketViews.state.value.error;
  }

  hostConnected(): void {
    void this.load();
  }

  /** Loads the content, again if that has failed. */
  async load(): Promise<void> {
    if (!ticketViews.value) await ticketViews.refresh();
  }

  /**
   * Creates the content if it is loaded. The host calls this in its `willUpdate`: controllers that are added later take
   * no part in the update.
   */
  update(): void {
    const {value: views} = ticketViews;
    if (!views || this.value) return;
    this.value = this.#create(views);
    this.#host.addStyles(this.value.styles);
  }
}
