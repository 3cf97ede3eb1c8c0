import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createFullDesk} from '../../support/full-desk.js';
import {pressKeys} from '../../support/keyboard.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {PageBars} from '../../support/page-bars.js';
import {getByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const barHeight = 56;
/** Resolved, with 46 replies. */
const ticketId = seededTicketId('line-drops');

for (const width of [360, 1280]) {
  describe(`<isp-support> between the bars of a page, ${width} px wide`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;
    let bars: PageBars;

    beforeEach(async () => {
      await setViewport({width, height: 740});
      bars = new PageBars(barHeight);
      desk = await createFullDesk();
    });

    afterEach(() => {
      bars.remove();
      scrollTo(0, 0);
    });

    async function open(properties: object = {}): Promise<void> {
      support = await SupportHarness.mount(desk, {properties});
      support.element.parentElement!.style.width = '100%';
      await settle();
    }

    /** Waits until nothing is loading and nothing moves. */
    async function settle(): Promise<void> {
      await waitForNetworkIdle(desk);
      for (let frames = 0; frames < 20; frames++) await nextFrame();
    }

    const topOfUnread = (): number => support.thread.firstUnreadMessage!.element.getBoundingClientRect().top;

    describe('that opens with a ticket', () => {
      it('shows the first unread reply, and leaves the focus where it is', async () => {
        await desk.staff.reply(ticketId, 'We have replaced the socket.');
        await open({ticketId});
        expect(topOfUnread()).to.be.within(barHeight, innerHeight - barHeight);
        expect(document.activeElement === document.body).to.be.true;
      });

      it('does not scroll if there is nothing unread', async () => {
        await open({ticketId});
        expect(scrollY).to.equal(0);
      });

      it('does not scroll while the customer is in a field of the page', async () => {
        await desk.staff.reply(ticketId, 'We have replaced the socket.');
        const field = document.createElement('input');
        bars.element.append(field);
        field.focus();
        await open({ticketId});
        expect(scrollY).to.equal(0);
        expect(document.activeElement === field).to.be.true;
      });

      it('does not scroll if the page has been scrolled', async () => {
        await desk.staff.reply(ticketId, 'We have replaced the socket.');
        bars.element.style.blockSize = '2000px';
        scrollTo(0, 300);
        await open({ticketId});
        expect(scrollY).to.equal(300);
      });
    });

    const ways = width === 360 ? [] : ['that opens with a ticket', 'in which a ticket is opened'];
    for (const [index, way] of ways.entries()) {
      it(`keeps the list beside the ticket clear of the bars of a page ${way}`, async () => {
        await open(index === 0 ? {ticketId} : {});
        if (index > 0) support.element.showTicket(ticketId);
        await support.waitUntilShown('ticket');
        await settle();
        scrollTo(0, 900);
        await settle();
        const {top, bottom} = support.list.element.getBoundingClientRect();
        expect(top).to.be.closeTo(barHeight, 1);
        expect(bottom).to.be.at.most(innerHeight - barHeight + 1);
      });
    }

    /** Moves the focus to each of the next controls, and checks that none is covered. */
    async function expectVisibleFocus(key: 'Tab' | 'Shift+Tab', count: number): Promise<void> {
      for (let presses = 0; presses < count; presses++) {
        await pressKeys(key);
        await nextFrame();
        const control = support.focusedElement!;
        const {top, bottom} = (control.closest('.row') ?? control).getBoundingClientRect();
        expect(top, control.textContent!).to.be.at.least(barHeight);
        expect(bottom, control.textContent!).to.be.at.most(innerHeight - barHeight);
      }
    }

    it('shows each ticket that the Tab key reaches, clear of the bars', async () => {
      await open();
      support.list.rows[0]!.querySelector<HTMLElement>('.row-open')!.focus();
      await expectVisibleFocus('Tab', 14);
      await expectVisibleFocus('Shift+Tab', 14);
    });

    it('shows each control of the form that the Tab key reaches, clear of the bars', async () => {
      await open();
      await support.openNewTicketForm();
      await settle();
      const {form} = support;
      // Below the bar at the lower edge, where the browser takes it for visible.
      form.button(en['form.create']).scrollIntoView({block: 'end'});
      form.descriptionInput.focus({preventScroll: true});
      // To Create and Cancel.
      await expectVisibleFocus('Tab', 2);
    });

    it('hides the button when the customer jumps from the beginning past the end', async () => {
      document.body.style.paddingBlockEnd = '2000px';
      await open({ticketId});
      const {thread} = support;
      await support.waitUntil(() => thread.hasButton(en['thread.newest']));
      scrollBy(0, thread.element.renderRoot.querySelector('.end')!.getBoundingClientRect().top + 20);
      await support.waitUntil(() => !thread.hasButton(en['thread.newest']));
    });

    it('never shows half of the button that leads to the reply box', async () => {
      await open({ticketId});
      const thread = support.thread.element;
      const end = thread.renderRoot.querySelector('.end')!;
      for (let distance = -40; distance < 240; distance += 8) {
        scrollBy(0, end.getBoundingClientRect().top - (innerHeight - distance));
        for (let frames = 0; frames < 4; frames++) await nextFrame();
        if (!support.thread.hasButton(en['thread.newest'])) continue;
        const button = getByRole(thread, 'button', en['thread.newest']);
        const {left, right, bottom} = button.getBoundingClientRect();
        const found = thread.shadowRoot!.elementFromPoint((left + right) / 2, bottom - 4);
        expect(found === button, `covered at ${distance}`).to.be.true;
      }
    });
  });
}
