import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The class of an element whose content loads later than the element. */
type LazyElementClass = CustomElementConstructor & {readonly preload?: () => Promise<void>};

/**
 * Loads the contents of `<isp-ticket-thread>` and `<isp-new-ticket>`, if the page has defined these, when the host has
 * shown its own content: a customer who opens a ticket or the form later finds it at once, even offline.
 */
export class TicketViewsPreloadController implements ReactiveController {
  readonly #isShown: () => boolean;
  #isRequested = false;

  constructor(host: ReactiveControllerHost, isShown: () => boolean) {
    this.#isShown = isShown;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#isRequested || !this.#isShown()) return;
    this.#isRequested = true;
    // Safari has no `requestIdleCallback`.
    const {requestIdleCallback = setTimeout} = window as Partial<Window>;
    requestIdleCallback(() => {
      for (const tag of ['isp-ticket-thread', 'isp-new-ticket'])
        void (customElements.get(tag) as LazyElementClass | undefined)?.preload?.();
    });
  }
}
