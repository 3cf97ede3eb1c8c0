import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {browserPage} from './browser-page.js';

/** Renders its host when the device goes offline or online. */
export class OfflineController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isShown: () => boolean;
  readonly #onOffline: () => void;
  #unsubscribe: (() => void) | undefined;
  isOffline = false;

  /** `isShown` is whether the host says so at all. `onOffline` is called once each time the device goes offline. */
  constructor(host: ReactiveControllerHost, isShown: () => boolean, onOffline: () => void) {
    this.#host = host;
    this.#isShown = isShown;
    this.#onOffline = onOffline;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = browserPage.subscribe(['online', 'offline'], () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  hostUpdate(): void {
    const wasOffline = this.isOffline;
    this.isOffline = !browserPage.isOnline && this.#isShown();
    if (this.isOffline && !wasOffline) this.#onOffline();
  }
}
