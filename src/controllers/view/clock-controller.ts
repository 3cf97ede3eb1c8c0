import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {everyMinute} from './clock.js';

/** Renders its host every minute, so that "5 minutes ago" stays true. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = everyMinute(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
