import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows when the child element that its host shows is ready: other children may be ready earlier. */
export class ChildReadyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #shownChild: () => EventTarget | null;
  readonly #readyChildren = new WeakSet<EventTarget>();
  isReady = false;

  constructor(host: ReactiveControllerHost, shownChild: () => EventTarget | null) {
    this.#host = host;
    this.#shownChild = shownChild;
    host.addController(this);
  }

  hostUpdated(): void {
    const child = this.#shownChild();
    if (this.isReady || !child || !this.#readyChildren.has(child)) return;
    this.isReady = true;
    this.#host.requestUpdate();
  }

  /** Stops the child's event: the host fires its own. */
  readonly onReady = (event: Event): void => {
    event.stopPropagation();
    if (event.target) this.#readyChildren.add(event.target);
    this.hostUpdated();
  };
}
