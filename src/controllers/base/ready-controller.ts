import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ReadyEvent} from '../../contract/session-events.js';

/** Fires `isp-ready` on its host, once. */
export class ReadyController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #isReady: () => boolean;
  #hasFired = false;

  constructor(host: ReactiveControllerHost & HTMLElement, isReady: () => boolean) {
    this.#host = host;
    this.#isReady = isReady;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#hasFired || !this.#isReady()) return;
    this.#hasFired = true;
    const ready = new ReadyEvent();
    this.#host.dispatchEvent(ready);
  }
}
