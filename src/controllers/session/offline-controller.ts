import type {LitElement, ReactiveController} from 'lit';

import {pageBarHeight} from '../view/reveal.js';
import {browserPage} from './browser-page.js';

/** Renders its host when the device goes offline or online, and measures the line that says so. */
export class OfflineController implements ReactiveController {
  readonly #host: LitElement;
  readonly #isShown: () => boolean;
  readonly #onOffline: () => void;
  #unsubscribe: (() => void) | undefined;
  isOffline = false;
  /** Whether the height of the line is set. */
  #isMeasured = false;

  /** `isShown` is whether the host says so at all. `onOffline` is called once each time the device goes offline. */
  constructor(host: LitElement, isShown: () => boolean, onOffline: () => void) {
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

  hostUpdated(): void {
    if (!this.isOffline && !this.#isMeasured) return;
    this.#isMeasured = this.isOffline;
    const {renderRoot} = this.#host;
    const line = renderRoot.querySelector<HTMLElement>('.offline');
    const height = line?.offsetHeight ?? 0;
    line?.style.setProperty('inset-block-end', `${pageBarHeight(this.#host, 'bottom')}px`);
    // What else stays at the lower edge of the view stays above the line.
    renderRoot.querySelector<HTMLElement>('.root')?.style.setProperty('--_offline', `${height}px`);
  }
}
