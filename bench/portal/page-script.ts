// Runs in the page, before its own scripts: what a test driver cannot see from outside.
import {describeShift, type Shift} from './shifts.js';

/** Frames of the browser, also while the clock of the page is paused. */
const nativeFrame = requestAnimationFrame.bind(window);
const nativeFrames = async (count: number): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await new Promise(nativeFrame);
};

const shifts: Shift[] = [];
const shiftObserver = new PerformanceObserver(list => shifts.push(...list.getEntries().map(describeShift)));
shiftObserver.observe({type: 'layout-shift', buffered: true});

/** The longest duration of each interaction, in milliseconds: https://w3c.github.io/event-timing/ */
const interactions = new Map<number, number>();

function recordInteractions(entries: PerformanceEntryList): void {
  for (const {interactionId, duration} of entries as PerformanceEventTiming[]) {
    if (interactionId) interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
  }
}

const interactionObserver = new PerformanceObserver(list => recordInteractions(list.getEntries()));
// TypeScript does not know the threshold, without which interactions below 104 ms are not reported.
const observed: PerformanceObserverInit & {durationThreshold: number} = {type: 'event', durationThreshold: 16};
interactionObserver.observe(observed);

/** How far the page and everything in it has scrolled, in pixels. */
let scrolled = 0;
const positions = new WeakMap<EventTarget, {readonly x: number; readonly y: number}>();

function countScroll({target}: Event): void {
  const scroller = target instanceof Document ? target.scrollingElement : (target as Element);
  if (!scroller) return;
  const {x, y} = positions.get(scroller) ?? {x: 0, y: 0};
  scrolled += Math.abs(scroller.scrollTop - y) + Math.abs(scroller.scrollLeft - x);
  positions.set(scroller, {x: scroller.scrollLeft, y: scroller.scrollTop});
}

// `scroll` does not leave the shadow root of the scroller.
addEventListener('scroll', countScroll, {capture: true});
const {attachShadow} = Element.prototype;
Element.prototype.attachShadow = function attachCounted(this: Element, options: ShadowRootInit): ShadowRoot {
  const root = attachShadow.call(this, options);
  root.addEventListener('scroll', countScroll, {capture: true});
  return root;
};

// The same numbers in every run: https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32
let seed = 1;
Math.random = () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

/** The parent in the composed tree. */
function composedParent(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);
}

function containsComposed(outer: Node, inner: Node | null): boolean {
  for (let node = inner; node; node = composedParent(node)) if (node === outer) return true;
  return false;
}

function elementAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** The positions from the document to a node, in the order of the composed tree. */
function pathOf(node: Node): number[] {
  const path: number[] = [];
  for (let child: Node = node, parent = composedParent(node); parent; parent = composedParent((child = parent))) {
    path.unshift(child instanceof ShadowRoot ? -1 : [...parent.childNodes].indexOf(child as ChildNode));
  }
  return path;
}

const measurement = {
  nativeFrames,

  takeShifts(): Shift[] {
    shifts.push(...shiftObserver.takeRecords().map(describeShift));
    return shifts.splice(0);
  },

  /** The durations of the interactions since the last call. Those below 16 ms are not reported. */
  takeInteractions(): number[] {
    recordInteractions(interactionObserver.takeRecords());
    const taken = [...interactions.values()];
    interactions.clear();
    return taken;
  },

  get scrolled(): number {
    return scrolled;
  },

  /** How far an element is from the part of the view where it is not covered: 0 if it can be seen. */
  distanceToView(element: Element, place: 'start' | 'center'): number {
    const {left, top, width, height} = element.getBoundingClientRect();
    const x = left + (place === 'center' ? width / 2 : Math.min(width / 2, 12));
    const y = top + (place === 'center' ? height / 2 : Math.min(height / 2, 12));
    if (containsComposed(element, elementAt(x, y))) return 0;
    return Math.round(y - innerHeight / 2) || 1;
  },

  isFocused: (element: Element): boolean => containsComposed(element, focusedElement()),

  /** The key that moves the focus towards an element. */
  keyTowards(element: Element): 'Tab' | 'Shift+Tab' {
    const [from, to] = [pathOf(focusedElement() ?? document.body), pathOf(element)];
    const differing = from.findIndex((position, depth) => position !== to[depth]);
    if (differing < 0) return 'Tab';
    return (to[differing] ?? -1) > (from[differing] ?? -1) ? 'Tab' : 'Shift+Tab';
  },
};

declare global {
  interface Window {
    readonly measurement: typeof measurement;
  }
}

Object.assign(window, {measurement});
