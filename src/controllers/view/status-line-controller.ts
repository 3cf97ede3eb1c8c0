import type {LitElement, ReactiveController} from 'lit';

import {pageBarHeight} from './reveal.js';

/** Keeps the status line of its host above a bar of the page, and what else is at the lower edge above the line. */
export class StatusLineController implements ReactiveController {
  readonly #host: LitElement;
  /** Whether the height of the line is set. */
  #isMeasured = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const isShown = this.#line !== undefined;
    if (!isShown && !this.#isMeasured) return;
    this.#isMeasured = isShown;
    // In the next frame, after the scroll position was restored: a hit test forces a layout, whose shifts count.
    requestAnimationFrame(() => this.#measure());
  }

  get #root(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.root');
  }

  get #line(): HTMLElement | undefined {
    const last = this.#root?.lastElementChild as HTMLElement | null | undefined;
    return last?.matches('.status-line') ? last : undefined;
  }

  #measure(): void {
    const line = this.#line;
    line?.style.setProperty('inset-block-end', `${pageBarHeight(this.#host, 'bottom')}px`);
    // An element around this one may have a line of its own.
    if (line) this.#root?.style.setProperty('--_status-line', `${line.offsetHeight}px`);
    else this.#root?.style.removeProperty('--_status-line');
  }
}
