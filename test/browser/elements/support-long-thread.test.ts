import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ar} from '../../../src/i18n/locales/ar.js';
import {en} from '../../../src/i18n/locales/en.js';
import {registerLocale} from '../../../src/i18n/registry.js';
import {requires} from '../../support/capabilities.js';
import {createTicket, fetchTickets} from '../../support/desk-api.js';
import {pressKeys} from '../../support/keyboard.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {PageBars} from '../../support/page-bars.js';
import {getByRole} from '../../support/role-queries.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const ticketCount = 60;
const barHeight = 56;
const viewports = {narrow: {width: 360, height: 740}, wide: {width: 1280, height: 800}} as const;

/** Resolved, with 46 replies that the customer has read. */
const slug = 'line-drops';

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

for (const [width, viewport] of Object.entries(viewports)) {
  describe(`<isp-support> with a ticket of 46 replies among 60 tickets, ${viewport.width} × ${viewport.height}`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;
    let bars: PageBars;

    before(async () => {
      registerLocale('ar', ar);
      await setViewport(viewport);
    });

    beforeEach(async () => {
      bars = new PageBars(barHeight);
      desk = createBrowserDesk();
      const {length: seeded} = await fetchTickets(desk);
      for (let number = seeded + 1; number <= ticketCount; number++) {
        await createTicket(desk, {subject: `Problem ${number}`, description: 'The connection drops.'});
      }
      support = await SupportHarness.mount(desk, {width: width as 'narrow' | 'wide'});
      support.element.parentElement!.style.width = '100%';
    });

    afterEach(() => {
      bars.remove();
      scrollTo(0, 0);
    });

    /** Waits until nothing is loading and nothing moves. */
    async function settle(): Promise<void> {
      await waitForNetworkIdle(desk);
      for (let frames = 0; frames < 20; frames++) await nextFrame();
    }

    async function open(opened = slug): Promise<void> {
      await support.openSeededTicket(opened);
      await settle();
    }

    function expectInView(element: Element): void {
      const {top, bottom} = boxOf(element);
      expect(top).to.be.at.least(barHeight);
      expect(bottom).to.be.at.most(innerHeight - barHeight);
    }

    const lastMessage = (): HTMLElement => support.thread.lastMessage.element;

    describe('after Send', () => {
      const shortReply = 'It dropped again.';
      const longReply = 'It dropped again.\n'.repeat(8);

      for (const [name, text, send] of [
        ['a short reply', shortReply, () => support.thread.pressSend()],
        ['a reply of eight lines', longReply, () => support.thread.pressSend()],
        ['a reply from the keyboard', shortReply, () => pressKeys('Control+Enter')],
      ] as const) {
        it(`shows the focused reply box and the reply, clear of the bars of the page: ${name}`, async () => {
          await open();
          await support.thread.typeReply(text);
          await settle();
          await send();
          await support.waitUntil(() => support.thread.lastMessage.text.trim() === text.trim());
          await settle();
          expect(support.focusedElement === support.thread.replyBox).to.be.true;
          expectInView(support.thread.replyBox);
          expectInView(support.thread.button(en['composer.send']));
          expectInView(lastMessage());
        });
      }

      it('shows the focused reply box and the end of a reply that is longer than the view', async () => {
        await open();
        await support.thread.typeReply('It dropped again.\n'.repeat(60));
        await support.thread.pressSend();
        await support.waitUntil(() => support.thread.lastMessage.text.startsWith('It dropped'));
        await settle();
        expectInView(support.thread.replyBox);
        expect(boxOf(lastMessage()).bottom).to.be.within(barHeight + 48, boxOf(support.thread.replyBox).top);
      });

      it('shows the reply above the reply box of an app', async () => {
        support.element.layout = 'app';
        await open();
        await support.thread.typeReply(shortReply);
        await support.thread.pressSend();
        await support.waitUntil(() => support.thread.lastMessage.text === shortReply);
        await settle();
        expectInView(lastMessage());
        const form = support.thread.element.renderRoot.querySelector('.composer')!;
        expect(boxOf(lastMessage()).bottom).to.be.at.most(boxOf(form).top);
      });

      it('shows a reply that cannot be sent yet, below the date of its day', async () => {
        if (width === 'narrow') requires('room above the reply box');
        desk.faults.set({method: 'POST', times: Infinity}, faultKinds.dropRequest);
        await open();
        const days = support.thread.daySeparators;
        await support.thread.typeReply(shortReply);
        await support.thread.pressSend();
        await support.waitUntil(() => support.thread.hasButton(en['unsent.discard']));
        await settle();
        expectInView(support.thread.replyBox);
        expectInView(lastMessage());
        const today = new Intl.DateTimeFormat('en', {dateStyle: 'full'}).format(new Date());
        expect(support.thread.daySeparators).to.eql([...days, today]);
      });
    });

    describe('after a reply that reopens the ticket', () => {
      const reopened = en['thread.reopened'];

      it('says so once, and shows it near the reply while it is the newest', async () => {
        await open();
        expect(support.thread.text).not.to.include(reopened);
        const log = new ScreenReaderLog(support.element.parentElement!);
        await support.thread.sendReply('It is not.');
        await support.waitUntil(() => support.thread.status === en['status.open']);
        await settle();
        const said = log.readAnnouncements().filter(text => [reopened, en['composer.sent']].includes(text as never));
        expect(said).to.eql([reopened]);
        const line = [...support.thread.element.renderRoot.querySelectorAll('p')].find(
          ({textContent}) => textContent?.trim() === reopened,
        )!;
        expectInView(line);
        expect(boxOf(line).top).to.be.at.least(boxOf(lastMessage()).bottom);
      });

      it('says only that the reply was sent if the ticket was open', async () => {
        await open('evening-slowdown');
        const log = new ScreenReaderLog(support.element.parentElement!);
        await support.thread.sendReply('Still slow.');
        await support.waitUntil(() => support.thread.lastAnnouncement !== '');
        await settle();
        expect(log.readAnnouncements()).to.include(en['composer.sent']).and.not.to.include(reopened);
        expect(support.thread.text).not.to.include(reopened);
      });
    });

    describe('on the way through it', () => {
      const visible = (name: string): boolean => support.thread.hasButton(name);
      const isFar = (): boolean => visible(en['thread.newest']);

      it('leads to the reply box with one press from its beginning, clear of the bars of the page', async () => {
        await open();
        const before = boxOf(support.thread.replyBox).top;
        await support.thread.pressButton(en['thread.reply']);
        await settle();
        expect(support.focusedElement === support.thread.replyBox).to.be.true;
        expectInView(support.thread.replyBox);
        expectInView(support.thread.button(en['composer.send']));
        console.info(`${viewport.width} px: the reply box was ${Math.round(before - innerHeight)} px below the view`);
      });

      it('has the buttons while the reply box is far, within the view and above the bars of the page', async () => {
        await open();
        await support.waitUntil(isFar);
        expectInView(support.thread.button(en['thread.newest']));
        expectInView(support.thread.button(en['thread.reply']));
        lastMessage().scrollIntoView({block: 'center'});
        await support.waitUntil(() => !isFar());
        expect(visible(en['thread.reply'])).to.be.false;
        support.thread.messages[3]!.element.scrollIntoView();
        await support.waitUntil(isFar);
        expectInView(support.thread.button(en['thread.reply']));
      });

      it('keeps subject and number in view below its heading, which is there without them at first', async () => {
        await open();
        const bar = support.thread.element.renderRoot.querySelector('.thread-bar')!;
        expect(visible(en['thread.first'])).to.be.false;
        expect(bar.checkVisibility({visibilityProperty: true})).to.be.false;
        support.thread.messages[5]!.element.scrollIntoView();
        await support.waitUntil(() => visible(en['thread.first']));
        expect(boxOf(bar).top).to.be.closeTo(barHeight, 1);
        expect(bar.textContent).to.include(support.thread.heading.textContent!.trim());
        expect(bar.textContent).to.include(support.thread.ticketNumber);
        expect(boxOf(bar).width).to.be.at.most(boxOf(support.thread.element).width);
      });

      it('leads to the first and to the newest message with one press, each with the focus', async () => {
        await open();
        await support.thread.pressButton(en['thread.newest']);
        await settle();
        expect(support.focusedElement === lastMessage()).to.be.true;
        expect(boxOf(lastMessage()).top).to.be.within(barHeight, innerHeight - barHeight);
        await support.thread.pressButton(en['thread.first']);
        await settle();
        const first = support.thread.messages[0]!.element;
        expect(support.focusedElement === first).to.be.true;
        expectInView(first);
      });

      it('does not move anything when buttons and heading come and go', async () => {
        let shift = 0;
        const observer = new PerformanceObserver(list => {
          for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & {value: number}).value;
        });
        await open();
        const visit = async (index: number): Promise<void> => {
          support.thread.messages[index]!.element.scrollIntoView({block: 'center'});
          await settle();
        };
        // Messages get their height when they are seen first.
        for (let index = 0; index <= 20; index++) await visit(index);
        observer.observe({type: 'layout-shift'});
        for (const index of [4, 20, 10, 0]) await visit(index);
        observer.disconnect();
        expect(shift).to.be.at.most(0.01);
      });

      it('shows a focused button or link clear of them', async () => {
        await desk.staff.reply(seededTicketId(slug), 'See https://example.com/status\n'.repeat(80));
        await open();
        const links = [...support.thread.lastMessage.element.querySelectorAll('a')];
        links[0]!.scrollIntoView({block: 'center'});
        await settle();
        for (const link of [...links.slice(0, 40), ...links.slice(0, 40).reverse()]) {
          link.focus();
          await nextFrame();
          const {left, right, top, bottom} = boxOf(link);
          for (const y of [top + 2, bottom - 2]) {
            const found = support.thread.element.shadowRoot!.elementFromPoint((left + right) / 2, y);
            expect(found === link, `${link.textContent} at ${top} is covered by ${found?.className}`).to.be.true;
          }
        }
      });

      it('keeps the focus on a button of them that is out of place', async () => {
        await open();
        await support.waitUntil(isFar);
        support.thread.button(en['thread.newest']).focus();
        lastMessage().scrollIntoView({block: 'center'});
        await settle();
        expect(isFar()).to.be.true;
        support.thread.replyBox.focus();
        await support.waitUntil(() => !isFar());
      });

      it('has no such buttons for a ticket that is not longer than the view', async () => {
        support.element.ticketId = (await fetchTickets(desk))[0]!.id;
        await support.waitUntilShown('ticket');
        await settle();
        for (const key of ['first', 'newest', 'reply'] as const) expect(visible(en[`thread.${key}`])).to.be.false;
      });

      it('has no reply button for a ticket that takes no more replies', async () => {
        await desk.staff.setAcceptsReplies(seededTicketId(slug), false);
        await open();
        await support.waitUntil(isFar);
        expect(visible(en['thread.reply'])).to.be.false;
      });

      it('covers nothing of a low view', async () => {
        requires('media queries after a resize');
        await setViewport({width: viewport.width, height: 400});
        await open();
        support.thread.messages[5]!.element.scrollIntoView();
        await settle();
        for (const key of ['first', 'newest', 'reply'] as const) expect(visible(en[`thread.${key}`])).to.be.false;
        await setViewport(viewport);
      });

      it('has them at the other side from right to left', async () => {
        support.element.locale = 'ar';
        await open();
        const buttons = support.thread.element.renderRoot.querySelector('.thread-ends')!;
        const {left, right} = boxOf(support.thread.element.renderRoot.querySelector('.thread')!);
        await support.waitUntil(() => Math.abs(boxOf(buttons).left - left) <= 1);
        expect(boxOf(buttons).right).to.be.below(right);
      });

      it('has the buttons above the reply box of an app', async () => {
        support.element.layout = 'app';
        await open();
        await support.waitUntil(isFar);
        const {bottom} = boxOf(support.thread.button(en['thread.newest']));
        const form = support.thread.element.renderRoot.querySelector('.composer')!;
        expect(bottom).to.be.at.most(boxOf(form).top);
        await support.thread.pressButton(en['thread.newest']);
        await settle();
        expect(boxOf(lastMessage()).top).to.be.within(barHeight, boxOf(form).top);
      });
    });

    it('leads from the band of a ticket that waits for the customer to the reply box', async () => {
      await desk.staff.setStatus(seededTicketId(slug), 'pending');
      await open();
      const band = support.thread.element.renderRoot.querySelector('.turn')!;
      getByRole(band, 'button', en['thread.reply']).click();
      await settle();
      expect(support.focusedElement === support.thread.replyBox).to.be.true;
      expectInView(support.thread.button(en['composer.send']));
    });
  });
}
