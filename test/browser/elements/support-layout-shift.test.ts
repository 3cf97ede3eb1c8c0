import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {addReply, createTicket, fetchTickets} from '../../support/desk-api.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const ticketCount = 60;
const limit = 0.01;
const viewports = {narrow: {width: 360, height: 740}, wide: {width: 1280, height: 800}} as const;

/** In progress, with replies of several days. */
const slug = 'evening-slowdown';

const texts = {
  'of a line': 'It works again.',
  'of three lines': 'We have replaced the cable.\n'.repeat(3),
  'longer than the view': 'We have replaced the cable.\n'.repeat(60),
};

const topOf = (element: Element): number => element.getBoundingClientRect().top;

for (const [width, viewport] of Object.entries(viewports)) {
  describe(`Layout shift of <isp-support>, ${viewport.width} × ${viewport.height}`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;

    beforeEach(async () => {
      await setViewport(viewport);
      desk = createBrowserDesk();
    });

    afterEach(() => scrollTo(0, 0));

    after(() => setViewport({width: 800, height: 600}));

    async function fill(): Promise<void> {
      const {length: seeded} = await fetchTickets(desk);
      for (let number = seeded + 1; number <= ticketCount; number++) {
        await createTicket(desk, {subject: `Problem ${number}`, description: 'The connection drops.'});
      }
    }

    async function mount(waitForReady = true): Promise<void> {
      support = await SupportHarness.mount(desk, {width: width as 'narrow' | 'wide', waitForReady});
      support.element.parentElement!.style.width = '100%';
    }

    /** Waits until nothing is loading and nothing moves. */
    async function settle(): Promise<void> {
      await waitForNetworkIdle(desk);
      for (let frames = 0; frames < 20; frames++) await nextFrame();
    }

    async function settleFrames(): Promise<void> {
      for (let frames = 0; frames < 4; frames++) await nextFrame();
    }

    const lastText = (): string => support.thread.lastMessage.text.trim();

    for (const [name, username, isFull] of [
      ['60 tickets', 'lena.moreau', true],
      ['one ticket', 'tomas.reyes', false],
      ['no ticket', 'old.account', false],
    ] as const) {
      it(`does not move what follows the element while ${name} are loaded`, async () => {
        if (isFull) await fill();
        const held = faultKinds.hold();
        desk.faults.set({path: '/customer/tickets'}, held.fault);
        support = await SupportHarness.mount(desk, {width: width as 'narrow' | 'wide', waitForReady: false, username});
        const footer = document.createElement('footer');
        footer.textContent = 'Imprint';
        support.element.parentElement!.append(footer);
        await held.arrived;
        await nextFrame();
        await nextFrame();
        const shift = await layoutShiftDuring(async () => {
          held.release();
          await settle();
        });
        expect(shift).to.be.at.most(limit);
        expect(topOf(footer)).to.be.at.least(innerHeight);
      });
    }

    for (const [name, text] of Object.entries(texts)) {
      it(`moves nothing when a ticket with unread replies is opened: ${name}`, async () => {
        await fill();
        await desk.staff.reply(seededTicketId(slug), text);
        await desk.staff.reply(seededTicketId(slug), text);
        await mount();
        const held = faultKinds.hold();
        desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, held.fault);
        support.element.showTicket(seededTicketId(slug));
        await held.arrived;
        await nextFrame();
        await nextFrame();
        const shift = await layoutShiftDuring(async () => {
          held.release();
          await support.waitUntilShown('ticket');
          await settle();
        });
        expect(support.thread.text).to.include(en['thread.new']);
        expect(shift).to.be.at.most(limit);
      });

      it(`keeps the focused reply box in place when a reply arrives: ${name}`, async () => {
        const {id} = await createTicket(desk, {subject: 'No connection', description: 'Since this morning.'});
        await fill();
        await mount();
        support.element.showTicket(id);
        await support.waitUntilShown('ticket');
        support.thread.replyBox.focus();
        scrollTo(0, document.documentElement.scrollHeight);
        await settle();
        const top = topOf(support.thread.replyBox);
        await desk.staff.reply(id, text);
        const shift = await layoutShiftDuring(async () => {
          await support.element.refresh();
          await support.waitUntil(() => lastText() === text.trim());
          await settle();
        });
        expect(topOf(support.thread.replyBox)).to.be.closeTo(top, 1);
        expect(shift).to.be.at.most(limit);
      });
    }

    it('moves nothing in the list when the server has a ticket that was being sent', async () => {
      await fill();
      await mount();
      const held = faultKinds.hold();
      desk.faults.set({method: 'POST', path: '/customer/tickets'}, held.fault);
      await support.openNewTicketForm();
      await support.form.fill({subject: 'No light', description: 'Since this morning.'});
      await support.form.pressCreate();
      await held.arrived;
      await settleFrames();
      const shift = await layoutShiftDuring(async () => {
        held.release();
        await support.form.waitUntilCreated();
        await settle();
      });
      expect(shift).to.be.at.most(limit);
    });

    // Around the lengths from which replies are not laid out while they are off-screen.
    for (const count of [11, 12, 13, 14, 18, 19]) {
      it(`moves nothing when a ticket of ${count} read replies is opened`, async () => {
        const {id} = await createTicket(desk, {subject: 'No connection', description: 'Since this morning.'});
        for (let number = 1; number <= count; number++) await addReply(desk, id, 'It drops. '.repeat(1 + (number % 4)));
        await mount();
        const held = faultKinds.hold();
        desk.faults.set({path: `/customer/tickets/${id}`}, held.fault);
        support.element.showTicket(id);
        await held.arrived;
        await settleFrames();
        const shift = await layoutShiftDuring(async () => {
          held.release();
          await support.waitUntilShown('ticket');
          await settle();
        });
        expect(support.thread.messages).to.have.length(count + 1);
        expect(shift).to.be.at.most(limit);
      });
    }

    for (const [name, slugOfLong, button, linesOf] of [
      ['a page', 'line-drops', 0, undefined],
      ['all', 'line-drops', 1, undefined],
      ['a page, of the same day', slug, 0, (number: number) => 1 + (number % 7)],
      ['a page of one line each', slug, 0, () => 1],
      ['a page of twelve lines each', slug, 0, () => 12],
    ] as const) {
      it(`moves nothing when earlier replies are loaded: ${name}`, async () => {
        await fill();
        for (let number = 0; linesOf && number < 50; number++) {
          await desk.staff.reply(seededTicketId(slug), 'We are looking into it.\n'.repeat(linesOf(number)));
        }
        await desk.staff.setStatus(seededTicketId(slugOfLong), 'resolved');
        await mount();
        support.element.showTicket(seededTicketId(slugOfLong));
        await support.waitUntilShown('ticket');
        await settle();
        const pressed = support.thread.element.shadowRoot!.querySelectorAll<HTMLElement>('.earlier .button')[button]!;
        pressed.scrollIntoView({block: 'center'});
        await settle();
        const {length} = support.thread.messages;
        const held = faultKinds.hold();
        desk.faults.set({path: `/customer/tickets/${seededTicketId(slugOfLong)}/replies`}, held.fault);
        pressed.click();
        await held.arrived;
        await settleFrames();
        const first = support.thread.messages[1]!.element;
        const top = topOf(first);
        const shift = await layoutShiftDuring(async () => {
          held.release();
          await support.waitUntil(() => support.thread.messages.length > length);
          await settle();
        });
        expect(topOf(first)).to.be.closeTo(top, 1);
        expect(shift).to.be.at.most(limit);
      });
    }

    for (const [view, open] of [
      ['list', async () => support.waitUntilShown('list')],
      ['ticket', async () => support.openSeededTicket(slug)],
    ] as const) {
      for (const [name, ...faults] of [
        ['the server is down', [{path: '/customer/**', times: Infinity}, faultKinds.answer(503)]],
        ['the session has ended', [{path: '/customer/**', times: Infinity}, faultKinds.answer(401)]],
      ] as const) {
        it(`moves nothing when ${name}, and says so at the lower edge of the view: ${view}`, async () => {
          await fill();
          await mount();
          await open();
          await settle();
          const line = (): HTMLElement | undefined =>
            [support.element, support.list.element, ...(view === 'ticket' ? [support.thread.element] : [])]
              .map(({shadowRoot}) => shadowRoot!.querySelector<HTMLElement>('.status-line'))
              .filter(found => found?.checkVisibility())
              .at(-1) ?? undefined;
          const shift = await layoutShiftDuring(async () => {
            for (const [at, fault] of faults) desk.faults.set(at, fault);
            await support.element.refresh();
            await support.waitUntil(() => line() !== undefined);
            await settle();
          });
          expect(shift).to.be.at.most(limit);
          const {top, bottom} = line()!.getBoundingClientRect();
          expect(top).to.be.above(innerHeight / 2);
          expect(bottom).to.be.at.most(innerHeight);
          expect(line()!.textContent).to.include(en['error.retry']);
          await support.expectAccessible();
          const shiftBack = await layoutShiftDuring(async () => {
            desk.faults.clear();
            await support.element.refresh();
            await settle();
          });
          expect(shiftBack).to.be.at.most(limit);
        });
      }
    }
  });
}
