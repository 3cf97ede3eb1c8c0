import type {LitElement, ReactiveController} from 'lit';

import {AfterPaint} from './after-paint.js';
import {pageBarHeight, setPageBars} from './reveal.js';

/**
 * How far the end must be in view above a bar of the page to count, in CSS pixels: then the content after it begins to
 * cover the buttons that lead there.
 */
const endMargin = 24;

/**
 * Knows which ends of a long view are out of view. For styles, the root element of the host has the attribute
 * `data-above` while its `.heading` is above the view, `data-below` while its `.end` is below it, and the heights of
 * bars that stay at the edges of the view as `--_page-bar` and `--_page-end`: those of the page, and a sticky reply
 * box.
 */
export class ScrollSpyController implements ReactiveController {
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;
  readonly #afterPaint = new AfterPaint(() => this.#observe());

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#observer) this.#observe();
    else this.#afterPaint.schedule();
  }

  #observe(): void {
    if (!this.#host.isConnected) return;
    // An observer of another window would not see the host scroll. To observe an element twice has no effect.
    const {IntersectionObserver} = (this.#host.ownerDocument.defaultView ?? window) as Partial<typeof globalThis>;
    if (!IntersectionObserver) return;
    this.#observer ??= new IntersectionObserver(([entry]) => this.#onIntersect(entry?.rootBounds), {
      rootMargin: `${-this.measure()}px 0px ${-endMargin - pageBarHeight(this.#host, 'bottom')}px`,
    });
    // After a jump past the end, the reply box is in view. The end itself was not, and is not.
    for (const each of this.#host.renderRoot.querySelectorAll('.heading, .end, .composer')) {
      this.#observer.observe(each);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#afterPaint.cancel();
  }

  /** Measures the bars that stay at the edges of the view. Returns the height of the one at the top. */
  measure(): number {
    const top = pageBarHeight(this.#host);
    const own = this.#find('.composer');
    const isSticky = own && getComputedStyle(own).position === 'sticky';
    const end = pageBarHeight(this.#host, 'bottom') + (isSticky ? own.offsetHeight : 0);
    setPageBars(this.#find('.root'), top, end);
    return top;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** `view` is the part of the window where content counts as seen; null in a frame of another origin. */
  #onIntersect(view: DOMRectReadOnly | null | undefined): void {
    this.measure();
    const {top = 0, bottom = innerHeight} = view ?? {};
    const [heading, end] = ['.heading', '.end'].map(selector => this.#find(selector)?.getBoundingClientRect());
    this.#find('.root')?.toggleAttribute('data-above', heading !== undefined && heading.bottom < top);
    this.#find('.root')?.toggleAttribute('data-below', end !== undefined && end.top > bottom);
  }
}
