import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows when the part of its host that was asked for is ready: others are, long before. */
export class PartsReadyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #asked: () => EventTarget | null;
  readonly #ready = new WeakSet<EventTarget>();
  isReady = false;

  constructor(host: ReactiveControllerHost, asked: () => EventTarget | null) {
    this.#host = host;
    this.#asked = asked;
    host.addController(this);
  }

  hostUpdated(): void {
    const asked = this.#asked();
    if (this.isReady || !asked || !this.#ready.has(asked)) return;
    this.isReady = true;
    this.#host.requestUpdate();
  }

  /** That a part is ready is not yet said of the whole. */
  readonly onReady = (event: Event): void => {
    event.stopPropagation();
    if (event.target) this.#ready.add(event.target);
    this.hostUpdated();
  };
}
