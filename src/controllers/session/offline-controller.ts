import type {LitElement, ReactiveController} from 'lit';

import {pageBarHeight} from '../view/reveal.js';
import {browserPage} from './browser-page.js';

/** Renders its host when the device goes offline or online, and measures the line at its end. */
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
    const isShown = this.#line !== undefined;
    if (!isShown && !this.#isMeasured) return;
    this.#isMeasured = isShown;
    // In the next frame, when what the customer reads has been kept in place: a hit test counts shifts, as frames do.
    requestAnimationFrame(() => this.#measure());
  }

  get #root(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.root');
  }

  get #line(): HTMLElement | undefined {
    const last = this.#root?.lastElementChild as HTMLElement | null | undefined;
    return last?.matches('.line') ? last : undefined;
  }

  #measure(): void {
    const line = this.#line;
    line?.style.setProperty('inset-block-end', `${pageBarHeight(this.#host, 'bottom')}px`);
    // What else stays at the lower edge of the view stays above the line. An element around this one may have its own.
    if (line) this.#root?.style.setProperty('--_offline', `${line.offsetHeight}px`);
    else this.#root?.style.removeProperty('--_offline');
  }
}
