import type {LitElement, ReactiveController} from 'lit';

import {deepActiveElement} from './focus-controller.js';

/** A view that is lower has no space for a reply box that stays at its lower edge, in CSS pixels. */
const minHeight = 320;

interface AppHost extends LitElement {
  readonly layout: 'page' | 'app';
}

/**
 * Measures what the soft keyboard covers in the layout of an app, and keeps what has the focus in view. The keyboard
 * makes the visual viewport smaller, and on iOS moves it down, but does not change the layout viewport
 * (https://developer.mozilla.org/docs/Web/API/Visual_Viewport_API).
 */
export class SoftKeyboardController implements ReactiveController {
  readonly #host: AppHost;

  constructor(host: AppHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Test environments such as jsdom have none.
    for (const type of ['resize', 'scroll']) globalThis.visualViewport?.addEventListener(type, this.#measure);
  }

  hostDisconnected(): void {
    for (const type of ['resize', 'scroll']) globalThis.visualViewport?.removeEventListener(type, this.#measure);
  }

  hostUpdated(): void {
    this.#measure();
  }

  readonly #measure = (event?: Event): void => {
    const root = this.#host.renderRoot.querySelector<HTMLElement>('.root');
    const {visualViewport} = globalThis;
    if (!root || !visualViewport || this.#host.layout !== 'app') return;
    const {top, bottom} = root.getBoundingClientRect();
    const height = visualViewport.height * visualViewport.scale;
    // A user who has zoomed in moves the visual viewport, too.
    const start = visualViewport.scale > 1.01 ? 0 : visualViewport.offsetTop;
    root.style.setProperty('--_covered-start', `${Math.max(0, start - top)}px`);
    root.style.setProperty('--_keyboard', `${Math.max(0, bottom - start - height)}px`);
    root.style.setProperty('--_composer-place', height < minHeight ? 'static' : 'sticky');
    const focused = deepActiveElement(root);
    // A scroll is the user's own.
    if (event?.type === 'resize' && focused?.matches('.control')) focused.scrollIntoView({block: 'nearest'});
  };
}
