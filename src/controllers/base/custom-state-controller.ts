import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ReadyEvent} from '../../contract/session-events.js';

/**
 * Sets the custom states of its host, which a page's style sheet matches by `:state(name)`. Fires `isp-ready` on its
 * host, once, when the host is no longer loading.
 */
export class CustomStateController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #values: () => Readonly<Record<string, boolean>>;
  readonly #isWaiting: () => boolean;
  readonly #states: CustomStateSet | undefined;
  #isReady = false;

  /** `isWaiting`: whether the host shows nothing yet, although it is not loading. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    values: () => Readonly<Record<string, boolean>>,
    isWaiting: () => boolean,
  ) {
    this.#host = host;
    this.#values = values;
    this.#isWaiting = isWaiting;
    // Safari before 16.4 has no `attachInternals`.
    this.#states = (host.attachInternals as typeof host.attachInternals | undefined)?.call(host).states;
    host.addController(this);
  }

  hostUpdated(): void {
    const values = this.#values();
    for (const [name, isOn] of Object.entries(values)) this.#set(name, isOn);
    if (this.#isReady || values['loading'] || this.#isWaiting()) return;
    this.#isReady = true;
    const ready = new ReadyEvent();
    this.#host.dispatchEvent(ready);
  }

  #set(name: string, isOn: boolean): void {
    try {
      if (isOn) this.#states?.add(name);
      else this.#states?.delete(name);
    } catch {
      // Chromium before 125 accepts only names that begin with `--`, for another selector: it has no states here.
    }
  }
}
