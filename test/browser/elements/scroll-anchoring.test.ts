import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {ListHarness} from '../../support/list-harness.js';
import {refocusWindowUntil} from '../../support/window-focus.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {setViewport} from '../../support/viewport.js';

const slug = 'evening-slowdown';

/** Engines with native scroll anchoring, and Safari, which has none. */
const engines = {'with native support': 'auto', 'without native support': 'none'};

for (const [name, anchoring] of Object.entries(engines)) {
  describe(`scroll anchoring ${name}`, () => {
    let desk: BrowserDesk;

    before(async () => {
      document.documentElement.style.setProperty('overflow-anchor', anchoring);
      await setViewport({width: 390, height: 600});
    });

    after(async () => {
      document.documentElement.style.removeProperty('overflow-anchor');
      await setViewport({width: 800, height: 600});
    });

    beforeEach(() => {
      desk = createBrowserDesk();
    });

    async function openTicket(subject: string): Promise<void> {
      const answer = await desk.fetch('/api/customer/tickets', {
        method: 'POST',
        headers: {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'},
        body: JSON.stringify({subject, description: 'From my phone.'}),
      });
      expect(answer.status).to.equal(201);
    }

    /** Scrolls an element to the middle of the viewport and returns how far an action moves it. */
    async function movementOf(element: HTMLElement, action: () => Promise<void>): Promise<number> {
      element.scrollIntoView({block: 'center'});
      // `content-visibility` replaces estimated heights when rows come into view.
      for (let frames = 0; frames < 4; frames++) await nextFrame();
      const {top} = element.getBoundingClientRect();
      await action();
      await waitForNetworkIdle(desk);
      return Math.abs(element.getBoundingClientRect().top - top);
    }

    /** The server fails, and answers again, while what is on screen stays. */
    async function failAndRecover(harness: ListHarness | ThreadHarness): Promise<void> {
      desk.faults.set({method: 'GET', times: Infinity}, faultKinds.answer(503));
      await refocusWindowUntil(harness, () => harness.text.includes(en['error.stale']));
      desk.faults.clear();
      dispatchEvent(new Event('online'));
      await harness.waitUntil(() => !harness.text.includes(en['error.stale']));
    }

    it('keeps the list in place when a ticket is added on top', async () => {
      const list = await ListHarness.mount(desk);
      const {length: before} = list.rows;
      const moved = await movementOf(list.rows[7]!, async () => {
        await openTicket('Opened on the phone');
        await refocusWindowUntil(list, () => list.rows.length === before + 1);
      });
      expect(moved).to.be.at.most(1);
    });

    it('does not scroll when the top of the list is visible', async () => {
      const list = await ListHarness.mount(desk);
      list.element.scrollIntoView();
      const before = scrollY;
      await openTicket('Opened on the phone');
      await refocusWindowUntil(list, () => list.subjects[0] === 'Opened on the phone');
      await waitForNetworkIdle(desk);
      expect(scrollY).to.equal(before);
    });

    it('keeps the list in place when the notice of a failure comes and goes', async () => {
      const list = await ListHarness.mount(desk);
      list.element.parentElement!.style.paddingBlockEnd = '1000px';
      const moved = await movementOf(list.rows[7]!, () => failAndRecover(list));
      expect(moved).to.be.at.most(1);
    });

    it('keeps a reply in place when the notice of a failure comes and goes', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      const moved = await movementOf(thread.replies[1]!.element, () => failAndRecover(thread));
      expect(moved).to.be.at.most(1);
    });

    it('has the text of each row ready before it is scrolled to', async () => {
      const list = await ListHarness.mount(desk);
      scrollTo(0, 0);
      await nextFrame();
      expect(list.rows).not.to.be.empty;
      for (const row of list.rows) {
        const range = document.createRange();
        range.selectNodeContents(row);
        expect(
          [...range.getClientRects()].some(({height}) => height > 0),
          row.textContent,
        ).to.be.true;
      }
    });

    it('keeps a reply in place when the header of the thread grows', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      const {length: before} = thread.replies;
      const moved = await movementOf(thread.replies[1]!.element, async () => {
        await desk.staff.reply(seededTicketId(slug), 'A line.\n'.repeat(12));
        await desk.staff.setStatus(seededTicketId(slug), 'waiting_on_customer');
        await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
      });
      expect(moved).to.be.at.most(1);
    });
  });
}
