import {expect, nextFrame} from '@open-wc/testing';

import {createBrowserDesk} from '../../demo/desk/browser.js';
import {ListHarness} from './list-harness.js';
import {backendWithTickets, scrollerOf, type BackendWithTickets} from './scrolled-rows.js';
import type {MountOptions} from './mount.js';

/** The number in the subject of a ticket of `backendWithTickets()`. */
const numberOf = (row: Element): number => Number(/Problem (\d+)\./.exec(row.textContent)?.[1]);

/** A list of so many tickets that rows leave the document. */
export class LongList extends ListHarness {
  #backend = backendWithTickets(0);

  static of(list: ListHarness['element'], backend: BackendWithTickets): LongList {
    const long = new LongList(list);
    long.#backend = backend;
    return long;
  }

  static async mountWith(count: number, {properties, ...options}: MountOptions = {}): Promise<LongList> {
    const backend = backendWithTickets(count);
    const {element} = await ListHarness.mount(createBrowserDesk(), {
      ...options,
      properties: {backend, ...properties},
    });
    return LongList.of(element, backend);
  }

  get container(): HTMLElement {
    return this.element.parentElement!;
  }

  get scroller(): Element {
    return scrollerOf(this.element);
  }

  /**
   * The rows in the document, without those of unsent tickets. By their class: a role is looked for in the whole document,
   * which takes long with so many rows.
   */
  get ticketRows(): HTMLElement[] {
    return [...this.element.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
  }

  /** All items of the list in the document. */
  get #items(): Element[] {
    return [...this.ticketRows[0]!.parentElement!.children].filter(item => !item.matches('.gap'));
  }

  rowOf(number: number): HTMLElement | undefined {
    return this.ticketRows.find(row => numberOf(row) === number);
  }

  /** The upper and the lower edge of what is in view, in CSS pixels. */
  get #view(): readonly [top: number, bottom: number] {
    const {scroller} = this;
    if (scroller === document.scrollingElement) return [0, innerHeight];
    const {top, bottom} = scroller.getBoundingClientRect();
    return [top, bottom];
  }

  isInView(row: Element | undefined): boolean {
    const [start, end] = this.#view;
    const {top = NaN, bottom = NaN} = row?.getBoundingClientRect() ?? {};
    return bottom > start && top < end;
  }

  /** The first row that is in view from its top. */
  get readRow(): HTMLElement {
    const [start] = this.#view;
    return this.ticketRows.find(row => row.getBoundingClientRect().top >= start)!;
  }

  /** Whether there is a place in view whose row is not in the document. */
  get isBlank(): boolean {
    const [start, end] = this.#view;
    const {left, width} = this.element.getBoundingClientRect();
    const middle = left + width / 2;
    return [0.01, 0.25, 0.5, 0.75, 0.99].some(share =>
      this.element.shadowRoot!.elementFromPoint(middle, start + share * (end - start))?.closest('.gap'),
    );
  }

  async settle(): Promise<void> {
    for (let frames = 0; frames < 10; frames++) await nextFrame();
  }

  /** Shows all tickets, and scrolls to the middle of the list. */
  async scrollToMiddle(): Promise<void> {
    const {length} = this.#backend.tickets;
    await this.waitUntil(() => {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      return this.rowOf(length);
    });
    await this.settle();
    this.scroller.scrollTop = this.scroller.scrollHeight / 2;
    await this.settle();
  }

  /** Changes a ticket at the server, or deletes it, and refreshes the list. */
  async changeAtServer(change: (tickets: BackendWithTickets['tickets']) => unknown): Promise<void> {
    change(this.#backend.tickets);
    await this.element.refresh();
  }

  /**
   * Checks that rows are in view, that each knows its position, and that they move by what they are scrolled by. A frame
   * may be blank, but not for long.
   */
  async expectWhole(): Promise<void> {
    await this.settle();
    for (const step of [0, ...Array<number>(8).fill(-150), ...Array<number>(12).fill(150)]) {
      const {readRow: row, scroller} = this;
      const {scrollTop} = scroller;
      const {top} = row.getBoundingClientRect();
      scroller.scrollBy({top: step, behavior: 'instant'});
      for (let frames = 0; frames < 2; frames++) await nextFrame();
      expect(this.isBlank, `blank after ${step}`).to.be.false;
      const isAtEnd = Math.abs(scroller.scrollTop - scrollTop) < Math.abs(step) - 1;
      if (!isAtEnd) expect(row.getBoundingClientRect().top - top, `moved by ${step}`).to.be.closeTo(-step, 1);
      this.#expectPositions();
    }
  }

  #expectPositions(): void {
    const items = this.#items;
    const unsent = items.filter(item => !item.matches('.row')).length;
    const subjects = this.#backend.tickets.map(({subject}) => subject);
    const positions = new Map(subjects.map((subject, index) => [subject, unsent + index + 1]));
    const expected = items.map((item, index) => {
      const subject = item.querySelector('.row-open')?.textContent.trim();
      return `${subject === undefined ? index + 1 : positions.get(subject)} of ${unsent + subjects.length}`;
    });
    expect(items.map(item => `${item.ariaPosInSet} of ${item.ariaSetSize}`)).to.eql(expected);
  }
}
