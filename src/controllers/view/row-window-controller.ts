import type {LitElement, ReactiveController} from 'lit';

import {scrollNearest} from './scroll-anchor-controller.js';

/** Up to this number, all rows are in the document. */
const maxRows = 100;

/** For how many frames the records of the observer are taken after something has come into view or left it. */
const observedFrames = 10;

interface Identified {
  readonly id: string;
}

/** Rows that follow each other and are not in the document. */
interface RowGap<Row> extends Identified {
  readonly missing: readonly Row[];
}

type Item<Row> = Row | RowGap<Row>;

/** A row in view, its lower edge, and whether it is in a gap. */
interface Place {
  readonly index: number;
  readonly bottom: number;
  readonly isMissing: boolean;
}

/**
 * Keeps the rows of a long list in the document that are about two screens around what is in view, and those that would
 * lose something: the focus, a selection, an open quotation. See docs/decisions/0023-rows-leave-the-document.md.
 */
export class RowWindowController<Row extends Identified> implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #isKept: (row: Row, index: number, count: number) => boolean;
  #rows: readonly Row[] = [];
  /** What is rendered of them: the same array if there are no gaps. */
  #items: readonly Item<Row>[] = this.#rows;
  /** All elements of the list, once it has had gaps: also those that have no item, such as unsent ones. */
  #elements: readonly HTMLElement[] = [];
  /** The number of elements before that of the first item. */
  #offset = 0;
  #fitted: unknown;
  /** The index of the row in the middle. */
  #center = 0;
  /** What was in the middle of the view when the rows were last measured. */
  #middle: Item<Row> | undefined;
  #isStale = false;
  #isPrinting = false;
  /** The last heights of the rows, and one for those that were never in the document, in CSS pixels. */
  readonly #heights = new Map<unknown, number>();
  readonly #rowHeight: number;
  /** How much higher the gap above what is in view is than its rows. */
  #correction = 0;
  /** What stays in place when the window moves. */
  #anchor: Place | undefined;
  #observer: IntersectionObserver | undefined;
  /** For how many frames records are still taken. */
  #frames = 0;
  /** The one whose events are heard: when the host has moved, it is already in another document. */
  #window: (Window & Partial<typeof globalThis>) | null = null;
  /** How many rows a screen has, about. */
  readonly #screen: () => number;

  /**
   * `selector` matches the element of each row and of each gap, but not what is unsent. `rowHeight` is an estimate, in
   * CSS pixels.
   */
  constructor(
    host: LitElement,
    selector: string,
    rowHeight: number,
    isKept: (row: Row, index: number, count: number) => boolean,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#rowHeight = rowHeight;
    this.#isKept = isKept;
    this.#screen = () => Math.ceil(innerHeight / rowHeight);
    host.addController(this);
  }

  hostConnected(): void {
    this.#window = this.#host.ownerDocument.defaultView;
    for (const type of ['beforeprint', 'afterprint']) this.#window?.addEventListener(type, this.#onPrint);
  }

  hostDisconnected(): void {
    for (const type of ['beforeprint', 'afterprint']) this.#window?.removeEventListener(type, this.#onPrint);
    this.#observer?.disconnect();
    this.#frames = 0;
    this.#fitted = undefined;
  }

  /** What to render: rows, and gaps between them. The same array for the same rows, until the window moves. */
  rendered(rows: readonly Row[]): readonly Item<Row>[] {
    if (rows === this.#rows && !this.#isStale) return this.#items;
    const isLong = rows.length > maxRows && !this.#isPrinting && this.#window?.IntersectionObserver;
    const kept = isLong && this.#measure();
    // Rows that arrive next to what is in view are scrolled to at once.
    const middle = this.#isStale ? undefined : this.#middle;
    const center = rows.indexOf((middle ?? this.#rows[this.#center]) as Row);
    this.#center = center < 0 ? Math.min(this.#center, rows.length - 1) : center;
    this.#rows = rows;
    this.#isStale = false;
    return (this.#items = kept ? this.#split(kept) : rows);
  }

  /** Returns the element of a row, which is rendered if it was not. */
  show(index: number): HTMLElement | undefined {
    const row = this.#rows[index];
    if (row && !this.#items.includes(row)) {
      this.#center = index;
      this.#updateNow();
    }
    return this.#elementOf(row);
  }

  hostUpdated(): void {
    if (!this.#observer && this.#items === this.#rows) return;
    const elements = this.#findElements();
    const {length} = this.#elements;
    if (this.#items === this.#fitted && elements.length === length && elements[0] === this.#elements[0]) return;
    this.#fitted = this.#items;
    this.#elements = elements;
    // An observer of another window would not see the rows scroll. A margin would not apply to a list that scrolls.
    const {IntersectionObserver} = this.#window as typeof globalThis;
    this.#observer?.disconnect();
    this.#observer ??= new IntersectionObserver(entries => this.#onIntersect(entries));
    for (const element of elements) this.#observer.observe(element);
    this.#observeFrames();
    this.#fit();
    this.#removeMarkers();
  }

  /** At once: the browser prints as soon as the event has been dispatched. */
  readonly #onPrint = ({type}: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    if (this.#observer) this.#updateNow();
  };

  #updateNow(): void {
    this.#isStale = true;
    this.#host.requestUpdate();
    this.#host['performUpdate']();
  }

  #findElements(): HTMLElement[] {
    const first = this.#host.renderRoot.querySelector<HTMLElement>(this.#selector);
    const elements = [...(first?.parentElement?.querySelectorAll<HTMLElement>(':scope > :not([role])') ?? [])];
    this.#offset = elements.indexOf(first as HTMLElement);
    return elements;
  }

  #elementOf(row: Row | undefined): HTMLElement | undefined {
    const index = this.#items.indexOf(row as Row);
    return index < 0 ? undefined : this.#findElements()[index + this.#offset];
  }

  /** Measures the rows in the document. Returns the ids of those that stay. */
  #measure(): ReadonlySet<unknown> {
    const elements = this.#findElements();
    let {top = 0} = elements[0]?.parentElement?.getBoundingClientRect() ?? {};
    const stays = new Set<unknown>();
    this.#middle = undefined;
    // Which rows are in view is not known before the first window.
    const staysAll = !this.#observer || getSelection()?.type === 'Range';
    for (const [index, element] of elements.entries()) {
      const item = this.#items[index - this.#offset];
      const key = item && keyOf(item);
      const {bottom} = element.getBoundingClientRect();
      // With what is above it: the date of a reply, and the space between them. A hidden row has none.
      if (bottom > top) this.#heights.set(key, bottom - top);
      if (top < innerHeight / 2 && bottom >= innerHeight / 2) this.#middle = item;
      top = bottom;
      if (staysAll || element.matches(':focus-within') || element.querySelector('[open]')) stays.add(key);
    }
    return stays;
  }

  #split(kept: ReadonlySet<unknown>): readonly Item<Row>[] {
    const rows = this.#rows;
    const items: Item<Row>[] = [];
    const span = 2 * this.#screen();
    let start = 0;
    for (let end = 0; end <= rows.length; end++) {
      const row = rows[end];
      const isNear = Math.abs(end - this.#center) <= span;
      if (row && !isNear && !kept.has(keyOf(row)) && !this.#isKept(row, end, rows.length)) continue;
      // Another element if it begins elsewhere: to move it while it is in view would count as a layout shift.
      if (start < end) items.push({id: `gap ${start}`, missing: rows.slice(start, end)});
      if (row) items.push(row);
      start = end + 1;
    }
    return items;
  }

  /** Keeps what is in view in place: the gap above it absorbs the difference. */
  #fit(): void {
    const above = this.#resize();
    const anchor = this.#anchor;
    this.#anchor = undefined;
    const element = anchor && this.#elementOf(this.#rows[anchor.index]);
    if (!element) return;
    const moved = element.getBoundingClientRect().bottom - anchor.bottom;
    const absorbed = above ? Math.min(moved, above.offsetHeight) : 0;
    this.#correction -= absorbed;
    this.#resize();
    if (moved !== absorbed && !anchor.isMissing) scrollNearest(element, moved - absorbed);
  }

  /** Lit leaves a comment where a row was, between those of the rows around it: https://github.com/lit/lit/issues/5298 */
  #removeMarkers(): void {
    const isMarker = (node: ChildNode | null): boolean => (node as Partial<Comment> | null)?.data === '';
    for (const node of [...(this.#elements[0]?.parentElement?.childNodes ?? [])]) {
      if ([node.previousSibling, node, node.nextSibling].every(isMarker)) node.remove();
    }
  }

  /** Gives each gap its height, and each item its position. Returns the gap above what is in view. */
  #resize(): HTMLElement | undefined {
    const size = this.#rows.length + this.#elements.length - this.#items.length;
    let above: HTMLElement | undefined;
    let position = 0;
    for (const [index, element] of this.#elements.entries()) {
      const {missing}: Partial<RowGap<Row>> = this.#items[index - this.#offset] ?? {};
      if (missing) {
        this.#resizeGap(element, missing);
        if (position < this.#center + this.#offset) above = element;
      } else {
        element.setAttribute('aria-posinset', `${position + 1}`);
        element.setAttribute('aria-setsize', `${size}`);
      }
      position += missing?.length ?? 1;
    }
    if (above) above.style.blockSize = `max(0px, ${above.style.blockSize} + ${this.#correction}px)`;
    else this.#correction = 0;
    return above;
  }

  #resizeGap({style, children: [, text]}: HTMLElement, missing: readonly Row[]): void {
    const height = missing.reduce((sum, row) => sum + this.#heightOf(row), 0);
    style.lineHeight = `${height / missing.length}px`;
    style.blockSize = `${height}px`;
    // The browser removes it to show what it has found.
    text?.setAttribute('hidden', 'until-found');
  }

  /** Takes the records in each of the next frames: a browser that is busy calls an observer several frames late. */
  #observeFrames(): void {
    if (this.#frames <= 0) this.#window?.requestAnimationFrame(this.#onFrame);
    this.#frames = observedFrames;
  }

  readonly #onFrame = (): void => {
    this.#onIntersect(this.#observer?.takeRecords() ?? []);
    if (--this.#frames > 0) this.#window?.requestAnimationFrame(this.#onFrame);
  };

  /** Moves the window to a gap that is in view, or to rows in view that are a screen away from its middle. */
  #onIntersect(entries: readonly IntersectionObserverEntry[]): void {
    if (entries.length > 0) this.#observeFrames();
    const places = entries.filter(({isIntersecting}) => isIntersecting).flatMap(entry => this.#placeOf(entry) ?? []);
    const rows = places.filter(({isMissing}) => !isMissing);
    const row = rows[rows.length >> 1];
    const gap = places.find(({isMissing}) => isMissing);
    const target = gap ?? row;
    if (!target || Math.abs(target.index - this.#center) < (gap ? 1 : this.#screen())) return;
    this.#center = target.index;
    this.#anchor = row ?? gap;
    this.#isStale = true;
    this.#host.requestUpdate();
  }

  /** The row of an entry; of a gap, the row that would be in the middle of the view. */
  #placeOf({target, boundingClientRect: box, intersectionRect: seen}: IntersectionObserverEntry): Place | undefined {
    const item = this.#items[this.#elements.indexOf(target as HTMLElement) - this.#offset];
    if (!item) return undefined;
    if (!('missing' in item)) {
      return {index: this.#rows.indexOf(item), bottom: target.getBoundingClientRect().bottom, isMissing: false};
    }
    const {missing} = item;
    // It may have been scrolled since.
    let {top: bottom} = target.getBoundingClientRect();
    const middle = bottom + (seen.top + seen.bottom) / 2 - box.top;
    // If find-in-page has shown the texts, the lines count, which have the same height each.
    const lineHeight = target.querySelector('[hidden]') ? 0 : parseFloat((target as HTMLElement).style.lineHeight);
    const found = missing.findIndex(row => (bottom += lineHeight || this.#heightOf(row)) >= middle);
    const index = this.#rows.indexOf(missing.at(found) as Row);
    return {index, bottom, isMissing: true};
  }

  #heightOf(row: Row): number {
    return this.#heights.get(keyOf(row)) ?? this.#rowHeight;
  }
}

/** Rows without an id are like no other. */
const keyOf = (row: Identified): unknown => row.id || row;
