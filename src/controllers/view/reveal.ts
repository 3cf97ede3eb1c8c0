import {scrollNearest} from './scroll-anchor-controller.js';

/** The distance to a bar of the page, in CSS pixels. */
const gap = 8;

/**
 * Scrolls an element into view, clear of bars of the page that would cover it, such as a fixed header or a tab bar.
 * Instantly, even if the page sets `scroll-behavior: smooth`.
 *
 * `block` is where the element is to be: at the start of the view, or, with `nearest`, where it is if it is in view.
 */
export function reveal(element: Element, block: 'start' | 'nearest' = 'nearest'): void {
  element.scrollIntoView({block, behavior: 'instant'});
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const center = (left + right) / 2;
  const cover = (
    findCover(element, center, top + 1) ?? findCover(element, center, bottom - 1)
  )?.getBoundingClientRect();
  if (!cover) return;
  const isHeader = isInUpperHalf(element, cover.top);
  scrollNearest(element, isHeader ? top - gap - cover.bottom : bottom + gap - cover.top);
}

/** Shows the control that the Tab key has moved the focus to: the browser does not know the bars of the page. */
export function revealTabbed(event: Event): void {
  const control = event.target as Element;
  // Of an inner element, its own listener reveals the control.
  if ((event as KeyboardEvent).key === 'Tab' && !control.shadowRoot) reveal(control.closest('.row') ?? control);
}

/** Scrolls the beginning of something to read to the start of the view, unless it is in the upper half already. */
export function revealStart(element: Element): void {
  const {top} = element.getBoundingClientRect();
  reveal(element, isInUpperHalf(element, top) ? 'nearest' : 'start');
}

/** The height of a bar of the page that stays at an edge of the view above an element, in CSS pixels. */
export function pageBarHeight(element: Element, edge: 'top' | 'bottom' = 'top'): number {
  const {left, right} = element.getBoundingClientRect();
  const {clientHeight} = element.ownerDocument.documentElement;
  const y = edge === 'top' ? 1 : clientHeight - 1;
  for (let bar = findCover(element, (left + right) / 2, y) ?? null; bar; bar = bar.parentElement) {
    if (!/fixed|sticky/.test(getComputedStyle(bar).position)) continue;
    const {top, bottom} = bar.getBoundingClientRect();
    return edge === 'top' ? bottom : clientHeight - top;
  }
  return 0;
}

/**
 * Gives the styles of an element the heights of the bars at the edges of the view, in CSS pixels. Zero is the default,
 * which is not set: a custom property changes the styles of everything in the element.
 */
export function setPageBars(element: HTMLElement | null, top: number, end: number): void {
  for (const [name, height] of Object.entries({'--_page-bar': top, '--_page-end': end})) {
    element?.style.setProperty(name, height ? `${height}px` : '');
  }
}

const isInUpperHalf = ({ownerDocument}: Element, y: number): boolean =>
  y < ownerDocument.documentElement.clientHeight / 2;

/** The element of the page that covers ours at a point of the viewport, if any. */
function findCover(element: Element, x: number, y: number): Element | undefined {
  const found = element.ownerDocument.elementFromPoint(x, y);
  const host = outermostHost(element);
  return found && !found.contains(host) && !host.contains(found) ? found : undefined;
}

/** The element in the document that contains another one, through shadow roots. */
function outermostHost(element: Element): Element {
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return host ? outermostHost(host) : element;
}
