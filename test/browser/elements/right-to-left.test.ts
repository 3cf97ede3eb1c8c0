import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ar} from '../../../src/i18n/locales/ar.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {createTicket} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {findOverflow} from '../../support/overflow.js';
import {mount} from '../../support/mount.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

/** The edges of a text’s first line. WebKit has several rectangles for the words of a line. */
function firstLineOf(element: Element): {readonly left: number; readonly right: number} {
  const range = document.createRange();
  range.selectNodeContents(element);
  const rects = [...range.getClientRects()];
  const line = rects.filter(({top, width}) => width > 0 && Math.abs(top - rects[0]!.top) < 8);
  return {left: Math.min(...line.map(({left}) => left)), right: Math.max(...line.map(({right}) => right))};
}

const beneath = (subject: Element): DOMRect => subject.nextElementSibling!.getBoundingClientRect();

describe('right-to-left', () => {
  let desk: BrowserDesk;

  before(() => registerLocale('ar', ar));

  afterEach(async () => {
    document.body.style.removeProperty('margin');
    await setViewport({width: 800, height: 600});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const narrow = async (locale: string): Promise<ListHarness> => {
    const list = await ListHarness.mount(desk, {properties: {locale}});
    list.element.parentElement!.style.inlineSize = '320px';
    return list;
  };

  for (const subject of ['Red LOS light', 'انقطاع الإنترنت']) {
    it(`aligns a subject in any script with the text below it: ${subject}`, async () => {
      const arabic = (await narrow('ar')).ticketControl(subject);
      expect(firstLineOf(arabic).right).to.be.closeTo(beneath(arabic).right, 2);
      const english = (await narrow('en')).ticketControl(subject);
      // Firefox does not lay out a row that is out of view, even when its boxes are read.
      english.scrollIntoView();
      await nextFrame();
      await nextFrame();
      expect(firstLineOf(english).left).to.be.closeTo(beneath(english).left, 2);
    });
  }

  it('keeps the direction of a subject and a message in another script', async () => {
    const list = await narrow('ar');
    expect(getComputedStyle(list.ticketControl('Red LOS light')).direction).to.equal('ltr');
    const ticketId = seededTicketId('evening-slowdown');
    const thread = await mount('isp-ticket-thread', desk, {properties: {ticketId, locale: 'ar'}});
    expect(getComputedStyle(thread.shadowRoot!.querySelector('.text .block')!).direction).to.equal('ltr');
  });

  for (const [locale, edge, text] of [
    ['ar', 'left', 'Is it better today?\nIt was slow all week.'],
    ['en', 'right', 'هل تحسن اليوم؟\nكان بطيئا طوال الأسبوع.'],
    ['ar', 'left', 'Слишком медленно.\nКаждый вечер.'],
  ] as const) {
    it(`begins the lines of a description and a reply in another script at its edge, ${edge}: ${text}`, async () => {
      const {id} = await createTicket(desk, {subject: text, description: text});
      await desk.staff.reply(id, text);
      const thread = await mount('isp-ticket-thread', desk, {properties: {ticketId: id, locale}});
      const blocks = [...thread.shadowRoot!.querySelectorAll('.text .block')];
      expect(blocks).to.have.length.above(1);
      for (const block of blocks) {
        expect(firstLineOf(block)[edge], block.textContent).to.be.closeTo(block.getBoundingClientRect()[edge], 2);
      }
    });
  }

  it('renders ticket numbers left to right', async () => {
    const list = await narrow('ar');
    const number = list.row('Red LOS light').querySelector('bdi[part=number]')!;
    expect(getComputedStyle(number).direction).to.equal('ltr');
  });

  for (const [locale, subject] of [
    ['ar', 'Connection drops for a few seconds, many times a day'],
    ['en', 'ينقطع الاتصال لبضع ثوان مرات كثيرة كل يوم ولا أعرف السبب'],
  ] as const) {
    it(`cuts a long subject in the bar of a ticket at its end: ${subject}`, async () => {
      const {id: ticketId} = await createTicket(desk, {subject, description: 'It drops.'});
      const thread = await mount('isp-ticket-thread', desk, {properties: {ticketId, locale}});
      thread.parentElement!.style.inlineSize = '320px';
      const shown = thread.shadowRoot!.querySelector('.thread-bar b')!;
      const start = document.createRange();
      start.setStart(shown.firstChild!, 0);
      start.setEnd(
        [...shown.childNodes].find(({textContent}) => textContent === subject)!,
        1,
      );
      const {left, right} = shown.getBoundingClientRect();
      expect(shown.scrollWidth).to.be.above(shown.clientWidth);
      expect(start.getBoundingClientRect().left).to.be.at.least(left);
      expect(start.getBoundingClientRect().right).to.be.at.most(right);
    });
  }

  for (const view of ['list', 'ticket', 'form'] as const) {
    it(`stays within a page without margins that is 320 px wide and left to right itself: ${view}`, async () => {
      await setViewport({width: 320, height: 740});
      document.body.style.margin = '0';
      for (const locale of ['ar', 'en']) {
        const support = await SupportHarness.mount(desk, {properties: {locale}});
        support.element.parentElement!.style.width = '100%';
        if (view === 'ticket') await support.openSeededTicket('evening-slowdown');
        if (view === 'form') support.element.showNewTicket();
        await support.waitUntil(() => support.visibleViews.includes(view));
        expect(document.documentElement.scrollWidth, locale).to.equal(320);
        expect(findOverflow(support.element), locale).to.eql([]);
        support.element.remove();
      }
    });
  }

  it('mirrors arrows', async () => {
    const mirrored = async (locale: string): Promise<string> => {
      const support = await mount('isp-support', desk, {
        properties: {locale, ticketId: seededTicketId('evening-slowdown')},
      });
      support.parentElement!.style.inlineSize = '320px';
      return getComputedStyle(support.shadowRoot!.querySelector('.back svg')!).transform;
    };
    expect(await mirrored('ar')).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    expect(await mirrored('en')).to.equal('matrix(1, 0, 0, 1, 0, 0)');
  });
});
