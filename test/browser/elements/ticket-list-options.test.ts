import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ListHarness} from '../../support/list-harness.js';

const slotted = (slot: string, text: string): HTMLElement =>
  Object.assign(document.createElement('p'), {slot, textContent: text});

describe('<isp-ticket-list>', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  describe('in the operator’s own words', () => {
    it('shows them in place of ours, and ours for the rest', async () => {
      const messages = {'list.heading': 'Your cases', 'status.open': 'Received'};
      const list = await ListHarness.open(desk, {with: {messages}});
      expect(list.heading.textContent?.trim()).to.equal('Your cases');
      expect(list.row('Red LOS light')).to.contain('Received');
      expect(list.hasButton(en['list.new'])).to.be.true;
    });

    it('takes others at any time', async () => {
      const list = await ListHarness.open(desk);
      list.element.messages = {'list.heading': 'Your cases'};
      await list.until(() => list.heading.textContent?.trim() === 'Your cases');
    });

    it('counts as their language counts', async () => {
      const messages = {
        'row.replies': {one: '{count} ответ', few: '{count} ответа', many: '{count} ответов', other: '…'},
      };
      const list = await ListHarness.open(desk, {with: {messages, locale: 'ru'}});
      expect(list.row('Slow speeds')).to.contain('3 ответа');
      expect(list.row('Moving house')).to.contain('1 ответ');
      expect(list.row('Red LOS light')).to.contain('0 ответов');
    });

    it('writes times as their language does', async () => {
      const messages = {'row.lastReplyOperator': 'Antwort {time}'};
      const list = await ListHarness.open(desk, {with: {messages, locale: 'de'}});
      expect(list.seenRow('Slow speeds')).to.contain('Antwort vor 2 Stunden');
    });
  });

  describe('in a language', () => {
    it('does not put another language’s dates into English sentences', async () => {
      const list = await ListHarness.open(desk, {with: {locale: 'de'}});
      expect(list.seenRow('Slow speeds')).to.contain('Support replied 2 hours ago');
    });

    const british = /^\d+ [A-Z][a-z]+ \d{4} at \d\d:\d\d$/;

    it('writes dates as the reader’s place does', async () => {
      const list = await ListHarness.open(desk, {with: {locale: 'en-GB'}});
      expect(list.timeOf('Slow speeds').title).to.match(british);
      list.element.locale = 'en-US';
      await list.until(() => /^[A-Z][a-z]+ \d+, \d{4} at /.test(list.timeOf('Slow speeds').title));
    });

    it('takes that of the page', async () => {
      const {lang} = document.documentElement;
      document.documentElement.lang = 'en-GB';
      const list = await ListHarness.open(desk);
      document.documentElement.lang = lang;
      expect(list.timeOf('Slow speeds').title).to.match(british);
    });

    for (const locale of ['en_GB', 'not a language', '-', 'x-klingon']) {
      it(`shows its tickets although its locale is ${locale}`, async () => {
        const list = await ListHarness.open(desk, {with: {locale}});
        expect(list.subjects).to.have.length(14);
      });
    }
  });

  describe('in a time zone', () => {
    const inZone = (timeZone: string | undefined, instant: string): string =>
      new Intl.DateTimeFormat('en', {dateStyle: 'long', timeStyle: 'short', timeZone}).format(new Date(instant));
    const newfoundland = 'America/St_Johns';

    it('says times as they are there, to the eye and to a screen reader', async () => {
      const list = await ListHarness.open(desk, {with: {timeZone: newfoundland, locale: 'en'}});
      const {title, dateTime} = list.timeOf('Slow speeds');
      expect(title).to.match(new RegExp(`^${inZone(newfoundland, dateTime)} GMT-[23]:30$`));
      expect(list.row('Slow speeds')).to.contain(title);
    });

    it('says them as they are on this device, when it is told no other', async () => {
      const list = await ListHarness.open(desk, {with: {locale: 'en'}});
      const {title, dateTime} = list.timeOf('Slow speeds');
      expect(title).to.equal(inZone(undefined, dateTime));
      expect(title).not.to.equal(inZone('UTC', dateTime));
    });

    it('says them as they are on this device, when nobody knows the zone', async () => {
      const list = await ListHarness.open(desk, {with: {timeZone: 'Mars/Olympus_Mons', locale: 'en'}});
      const {title, dateTime} = list.timeOf('Slow speeds');
      expect(title).to.equal(inZone(undefined, dateTime));
    });

    it('says the moment itself to machines', async () => {
      const list = await ListHarness.open(desk);
      expect(list.timeOf('Slow speeds').dateTime).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });
  });

  describe('in an outline', () => {
    for (const [wanted, level] of [
      [undefined, '2'],
      ['4', '4'],
      ['0', '2'],
      ['9', '6'],
      ['many', '2'],
    ] as const) {
      it(`has a heading of level ${level} when asked for ${wanted ?? 'none'}`, async () => {
        const list = await ListHarness.open(desk);
        if (wanted) list.element.setAttribute('heading-level', wanted);
        await list.element.updateComplete;
        expect(list.heading).to.have.attribute('aria-level', level);
      });
    }
  });

  describe('with an operator’s own content', () => {
    it('shows what is known above the list', async () => {
      const list = await ListHarness.open(desk);
      const news = slotted('header', 'We are working on the fault in Saltmarsh.');
      list.element.append(news);
      expect(news.checkVisibility()).to.be.true;
      const {bottom} = news.getBoundingClientRect();
      expect(bottom).to.be.below(list.rows[0]!.getBoundingClientRect().top + 1);
    });

    it('shows other words to a customer without tickets, in place of ours', async () => {
      const list = await ListHarness.open(createBrowserDesk({seed: 'empty'}), {untilReady: false});
      const welcome = slotted('empty', 'Welcome to Saltmarsh Fibre.');
      list.element.append(welcome);
      await list.until(() => welcome.checkVisibility());
      expect(list.text).not.to.contain(en['list.empty']);
    });

    it('does not show those to a customer with tickets', async () => {
      const list = await ListHarness.open(desk);
      const welcome = slotted('empty', 'Welcome to Saltmarsh Fibre.');
      list.element.append(welcome);
      expect(welcome.checkVisibility()).to.be.false;
    });

    it('shows another way to be reached while the tickets cannot be had, and only then', async () => {
      desk.faults.set({path: '/customer/tickets', times: Infinity}, faultKinds.html);
      const list = await ListHarness.open(desk);
      const telephone = slotted('fallback', 'Call us: 0800 123');
      list.element.append(telephone);
      expect(telephone.checkVisibility()).to.be.true;
      desk.faults.clear();
      await list.press(en['error.retry']);
      await list.until(() => list.rows.length > 0);
      expect(telephone.checkVisibility()).to.be.false;
    });
  });
});
