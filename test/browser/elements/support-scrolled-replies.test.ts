import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {backendWithReplies, countNodes, scrollUntil} from '../../support/scrolled-rows.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const maxNodes = 5_000;
const viewports = {narrow: {width: 360, height: 740}, wide: {width: 1280, height: 800}} as const;

for (const [width, viewport] of Object.entries(viewports)) {
  describe(`<isp-support> with a ticket of many replies, ${viewport.width} × ${viewport.height}`, () => {
    const page = document.scrollingElement!;
    let support: SupportHarness;

    before(() => setViewport(viewport));

    after(() => setViewport({width: 800, height: 600}));

    afterEach(() => scrollTo(0, 0));

    const root = (): ShadowRoot => support.thread.element.shadowRoot!;
    const messages = (): HTMLElement[] => [...root().querySelectorAll<HTMLElement>('.article')];
    const message = (number: number): HTMLElement | undefined =>
      messages().find(each => each.textContent?.includes(`Reply ${number}.`));
    const isInView = (element: Element | undefined): boolean => {
      const {top = NaN, bottom = NaN} = element?.getBoundingClientRect() ?? {};
      return bottom > 0 && top < innerHeight;
    };
    const isBlank = (): boolean => !messages().some(isInView);
    const settle = async (): Promise<void> => {
      for (let frames = 0; frames < 10; frames++) await nextFrame();
    };
    const scrollUp = (step = 0.9): Promise<number> => scrollUntil(page, -step, () => isInView(message(1)), isBlank);
    const scrollDown = (count: number, step = 0.9): Promise<number> =>
      scrollUntil(page, step, () => isInView(message(count)), isBlank);

    /** Opens a ticket, which shows its newest replies. */
    async function open(count: number): Promise<void> {
      const backend = backendWithReplies(count);
      support = await SupportHarness.mount(createBrowserDesk(), {
        width: width as 'narrow' | 'wide',
        properties: {backend},
      });
      support.element.parentElement!.style.width = '100%';
      support.element.showTicket('a');
      await support.waitUntilShown('ticket');
    }

    /** Opens a ticket, and shows all of its replies. */
    async function mount(count: number): Promise<void> {
      await open(count);
      await support.thread.pressButton(en['thread.earlierAll'].replace('{count}', String(count - 30)));
      await support.waitUntil(() => !root().querySelector('.earlier'));
      await settle();
    }

    it('has fewer than 5,000 nodes with 1,000 replies, scrolled through up and down without a blank frame', async () => {
      await mount(1000);
      expect(countNodes()).to.be.below(maxNodes);
      await scrollUp();
      expect(await scrollDown(1000)).to.equal(0);
      expect(countNodes()).to.be.below(maxNodes);
      expect(await scrollUp()).to.equal(0);
      expect(countNodes()).to.be.below(maxNodes);
    });

    it('has the buttons for earlier replies right above the first reply, after that has left and come back', async () => {
      await open(400);
      const buttons = root().querySelector('.earlier')!;
      for (let loaded = 60; loaded <= 150; loaded += 30) {
        buttons.querySelector('button')!.click();
        await support.waitUntil(() => buttons.textContent.includes(` ${400 - loaded} `));
        await settle();
      }
      const first = (): Element | undefined => message(251)?.closest('.reply') ?? undefined;
      await scrollDown(400);
      await settle();
      expect(first()).to.be.undefined;
      expect(await scrollUntil(page, -0.9, () => isInView(buttons), isBlank)).to.equal(0);
      await settle();
      const positions = [buttons, first()!].map(({ariaPosInSet, ariaSetSize}) => `${ariaPosInSet} of ${ariaSetSize}`);
      expect(positions).to.eql(['1 of 151', '2 of 151']);
      const {top} = message(251)!.getBoundingClientRect();
      expect(top - buttons.getBoundingClientRect().bottom).to.be.within(0, 80);
    });

    it('moves nothing while it is scrolled', async () => {
      await mount(200);
      const shift = await layoutShiftDuring(async () => {
        await scrollUp(0.2);
        await scrollDown(200, 0.2);
      });
      expect(shift).to.be.at.most(0.01);
    });

    it('scrolls by what it is scrolled by, so that replies follow each other', async () => {
      await mount(200);
      await scrollDown(200);
      for (const step of [-200, 200]) {
        for (let frames = 0; frames < 50; frames++) {
          const article = messages().find(isInView)!;
          const {top} = article.getBoundingClientRect();
          const {scrollTop} = page;
          page.scrollBy(0, step);
          await nextFrame();
          await nextFrame();
          if (page.scrollTop === scrollTop) break;
          expect(article.getBoundingClientRect().top - top).to.be.closeTo(-step, 1);
        }
      }
    });

    it('has each day once, above its first reply', async () => {
      await mount(200);
      await scrollDown(120);
      const list = root().querySelector('.replies')!;
      const days = [...list.querySelectorAll('.day')].map(({textContent}) => textContent);
      expect(days).to.have.length.above(3);
      expect(new Set(days).size).to.equal(days.length);
      // Replies 4, 8 and 12 begin a day.
      const first = message(120)!.closest('.reply')!;
      expect(first.previousElementSibling!.classList.contains('day')).to.be.true;
    });

    it('has the words of a reply that left at its place, where find-in-page shows them', async () => {
      await mount(400);
      await scrollUp();
      await settle();
      expect(message(200)).to.be.undefined;
      const gap = [...root().querySelectorAll('[hidden=until-found]')].find(({textContent}) =>
        textContent.includes('Reply 200.'),
      )!;
      gap.removeAttribute('hidden');
      const text = gap.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('Reply 200.'));
      range.setEnd(text, range.startOffset + 10);
      page.scrollBy(0, range.getBoundingClientRect().top - innerHeight / 2);
      await settle();
      expect(isInView(message(200))).to.be.true;
    });

    it('keeps a reply whose quotation is open', async () => {
      await mount(200);
      await scrollDown(100);
      message(100)!.querySelector('summary')!.click();
      await scrollUp();
      await settle();
      expect(message(99)).to.be.undefined;
      expect(message(100)?.querySelector('details')?.open).to.be.true;
    });

    it('keeps a reply with selected text until it is not selected', async () => {
      await mount(200);
      await scrollDown(100);
      const selection = getSelection()!;
      selection.selectAllChildren(message(100)!);
      await scrollUp();
      await settle();
      expect(message(100)).to.exist;
      selection.removeAllRanges();
      await scrollDown(60);
      await scrollUp();
      await settle();
      expect(message(100)).to.be.undefined;
    });

    it('moves the focus from a button in place of replies to the nearest one', async () => {
      await mount(200);
      await scrollDown(100);
      await settle();
      const before = messages()[1]!.textContent!.match(/Reply (\d+)/)![1];
      root().querySelectorAll<HTMLElement>('.gap > button')[1]!.focus();
      await settle();
      expect(support.focusedElement?.textContent).to.include(`Reply ${Number(before) - 1}.`);
      expect(isInView(support.focusedElement!)).to.be.true;
    });

    it('leads to the first message and to the newest one', async () => {
      await mount(300);
      await scrollDown(150);
      await settle();
      await support.thread.pressButton(en['thread.newest']);
      await settle();
      expect(isInView(message(300))).to.be.true;
      await support.thread.pressButton(en['thread.first']);
      await settle();
      expect(isInView(messages()[0])).to.be.true;
      expect(isInView(message(1))).to.be.true;
    });
  });
}
