import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {createFullDesk} from '../../support/full-desk.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {ListHarness} from '../../support/list-harness.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {findOverflow} from '../../support/overflow.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const path = '/customer/ticket-updates';

/** A server with this many unread replies, each to a ticket of its own. */
const unread = (total: number) =>
  rewriteResponse<object>(updates => ({
    ...updates,
    unread: total,
    tickets: Array.from({length: total}, (_, index) => ({
      id: `t${index}`,
      subject: `Slow speeds in the evening, and no connection in the bedroom ${index}`,
      ticket_number: `TKT-2026-10${index}`,
      unread_count: 1,
    })),
  }));

const texts = Array.from({length: 12}, (_, index) => `Paragraph ${index} of the page. `.repeat(12));

describe('The place of <isp-reply-banner>', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => setViewport({width: 800, height: 600}));

  /** Mounts a banner at the top of a page with text, without waiting for its data. */
  async function mountOnPage(): Promise<{banner: BannerHarness; page: HTMLElement}> {
    const banner = await BannerHarness.mount(desk, {waitForReady: false});
    const page = banner.element.parentElement!;
    page.append(...texts.map(text => Object.assign(document.createElement('p'), {textContent: text})));
    return {banner, page};
  }

  async function settle(): Promise<void> {
    await waitForNetworkIdle(desk);
    for (let frames = 0; frames < 4; frames++) await nextFrame();
  }

  for (const width of [360, 768, 1280]) {
    describe(`in a view of ${width} px`, () => {
      beforeEach(() => setViewport({width, height: 740}));

      for (const total of [1, 60]) {
        it(`shifts nothing when ${total} unread replies are there at once`, async () => {
          desk.faults.set({path}, unread(total));
          const shift = await layoutShiftDuring(async () => {
            const {banner} = await mountOnPage();
            await banner.waitUntil(() => banner.message !== '');
          });
          expect(shift).to.be.at.most(0.01);
        });

        it(`shifts nothing when ${total} unread replies arrive while the page is read`, async () => {
          const held = faultKinds.hold();
          desk.faults.set({path}, held.fault);
          desk.faults.set({path}, unread(total));
          const {banner, page} = await mountOnPage();
          await held.arrived;
          for (let frames = 0; frames < 10; frames++) await nextFrame();
          const {top} = page.querySelector('p')!.getBoundingClientRect();
          const shift = await layoutShiftDuring(async () => {
            held.release();
            await banner.waitUntil(() => banner.message !== '');
          });
          expect(shift).to.be.at.most(0.01);
          expect(page.querySelector('p')!.getBoundingClientRect().top).to.equal(top);
          expect(findOverflow(page)).to.eql([]);
        });
      }

      it(`has ${width === 360 ? 'two lines' : 'one line'} for 60 unread replies`, async () => {
        desk.faults.set({path}, unread(60));
        const {banner} = await mountOnPage();
        await banner.waitUntil(() => banner.message !== '');
        const {height} = banner.element.shadowRoot!.querySelector('.banner')!.getBoundingClientRect();
        expect(height).to.be.at.most(width === 360 ? 96 : 56);
        for (const control of [banner.ticketControls[0]!, banner.button(en['banner.hide'])]) {
          expect(control.getBoundingClientRect().height).to.be.at.least(44);
        }
      });

      it('shifts nothing when the customer hides it', async () => {
        const {banner} = await mountOnPage();
        await banner.waitUntil(() => banner.message !== '');
        const shift = await layoutShiftDuring(() => banner.pressButton(en['banner.hide']));
        expect(banner.message).to.equal('');
        expect(shift).to.be.at.most(0.01);
      });

      it('is drawn over the page, at the place of its tag', async () => {
        const {banner, page} = await mountOnPage();
        await banner.waitUntil(() => banner.message !== '');
        page.querySelectorAll('p').forEach(text => (text.style.position = 'relative'));
        const link = banner.ticketControls[0]!;
        const {left, top, height} = link.getBoundingClientRect();
        expect(banner.element.shadowRoot!.elementFromPoint(left + 4, top + height / 2)).to.equal(link);
      });

      it('passes axe', async () => {
        desk.faults.set({path}, unread(60));
        const banner = await BannerHarness.mount(desk);
        banner.element.style.minBlockSize = '20rem';
        await expectAccessibleInBothSchemes(banner);
      });

      it('is silent beside an <isp-support> with 60 tickets, and fires isp-unread-change all the same', async () => {
        desk = await createFullDesk();
        const totals: number[] = [];
        const onChange = ({total}: UnreadChangeEvent): unknown => totals.push(total);
        document.body.addEventListener(UnreadChangeEvent.type, onChange);
        const support = await SupportHarness.mount(desk);
        const banner = await BannerHarness.mount(desk);
        await settle();
        document.body.removeEventListener(UnreadChangeEvent.type, onChange);
        expect(totals).to.have.length(2);
        expect([banner.message, support.banner.message]).to.eql(['', '']);
        expect(banner.element.matches(':state(unread)')).to.be.false;
        await support.openSeededTicket('evening-slowdown');
        await settle();
        expect([banner.message, support.banner.message]).to.eql(['', '']);
        support.element.remove();
        await banner.waitUntil(() => banner.message !== '');
      });
    });
  }

  it('takes the space that the page reserves for it', async () => {
    const {banner, page} = await mountOnPage();
    banner.element.style.minBlockSize = '4rem';
    await banner.waitUntil(() => banner.message !== '');
    const {bottom} = banner.element.getBoundingClientRect();
    expect(page.querySelector('p')!.getBoundingClientRect().top).to.be.at.least(bottom);
  });

  it('is silent beside an <isp-ticket-list> until that is removed or hidden', async () => {
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).not.to.equal('');
    const list = await ListHarness.mount(desk);
    await banner.waitUntil(() => banner.message === '');
    list.element.hidden = true;
    await banner.waitUntil(() => banner.message !== '');
    list.element.hidden = false;
    await banner.waitUntil(() => banner.message === '');
    list.element.remove();
    await banner.waitUntil(() => banner.message !== '');
  });

  it('is beside the list of another customer, and not silent', async () => {
    await ListHarness.mount(desk, {username: 'harbour.view'});
    const banner = await BannerHarness.mount(desk);
    await settle();
    expect(banner.message).not.to.equal('');
  });

  it('stays empty after Hide until there are more unread replies', async () => {
    const banner = await BannerHarness.mount(desk);
    await banner.pressButton(en['banner.hide']);
    await banner.element.refresh();
    expect(banner.message).to.equal('');
    await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
    await banner.element.refresh();
    await banner.waitUntil(() => banner.message !== '');
  });

  describe('and its name of the operator', () => {
    const named = (name: string) => rewriteResponse<object>(config => ({...config, operator_name: name}));

    it('is Support as long as no configuration is loaded, and it loads none', async () => {
      const banner = await BannerHarness.mount(desk);
      expect(banner.message).to.include(en['thread.operator']);
      expect(desk.requests.some(({path: requested}) => requested.includes('ticket-config'))).to.be.false;
    });

    it('is that of the configuration that another element has loaded', async () => {
      desk.faults.set({path: '/customer/ticket-config'}, named('Brindlemoor'));
      await mount('isp-new-ticket', desk);
      const banner = await BannerHarness.mount(desk);
      await banner.waitUntil(() => banner.message.includes('Brindlemoor'));
    });
  });
});
