import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Session} from '../../state/session.js';
import type {SessionObserver} from '../base/session-observer.js';

/** Counts its host among the session's lists that are on screen: an element in a hidden tab of the page is not. */
export class ShownListController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #session: SessionObserver;
  #observer: ResizeObserver | undefined;
  #isShown = false;
  #shownIn: Session | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, session: SessionObserver) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#update();
  }

  /**
   * Observes the live region, which is hidden with its host, and whose size never changes: the host changes its height
   * while rows come into view, which Firefox reports to the page as an error, "ResizeObserver loop completed".
   */
  #observe(): void {
    const region = this.#observer ? null : this.#host.shadowRoot?.querySelector('[role=status]');
    if (!region) return;
    // An observer of another window reports errors to that window.
    const {ResizeObserver} = (this.#host.ownerDocument.defaultView ?? window) as Partial<typeof globalThis>;
    this.#isShown = !ResizeObserver;
    this.#observer = ResizeObserver && new ResizeObserver(() => this.#update());
    this.#observer?.observe(region);
  }

  #update(): void {
    this.#isShown = this.#host.clientWidth > 0;
    this.#count();
  }

  hostUpdated(): void {
    this.#observe();
    this.#count();
  }

  #count(): void {
    const session = this.#isShown ? this.#session.value : undefined;
    if (session === this.#shownIn) return;
    if (this.#shownIn) this.#shownIn.shownLists.value--;
    if (session) session.shownLists.value++;
    this.#shownIn = session;
  }
}
