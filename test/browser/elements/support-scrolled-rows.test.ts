import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {requires} from '../../support/capabilities.js';
import {pressKeys} from '../../support/keyboard.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {mountBesideTicket} from '../../support/mount-beside-ticket.js';
import {backendWithTickets, countNodes, isAtEnd, scrollerOf, scrollUntil} from '../../support/scrolled-rows.js';
import type {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const maxNodes = 5_000;
const viewports = {narrow: {width: 360, height: 740}, wide: {width: 1280, height: 800}} as const;

const {IntersectionObserver: BrowserObserver} = window;

/** Calls back some frames after the browser would, as a browser does that is busy with frames. */
class LateObserver extends BrowserObserver {
  static delay = 0;
  readonly #records: IntersectionObserverEntry[] = [];

  constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
    super(async records => {
      this.#records.push(...records);
      for (let frames = 0; frames < LateObserver.delay; frames++) await nextFrame();
      const late = this.#records.splice(0);
      if (late.length > 0) callback(late, this);
    }, options);
  }

  override disconnect(): void {
    this.takeRecords();
    super.disconnect();
  }

  override takeRecords(): IntersectionObserverEntry[] {
    return [...this.#records.splice(0), ...super.takeRecords()];
  }
}

for (const [width, viewport] of Object.entries(viewports)) {
  describe(`<isp-support> with thousands of tickets, ${viewport.width} × ${viewport.height}`, () => {
    let support: SupportHarness;
    let scroller: Element;
    let backend: ReturnType<typeof backendWithTickets>;

    before(() => setViewport(viewport));

    after(() => setViewport({width: 800, height: 600}));

    afterEach(() => {
      scrollTo(0, 0);
      window.IntersectionObserver = BrowserObserver;
      LateObserver.delay = 0;
    });

    // By their class: a role is looked for in the whole document, which takes long with so many rows.
    const rows = (): HTMLElement[] => [...support.list.element.shadowRoot!.querySelectorAll<HTMLElement>('.row')];
    const rowOf = (number: number): HTMLElement | undefined =>
      rows().find(row => row.textContent?.includes(`Problem ${number}.`));
    const isInView = (element: Element | undefined): boolean => {
      const {top = NaN, bottom = NaN} = element?.getBoundingClientRect() ?? {};
      return top >= -1 && bottom <= innerHeight + 1;
    };
    const isBlank = (): boolean => {
      const {left, width: inline} = support.list.element.getBoundingClientRect();
      return [0.4, 0.6, 0.8].every(share => {
        const root = support.list.element.shadowRoot!;
        return !root.elementFromPoint(left + inline / 2, innerHeight * share)?.closest('.row, .more');
      });
    };
    const settle = async (): Promise<void> => {
      for (let frames = 0; frames < 10; frames++) await nextFrame();
    };
    /** Scrolls to the end of the list. Returns the number of blank frames. */
    const scrollDown = (count: number, step = 0.9): Promise<number> =>
      scrollUntil(scroller, step, () => isAtEnd(scroller) && !!rowOf(count), isBlank);
    /** Scrolls to the start of the list, or to a share of its height. Returns the number of blank frames. */
    const scrollUp = (step = 0.9, share = 0): Promise<number> =>
      scrollUntil(scroller, -step, () => scroller.scrollTop <= share * scroller.scrollHeight, isBlank);

    /** In a wide container, the list scrolls by itself beside a ticket. */
    async function mount(count: number): Promise<void> {
      backend = backendWithTickets(count);
      support = await mountBesideTicket(backend, width as 'narrow' | 'wide');
      scroller = scrollerOf(support.list.element);
    }

    /** Creates a ticket that is being sent for ever, and returns to the list. */
    async function createUnsentTicket(): Promise<void> {
      backend.createTicket = () => new Promise(() => {});
      await support.openNewTicketForm();
      await support.form.fill({subject: 'No light', description: 'Since this morning.'});
      await support.form.pressCreate();
      support.element.showList();
      await support.waitUntilShown('list');
      await support.waitUntil(() => support.list.unsentRows.length === 1);
      await settle();
      scroller = scrollerOf(support.list.element);
    }

    it('has fewer than 5,000 nodes after 1,020 rows were scrolled through, down and up, without a blank frame', async () => {
      await mount(1020);
      expect(await scrollDown(1020)).to.equal(0);
      await settle();
      expect(countNodes()).to.be.below(maxNodes);
      expect(rowOf(1020)).to.exist;
      expect(await scrollUp()).to.equal(0);
      await settle();
      expect(countNodes()).to.be.below(maxNodes);
      expect(rowOf(1)).to.exist;
    });

    it('has rows in each frame if the browser calls its observers six frames late', async () => {
      window.IntersectionObserver = LateObserver;
      await mount(300);
      await scrollDown(300);
      LateObserver.delay = 6;
      expect(await scrollUp()).to.equal(0);
      expect(await scrollDown(300)).to.equal(0);
    });

    it('moves nothing while it is scrolled', async () => {
      await mount(150);
      // The button for more rows goes out of view when they arrive.
      await scrollDown(150);
      await settle();
      const shift = await layoutShiftDuring(async () => {
        await scrollUp(0.2);
        await scrollDown(150, 0.2);
      });
      expect(shift).to.be.at.most(0.01);
    });

    it('scrolls by what it is scrolled by, so that rows follow each other', async () => {
      await mount(300);
      await scrollDown(300);
      for (const step of [-150, 150]) {
        for (let frames = 0; frames < 60; frames++) {
          const row = rows().find(isInView)!;
          const {top} = row.getBoundingClientRect();
          const {scrollTop} = scroller;
          scroller.scrollBy(0, step);
          await nextFrame();
          await nextFrame();
          if (scroller.scrollTop === scrollTop) break;
          expect(row.getBoundingClientRect().top - top).to.be.closeTo(-step, 1);
        }
      }
    });

    it('shows rows within three frames of a jump to either end or anywhere', async () => {
      await mount(1020);
      await scrollDown(1020);
      for (const share of [0, 1, 0.5, 0.2, 0.7, 1, 0]) {
        scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
        for (let frames = 0; frames < 3; frames++) await nextFrame();
        expect(isBlank(), `${share}`).to.be.false;
      }
      expect(rowOf(1)).to.exist;
    });

    it('has the text of a row that left at the place of the row, where find-in-page shows it', async () => {
      requires('range of a line');
      await mount(600);
      await scrollDown(600);
      await settle();
      expect(rowOf(200)).to.be.undefined;
      const gaps = [...support.list.element.shadowRoot!.querySelectorAll('[hidden=until-found]')];
      const gap = gaps.find(({textContent}) => textContent.includes('Problem 200.'))!;
      // What the browser does: https://html.spec.whatwg.org/multipage/interaction.html#ancestor-revealing-algorithm
      gap.dispatchEvent(new Event('beforematch', {bubbles: true}));
      gap.removeAttribute('hidden');
      const text = gap.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('Problem 200.'));
      range.setEnd(text, range.startOffset + 12);
      const {top} = range.getBoundingClientRect();
      scroller.scrollBy(0, top - innerHeight / 2);
      await settle();
      expect(isInView(rowOf(200))).to.be.true;
      expect(support.list.element.shadowRoot!.querySelectorAll('.gap > :not(button, [hidden])')).to.have.length(0);
    });

    it('keeps the row with the focus, and the tab order', async () => {
      await mount(300);
      await scrollUntil(scroller, 0.5, () => isInView(rowOf(50)));
      const link = rowOf(50)!.querySelector<HTMLElement>('.row-open')!;
      link.focus();
      await scrollDown(300);
      await settle();
      expect(support.focusedElement).to.equal(link);
      expect(rowOf(45)).to.be.undefined;
      await pressKeys('Shift+Tab');
      await settle();
      expect(support.focusedElement?.textContent).to.include('Problem 49.');
      expect(isInView(rowOf(49))).to.be.true;
      await pressKeys('Tab', 'Tab');
      await settle();
      expect(support.focusedElement?.textContent).to.include('Problem 51.');
    });

    it('leads from the search field to the first row, and back from the end to the last', async () => {
      await mount(300);
      await scrollDown(300);
      await settle();
      const buttons = (): HTMLElement[] => [
        ...support.list.element.shadowRoot!.querySelectorAll<HTMLElement>('.gap > button'),
      ];
      buttons()[0]!.focus();
      await settle();
      expect(support.focusedElement?.textContent).to.include('Problem 1.');
      expect(isInView(support.focusedElement!)).to.be.true;
      buttons().at(-1)!.click();
      await settle();
      expect(support.focusedElement?.textContent).to.include('Problem 300.');
      expect(isInView(support.focusedElement!)).to.be.true;
    });

    it('keeps what is in view in place when a ticket is added on top', async () => {
      await mount(300);
      await scrollDown(300);
      await scrollUp(0.4, 0.5);
      const row = rows().find(isInView)!;
      const {top} = row.getBoundingClientRect();
      const position = Number(row.ariaPosInSet);
      backend.addTicket();
      await support.element.refresh();
      await settle();
      expect(row.getBoundingClientRect().top).to.be.closeTo(top, 1);
      expect([row.ariaPosInSet, row.ariaSetSize]).to.eql([`${position + 1}`, '301']);
    });

    it('keeps its rows below a ticket that is being sent', async () => {
      await mount(300);
      await scrollDown(300);
      await createUnsentTicket();
      expect(rows().filter(isInView).length).to.be.above(1);
      scroller.scrollTop = scroller.scrollHeight;
      await settle();
      expect(isInView(rowOf(300))).to.be.true;
      scroller.scrollTop = 0;
      await settle();
      expect(isInView(rowOf(1))).to.be.true;
      const [unsent] = support.list.unsentRows;
      expect([unsent!, rowOf(1)!].map(row => [row.ariaPosInSet, row.ariaSetSize])).to.eql([
        ['1', '301'],
        ['2', '301'],
      ]);
    });

    it('gives the gap above the view the height of its rows, without that of a ticket that is being sent', async () => {
      await mount(130);
      await scrollDown(130);
      await createUnsentTicket();
      scroller.scrollTop = scroller.scrollHeight;
      await settle();
      dispatchEvent(new Event('beforeprint'));
      const tops = new Map(rows().map(row => [row.ariaPosInSet, row.getBoundingClientRect().top]));
      dispatchEvent(new Event('afterprint'));
      const gap = support.list.element.shadowRoot!.querySelector<HTMLElement>('.gap')!;
      const {ariaPosInSet} = gap.nextElementSibling!;
      expect(gap.offsetHeight).to.be.closeTo(tops.get(ariaPosInSet)! - tops.get('2')!, 1);
    });

    it('tells screen readers the position of each row', async () => {
      await mount(300);
      await scrollDown(300);
      const row = rowOf(300)!;
      expect([row.ariaPosInSet, row.ariaSetSize]).to.eql(['300', '300']);
    });

    it('has all rows on paper', async () => {
      await mount(300);
      await scrollDown(300);
      await settle();
      expect(rows().length).to.be.below(200);
      dispatchEvent(new Event('beforeprint'));
      expect(rows()).to.have.length(300);
      dispatchEvent(new Event('afterprint'));
      expect(rows().length).to.be.below(200);
    });

    it('is the same list with up to 100 rows', async () => {
      await mount(100);
      await scrollDown(100);
      await settle();
      expect(rows()).to.have.length(100);
      expect(support.list.element.shadowRoot!.querySelectorAll('.gap, [aria-setsize]')).to.have.length(0);
    });

    it('finds the row of the open ticket again', async () => {
      await mount(300);
      await scrollDown(300);
      await settle();
      support.element.showTicket('i20');
      await support.waitUntilShown('ticket');
      await settle();
      support.element.showList();
      await support.waitUntilShown('list');
      await settle();
      expect(support.focusedElement?.textContent).to.include('Problem 20.');
      expect(isInView(rowOf(20))).to.be.true;
    });
  });
}
