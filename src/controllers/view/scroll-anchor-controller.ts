import type {ReactiveController, ReactiveElement} from 'lit';

import {flatTreeParent} from './flat-tree.js';

/**
 * Keeps what the user reads or types in place when content above it changes. Safari has no scroll anchoring
 * (https://drafts.csswg.org/css-scroll-anchoring/).
 */
export class ScrollAnchorController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #value: () => unknown;
  #renderedValue: unknown;
  #onRendered: (() => void) | undefined;
  #anchor: Element | null | undefined;

  /** `value` identifies what the host shows, and differs after each change. */
  constructor(host: ReactiveElement, value: () => unknown) {
    this.#host = host;
    this.#value = value;
    host.addController(this);
  }

  hostUpdate(): void {
    const value = this.#value();
    if (value === this.#renderedValue) return;
    this.#renderedValue = value;
    const rendered = new Promise<void>(resolve => (this.#onRendered = resolve));
    void keepInPlace(this.#anchor ?? this.#readElement, () => rendered);
  }

  hostUpdated(): void {
    this.#onRendered?.();
    this.#onRendered = undefined;
  }

  /** Keeps an element in place while more is loaded above it. */
  async anchor(element: Element | null | undefined, load: () => Promise<unknown>): Promise<void> {
    this.#anchor = element;
    await load();
    await this.#host.updateComplete;
    this.#anchor = undefined;
  }

  /**
   * The focused text box, or the first visible element. Undefined at the top of the content: new content there is to be
   * seen.
   */
  get #readElement(): Element | undefined {
    const {renderRoot} = this.#host;
    const textarea = renderRoot.querySelector('textarea:focus');
    if (textarea) return textarea;
    const elements = [...renderRoot.querySelectorAll('.article, .row')];
    const visible = elements.find(element => element.getBoundingClientRect().bottom > 0);
    return visible && (visible !== elements[0] || visible.getBoundingClientRect().top < 0) ? visible : undefined;
  }
}

/** For how many frames an element is kept in place: content that scrolls into view changes its estimated height. */
const settlingFrames = 5;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** The element that is being kept in place, and its position. */
let current: {readonly element: Element; readonly top: number} | undefined;

/** Stops keeping an element in place: the user has moved on to something else. */
export function releaseAnchor(): void {
  current = undefined;
}

/** Keeps an element at its position in the viewport while a change is rendered, or other content gets its height. */
export async function keepInPlace(
  element: Element | null | undefined,
  change = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  if (!element) return change();
  // If another change follows before the element has settled, its intended position counts.
  const {top} = current?.element === element ? current : element.getBoundingClientRect();
  const anchor = (current = {element, top});
  await change();
  for (let frames = 0; frames < settlingFrames && element.isConnected; frames++) {
    const offset = element.getBoundingClientRect().top - top;
    if (offset !== 0) scrollNearest(element, offset);
    await nextFrame();
    // Keeping two elements in place would make each move the other.
    if (current !== anchor) return;
  }
  if (current === anchor) current = undefined;
}

/** Scrolls the nearest scroll container, or the window. Instantly, even if the page sets `scroll-behavior: smooth`. */
export function scrollNearest(element: Element, top: number): void {
  const options = {top, behavior: 'instant'} as const;
  for (let box: Element | null = element; box; box = flatTreeParent(box)) {
    const {scrollTop} = box;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) box.scrollBy(options);
    if (box.scrollTop !== scrollTop) return;
  }
  element.ownerDocument.defaultView?.scrollBy(options);
}
