import {expect, nextFrame} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';

import '../../../src/define/isp-ticket-list.js';
import {TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {localeTags, loadLocale} from '../../support/locales.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {setViewport} from '../../support/viewport.js';

const widths = [320, 480, 1000];

describe('<isp-ticket-list> layout', () => {
  let desk: BrowserDesk;

  before(() => setViewport({width: 1100, height: 800}));

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const open = async (width: number, locale = 'en'): Promise<ListHarness> => {
    // Messages of the page enable a locale that is not registered.
    const list = await ListHarness.mount(desk, {properties: {locale, messages: {}}});
    list.element.parentElement!.style.inlineSize = `${width}px`;
    return list;
  };

  const boxes = (list: ListHarness): Record<'heading' | 'button' | 'list' | 'firstRow', DOMRect> => ({
    heading: list.heading.getBoundingClientRect(),
    button: list.button(en['list.new']).getBoundingClientRect(),
    list: list.element.getBoundingClientRect(),
    firstRow: list.rows[0]!.getBoundingClientRect(),
  });

  for (const width of widths) {
    it(`has New ticket at the top right at ${width} px`, async () => {
      const {heading, button, list, firstRow} = boxes(await open(width));
      expect(button.left).to.be.at.least(heading.right);
      expect(button.right).to.be.closeTo(list.right, 1);
      expect(button.top).to.be.closeTo(list.top, 1);
      expect(button.bottom).to.be.at.most(firstRow.top);
    });

    it(`has New ticket at the top left at ${width} px in a right-to-left language`, async () => {
      const {heading, button, list, firstRow} = boxes(await open(width, 'ar'));
      expect(button.right).to.be.at.most(heading.left);
      expect(button.left).to.be.closeTo(list.left, 1);
      expect(button.bottom).to.be.at.most(firstRow.top);
    });

    it(`opens a ticket by a click anywhere in its row at ${width} px`, async () => {
      const list = await open(width);
      const opened: string[] = [];
      list.element.addEventListener(TicketSelectEvent.type, event => opened.push(event.ticketId));
      const places = [0, 0.5, 1].flatMap(x => [0, 0.5, 1].map(y => [x, y] as const));
      for (const [x, y] of places) list.tapRow('Slow speeds in the evening', x, y);
      expect(opened).to.eql(places.map(() => seededTicketId('evening-slowdown')));
    });

    it(`has targets at least 44 px high at ${width} px`, async () => {
      const list = await open(width);
      for (const row of list.rows) expect(row.offsetHeight).to.be.at.least(44);
      expect(list.button(en['list.new']).offsetHeight).to.be.at.least(44);
    });

    it(`does not overflow its container at ${width} px`, async () => {
      const list = await open(width);
      const {right} = list.element.getBoundingClientRect();
      list.row('office-gateway').scrollIntoView();
      expect(list.element.scrollWidth).to.be.at.most(list.element.clientWidth);
      expect(list.ticketControl('office-gateway').getBoundingClientRect().right).to.be.at.most(right);
    });
  }

  it('opens a ticket by a real mouse click in the corner of its row', async () => {
    const list = await open(600);
    const selected = nextEvent(list.element, TicketSelectEvent);
    const row = list.row('Slow speeds in the evening');
    // `content-visibility` replaces estimated heights when rows come into view.
    await nextFrame();
    await nextFrame();
    const {right, bottom} = row.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.floor(right - 3), Math.floor(bottom - 3)]});
    expect((await selected).ticketId).to.equal(seededTicketId('evening-slowdown'));
  });

  it('aligns columns in a wide container', async () => {
    const list = await open(1000);
    const column = (find: (subject: string) => Element): Set<number> =>
      new Set(list.subjects.map(subject => Math.round(find(subject).getBoundingClientRect().left)));
    expect(column(subject => list.ticketControl(subject).parentElement!)).to.have.property('size', 1);
    expect(column(subject => list.timeElement(subject))).to.have.property('size', 1);
  });

  for (const tag of localeTags) {
    it(`keeps the headings of columns apart: ${tag}`, async () => {
      registerLocale(tag, await loadLocale(tag));
      const list = await open(1000, tag);
      await list.waitUntil(() => list.element.renderRoot.querySelector('.columns'));
      const texts = [...list.element.renderRoot.querySelectorAll('.columns > span')].map(span => {
        const range = document.createRange();
        range.selectNodeContents(span);
        return range.getBoundingClientRect();
      });
      texts.sort((one, other) => one.left - other.left);
      for (const [index, {left}] of texts.entries()) {
        if (index > 0) expect(left - texts[index - 1]!.right).to.be.at.least(12);
      }
    });
  }

  it('puts the time below the subject in a narrow container', async () => {
    const list = await open(320);
    const {top} = list.ticketControl('Slow speeds').getBoundingClientRect();
    expect(list.timeElement('Slow speeds').getBoundingClientRect().top).to.be.above(top);
  });

  it('takes no space when the page sets hidden', async () => {
    const list = await open(600);
    list.element.hidden = true;
    expect(list.element.getBoundingClientRect().height).to.equal(0);
  });
});
