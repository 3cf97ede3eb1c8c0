import {expect} from '@open-wc/testing';

import '../../../src/define/isp-reply-banner.js';
import {TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {clickNavigates} from '../../support/click-navigates.js';
import {pressKeys} from '../../support/keyboard.js';
import {nextEvent} from '../../support/next-event.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';

const ticketId = seededTicketId('evening-slowdown');

describe('<isp-reply-banner> ticket links', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('dispatch isp-ticket-select', async () => {
    const banner = await BannerHarness.mount(desk);
    const selected = nextEvent(banner.element.parentElement!, TicketSelectEvent);
    banner.ticketControl('Slow speeds').click();
    expect(await selected).to.include({ticketId, bubbles: true, composed: true, cancelable: true});
  });

  it('have an href when ticket-url is set, which the browser follows', async () => {
    const banner = await BannerHarness.mount(desk, {properties: {ticketUrl: '/customer/tickets/{id}'}});
    expect(banner.ticketControl('Slow speeds')).to.have.attribute('href', `/customer/tickets/${ticketId}`);
    expect(clickNavigates(banner.ticketControl('Slow speeds'))).to.be.true;
  });

  it('are not followed when the page cancels isp-ticket-select', async () => {
    const banner = await BannerHarness.mount(desk, {properties: {ticketUrl: '/customer/tickets/{id}'}});
    banner.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
    expect(clickNavigates(banner.ticketControl('Slow speeds'))).to.be.false;
  });

  for (const ticketUrl of ['', '#{id}']) {
    it(`can be operated by keyboard${ticketUrl ? ' when ticket-url is set' : ''}`, async () => {
      const banner = await BannerHarness.mount(desk, {properties: {ticketUrl}});
      const before = document.createElement('button');
      banner.element.before(before);
      before.focus();
      const reached: (Element | null)[] = [];
      for (const way of banner.ticketControls) {
        await pressKeys('Tab');
        reached.push(banner.focusedElement === way ? way : null);
      }
      expect(reached).to.eql(banner.ticketControls);
      banner.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
      const selected = nextEvent(banner.element, TicketSelectEvent);
      await pressKeys('Enter');
      expect([ticketId, seededTicketId('wifi-bedroom')]).to.include((await selected).ticketId);
    });
  }

  it('use the page’s messages', async () => {
    const messages = {
      'banner.unread': {one: 'Eine Antwort', other: '{count} Antworten'},
      'banner.readOf': 'Lesen: {subject}',
    };
    const banner = await BannerHarness.mount(desk, {properties: {messages, locale: 'de'}});
    expect(banner.message).to.equal('3 Antworten');
    expect(banner.ticketControlNames).to.include('Lesen: Slow speeds in the evening');
  });

  it('are at least 24 px high', async () => {
    const banner = await BannerHarness.mount(desk);
    expect(banner.ticketControls).not.to.be.empty;
    for (const control of banner.ticketControls) expect(control.offsetHeight).to.be.at.least(24);
  });

  it('do not overflow a container of 320 px', async () => {
    const banner = await BannerHarness.mount(desk, {waitForReady: false});
    banner.element.parentElement!.style.inlineSize = '320px';
    await desk.staff.reply(seededTicketId('long-words'), 'Is it well?');
    await banner.waitUntil(() => banner.message !== '');
    await banner.element.refresh();
    await banner.waitUntil(() => banner.ticketControlNames.some(name => name.includes('office-gateway')));
    expect(banner.element.scrollWidth).to.be.at.most(320);
  });
});

describe('<isp-reply-banner> passes axe in light and dark', () => {
  for (const [name, options] of Object.entries({
    'with several unread replies': {},
    'with one unread reply': {username: 'harbour.view'},
    'with links': {properties: {ticketUrl: '#{id}'}},
    'when no customer is signed in': {username: null},
  })) {
    it(name, async () => {
      const banner = await BannerHarness.mount(createBrowserDesk(), options);
      await expectAccessibleInBothSchemes(banner);
    });
  }

  it('when nothing is unread', async () => {
    const banner = await BannerHarness.mount(createBrowserDesk({seed: 'empty'}));
    await expectAccessibleInBothSchemes(banner);
  });
});
