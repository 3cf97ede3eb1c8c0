import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SessionObserver} from '../base/session-observer.js';

const second = 1000;

/** Counts the seconds down until the server accepts requests again, and renders its host each second. */
export class RetryCountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionObserver;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, session: SessionObserver) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** Zero while the server accepts requests. */
  get seconds(): number {
    return this.#session.value?.reachability.pauseSeconds ?? 0;
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.seconds > 0) this.#timer = setTimeout(() => this.#host.requestUpdate(), second);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
