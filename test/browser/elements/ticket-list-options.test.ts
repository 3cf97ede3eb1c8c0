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

  describe('messages', () => {
    it('override single messages and keep the others', async () => {
      const messages = {'list.heading': 'Your cases', 'status.open': 'Received'};
      const list = await ListHarness.mount(desk, {properties: {messages}});
      expect(list.heading.textContent?.trim()).to.equal('Your cases');
      expect(list.rowText('Red LOS light')).to.contain('Received');
      expect(list.hasButton(en['list.new'])).to.be.true;
    });

    it('can be changed at any time', async () => {
      const list = await ListHarness.mount(desk);
      list.element.messages = {'list.heading': 'Your cases'};
      await list.waitUntil(() => list.heading.textContent?.trim() === 'Your cases');
    });

    it('use the plural forms of their language', async () => {
      const messages = {
        'row.replies': {one: '{count} ответ', few: '{count} ответа', many: '{count} ответов', other: '…'},
      };
      const list = await ListHarness.mount(desk, {properties: {messages, locale: 'ru'}});
      expect(list.rowText('Slow speeds')).to.contain('3 ответа');
      expect(list.rowText('Moving house')).to.contain('1 ответ');
      expect(list.rowText('Red LOS light')).to.contain('0 ответов');
    });

    it('contain relative times in their language', async () => {
      const messages = {'row.lastReplyOperator': 'Antwort {time}'};
      const list = await ListHarness.mount(desk, {properties: {messages, locale: 'de'}});
      expect(list.visibleRowText('Slow speeds')).to.contain('Antwort vor 2 Stunden');
    });
  });

  describe('locale', () => {
    it('does not mix dates of an unsupported language into English sentences', async () => {
      const list = await ListHarness.mount(desk, {properties: {locale: 'de'}});
      expect(list.visibleRowText('Slow speeds')).to.match(/(Support|Brindlemoor Fibre) replied 2 hours ago/);
    });

    const british = /^\d+ [A-Z][a-z]+ \d{4} at \d\d:\d\d$/;

    it('determines the date format', async () => {
      const list = await ListHarness.mount(desk, {properties: {locale: 'en-GB'}});
      expect(list.lastReplyDate('Slow speeds')).to.match(british);
      list.element.locale = 'en-US';
      await list.waitUntil(() => /^[A-Z][a-z]+ \d+, \d{4} at /.test(list.lastReplyDate('Slow speeds')));
    });

    it('defaults to the lang of the page', async () => {
      const {lang} = document.documentElement;
      document.documentElement.lang = 'en-GB';
      const list = await ListHarness.mount(desk);
      document.documentElement.lang = lang;
      expect(list.lastReplyDate('Slow speeds')).to.match(british);
    });

    for (const locale of ['en_GB', 'not a language', '-', 'x-klingon']) {
      it(`does not prevent the tickets from being shown when it is ${locale}`, async () => {
        const list = await ListHarness.mount(desk, {properties: {locale}});
        expect(list.subjects).to.have.length(14);
      });
    }
  });

  describe('time-zone', () => {
    const inZone = (timeZone: string | undefined, instant: string): string =>
      new Intl.DateTimeFormat('en', {dateStyle: 'long', timeStyle: 'short', timeZone}).format(new Date(instant));
    const newfoundland = 'America/St_Johns';

    it('applies to visible times and to those that screen readers read', async () => {
      const list = await ListHarness.mount(desk, {properties: {timeZone: newfoundland, locale: 'en'}});
      const {dateTime} = list.timeElement('Slow speeds');
      const date = list.lastReplyDate('Slow speeds');
      expect(date).to.match(new RegExp(`^${inZone(newfoundland, dateTime)} GMT-[23]:30$`));
    });

    it('defaults to the zone of the device', async () => {
      const list = await ListHarness.mount(desk, {properties: {locale: 'en'}});
      const {dateTime} = list.timeElement('Slow speeds');
      const date = list.lastReplyDate('Slow speeds');
      expect(date).to.equal(inZone(undefined, dateTime));
      expect(date).not.to.equal(inZone('UTC', dateTime));
    });

    it('falls back to the zone of the device when it is unknown', async () => {
      const list = await ListHarness.mount(desk, {properties: {timeZone: 'Mars/Olympus_Mons', locale: 'en'}});
      const {dateTime} = list.timeElement('Slow speeds');
      const date = list.lastReplyDate('Slow speeds');
      expect(date).to.equal(inZone(undefined, dateTime));
    });

    it('does not change the datetime attribute, which is in UTC', async () => {
      const list = await ListHarness.mount(desk);
      expect(list.timeElement('Slow speeds').dateTime).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    });
  });

  describe('heading-level', () => {
    for (const [wanted, level] of [
      [undefined, '2'],
      ['4', '4'],
      ['0', '2'],
      ['9', '6'],
      ['many', '2'],
    ] as const) {
      it(`results in level ${level} when it is ${wanted ?? 'not set'}`, async () => {
        const list = await ListHarness.mount(desk);
        if (wanted) list.element.setAttribute('heading-level', wanted);
        await list.element.updateComplete;
        expect(list.heading).to.have.attribute('aria-level', level);
      });
    }
  });

  describe('slots', () => {
    it('header is shown above the list', async () => {
      const list = await ListHarness.mount(desk);
      const news = slotted('header', 'We are working on the fault in Saltmarsh.');
      list.element.append(news);
      expect(news.checkVisibility()).to.be.true;
      const {bottom} = news.getBoundingClientRect();
      expect(bottom).to.be.below(list.rows[0]!.getBoundingClientRect().top + 1);
    });

    it('empty replaces the built-in text when the customer has no tickets', async () => {
      const list = await ListHarness.mount(createBrowserDesk({seed: 'empty'}), {waitForReady: false});
      const welcome = slotted('empty', 'Welcome to Saltmarsh Fibre.');
      list.element.append(welcome);
      await list.waitUntil(() => welcome.checkVisibility());
      expect(list.text).not.to.contain(en['list.empty']);
    });

    it('empty is hidden when the customer has tickets', async () => {
      const list = await ListHarness.mount(desk);
      const welcome = slotted('empty', 'Welcome to Saltmarsh Fibre.');
      list.element.append(welcome);
      expect(welcome.checkVisibility()).to.be.false;
    });

    it('fallback is shown while the list cannot be loaded, and only then', async () => {
      desk.faults.set({path: '/customer/tickets', times: Infinity}, faultKinds.html);
      const list = await ListHarness.mount(desk);
      const telephone = slotted('fallback', 'Call us: 0800 123');
      list.element.append(telephone);
      expect(telephone.checkVisibility()).to.be.true;
      desk.faults.clear();
      await list.pressButton(en['error.retry']);
      await list.waitUntil(() => list.rows.length > 0);
      expect(telephone.checkVisibility()).to.be.false;
    });
  });
});
