import type {ReactiveController, ReactiveElement} from 'lit';

import {flatTreeParent} from './flat-tree.js';

/**
 * Keeps what the user reads or types in place when content above it changes. Safari has no scroll anchoring
 * (https://drafts.csswg.org/css-scroll-anchoring/).
 */
export class ScrollAnchorController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #values: () => readonly unknown[];
  #renderedValues: readonly unknown[] = [];
  #onRendered: (() => void) | undefined;
  #anchor: Element | null | undefined;

  /** `values` identify the content of the host: one of them differs after each change. */
  constructor(host: ReactiveElement, values: () => readonly unknown[]) {
    this.#host = host;
    this.#values = values;
    host.addController(this);
  }

  hostUpdate(): void {
    const values = this.#values();
    if (values.every((value, index) => value === this.#renderedValues[index])) return;
    this.#renderedValues = values;
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
   * The focused text box, unless it stays at the edge of the view by itself, or the first visible element. Undefined at
   * the top of the content: new content there is to be seen.
   */
  get #readElement(): Element | undefined {
    const {renderRoot} = this.#host;
    const textarea = renderRoot.querySelector<HTMLTextAreaElement>('textarea:focus');
    if (textarea?.form && getComputedStyle(textarea.form).position !== 'sticky') return textarea;
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

/**
 * Keeps an element at its position in the viewport while a change is rendered, or other content gets its height. If the
 * content below it becomes shorter, its end stays where it is in view, with space in place of what is gone.
 */
export async function keepInPlace(
  element: Element | null | undefined,
  change = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  if (!element) return change();
  const root = element.closest<HTMLElement>('.root') ?? element.ownerDocument.body;
  // If another change follows before the element has settled, its intended position counts.
  const {top} = current?.element === element ? current : element.getBoundingClientRect();
  const end = Math.min(root.getBoundingClientRect().bottom, viewHeightOf(root));
  const anchor = (current = {element, top});
  const keep = (lowerEdge?: number): void => moveTo(element, top, root, lowerEdge);
  root.style.minBlockSize = '';
  await change();
  for (let frames = 0; frames < settlingFrames && element.isConnected; frames++) {
    keep(frames === 0 ? end : undefined);
    await nextFrame();
    // Keeping two elements in place would make each move the other.
    if (current !== anchor) return;
  }
  if (current === anchor) current = undefined;
}

const viewHeightOf = ({ownerDocument}: Element): number => ownerDocument.documentElement.clientHeight;

/** Scrolls an element to a position in the viewport. `root` is extended if it would end above `lowerEdge`. */
function moveTo(element: Element, top: number, root: HTMLElement, lowerEdge = -Infinity): void {
  const offset = element.getBoundingClientRect().top - top;
  // A hidden element has no place.
  if (element.getClientRects().length === 0) return;
  const missing = Math.floor(lowerEdge + offset - root.getBoundingClientRect().bottom);
  if (missing > 0) root.style.minBlockSize = `${root.offsetHeight + missing}px`;
  if (offset !== 0) scrollNearest(element, offset);
  // The page is too short to scroll that far.
  const isShort = element.getBoundingClientRect().top - top >= 1;
  const viewHeight = viewHeightOf(root);
  if (isShort && lowerEdge > 0 && lowerEdge < viewHeight) moveTo(element, top, root, viewHeight);
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
