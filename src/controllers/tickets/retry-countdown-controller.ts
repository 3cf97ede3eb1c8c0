import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Session} from '../../state/session.js';

/** Counts down, second by second, how long the server does not want to be asked. */
export class PauseController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => Session | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, session: () => Session | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** Zero while it may be asked. */
  get seconds(): number {
    return this.#session()?.reachability.pause ?? 0;
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (this.seconds > 0) this.#timer = setTimeout(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
