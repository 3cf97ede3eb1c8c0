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

/** For how many frames an element is kept in place at most: content that scrolls into view changes its height. */
const settlingFrames = 5;

/** After how many frames without a movement an element has settled: the height changes after the first one. */
const stillFrames = 2;

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** An element that is being kept in place. */
interface Anchor {
  readonly element: Element;
  /** Its intended position in the viewport. */
  top: number;
  /** Its position as it was last left, and how far everything around it was scrolled then. */
  leftAt: number;
  scrolled: number;
}

let current: Anchor | undefined;

/** How each element was kept in place last. */
const anchors = new WeakMap<Element, Anchor>();

/** Stops keeping an element in place: the user has moved on to something else. */
export function releaseAnchor(): void {
  current = undefined;
}

/**
 * Keeps an element at its position in the viewport while a change is rendered, or other content gets its height. If the
 * content below it becomes shorter, its end stays where it is in view, with space in place of what is gone. Scrolling
 * moves the element: by the user, the page, or the engine, whose own anchoring has kept it in place.
 */
export async function keepInPlace(
  element: Element | null | undefined,
  change = (): Promise<void> => Promise.resolve(),
): Promise<void> {
  if (!element) return change();
  const root = element.closest<HTMLElement>('.root') ?? element.ownerDocument.body;
  const scrolled = scrollOffsetOf(element);
  const top = intendedTopOf(element, scrolled);
  const end = Math.min(root.getBoundingClientRect().bottom, viewHeightOf(root));
  const anchor: Anchor = (current = {element, top, leftAt: top, scrolled});
  anchors.set(element, anchor);
  root.style.minBlockSize = '';
  await change();
  moveTo(anchor, root, end);
  await settle(anchor, root);
  if (current === anchor) current = undefined;
}

/**
 * The position of an element. If another change follows before the element has settled, the position where it was to be
 * counts. Later, a difference of less than a pixel is what scrolling has rounded off, which would add up.
 */
function intendedTopOf(element: Element, scrolled: number): number {
  const {top} = element.getBoundingClientRect();
  const last = anchors.get(element);
  const isIntended = last?.scrolled === scrolled && (last === current || Math.abs(top - last.top) < 1);
  return isIntended ? last.top : top;
}

/** Keeps an element in place as long as something moves it. */
async function settle(anchor: Anchor, root: HTMLElement): Promise<void> {
  const {element} = anchor;
  for (let frames = 0, still = 0; frames < settlingFrames && still < stillFrames; frames++) {
    await nextFrame();
    // Keeping two elements in place would make each move the other.
    if (current !== anchor) return;
    const {top} = element.getBoundingClientRect();
    still = top === anchor.leftAt ? still + 1 : 0;
    if (scrollOffsetOf(element) !== anchor.scrolled) anchor.top = top;
    moveTo(anchor, root);
  }
}

/** How far all scroll containers around an element are scrolled, in sum. */
function scrollOffsetOf(element: Element): number {
  let offset = 0;
  for (let box = flatTreeParent(element); box; box = flatTreeParent(box)) offset += box.scrollTop;
  return offset;
}

const viewHeightOf = ({ownerDocument}: Element): number => ownerDocument.documentElement.clientHeight;

/** Scrolls an element to its intended position. `root` is extended if it would end above `lowerEdge`. */
function moveTo(anchor: Anchor, root: HTMLElement, lowerEdge = -Infinity): void {
  const {element, top} = anchor;
  const offset = element.getBoundingClientRect().top - top;
  // A hidden element has no place.
  if (element.getClientRects().length === 0) return;
  const missing = Math.floor(lowerEdge + offset - root.getBoundingClientRect().bottom);
  if (missing > 0) root.style.minBlockSize = `${root.offsetHeight + missing}px`;
  if (offset !== 0) scrollNearest(element, offset);
  anchor.leftAt = element.getBoundingClientRect().top;
  anchor.scrolled = scrollOffsetOf(element);
  // The page is too short to scroll that far.
  const isShort = anchor.leftAt - top >= 1;
  const viewHeight = viewHeightOf(root);
  if (isShort && lowerEdge > 0 && lowerEdge < viewHeight) moveTo(anchor, root, viewHeight);
}

/** Scrolls the nearest scroll container, or the window. Instantly, even if the page sets `scroll-behavior: smooth`. */
export function scrollNearest(element: Element, top: number): void {
  const options = {top, behavior: 'instant'} as const;
  // A text box with a long text would scroll the text.
  for (let box = flatTreeParent(element); box; box = flatTreeParent(box)) {
    const {scrollTop} = box;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) box.scrollBy(options);
    if (box.scrollTop !== scrollTop) return;
  }
  element.ownerDocument.defaultView?.scrollBy(options);
}
