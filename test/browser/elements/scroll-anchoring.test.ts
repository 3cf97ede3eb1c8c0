import {expect, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ListHarness} from '../../support/list-harness.js';
import {refocusWindowUntil} from '../../support/window-focus.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';

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

    it('keeps the list in place when a ticket is added on top', async () => {
      const list = await ListHarness.mount(desk);
      const {length: before} = list.rows;
      const moved = await movementOf(list.rows[7]!, async () => {
        await openTicket('Opened on the phone');
        await refocusWindowUntil(list, () => list.rows.length === before + 1);
      });
      expect(moved).to.be.below(1);
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

    it('keeps a reply in place when the header of the thread grows', async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      const {length: before} = thread.replies;
      const moved = await movementOf(thread.replies[1]!.element, async () => {
        await desk.staff.reply(seededTicketId(slug), 'A line.\n'.repeat(12));
        await desk.staff.setStatus(seededTicketId(slug), 'waiting_on_customer');
        await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
      });
      expect(moved).to.be.below(1);
    });
  });
}
