import {expect, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ListHarness} from '../../support/list-harness.js';
import {refocusWindowUntil} from '../../support/window-focus.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';

/** Engines that keep what is read in place by themselves, and Safari, which does not. */
const engines = {'by itself': 'auto', 'not by itself': 'none'};

for (const [name, anchoring] of Object.entries(engines)) {
  describe(`what is being read, where the browser keeps it in place ${name}`, () => {
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

    /** Brings something to the middle of the page, and says how far it moves by then. */
    async function movementOf(read: HTMLElement, act: () => Promise<void>): Promise<number> {
      read.scrollIntoView({block: 'center'});
      // What comes into view takes its own height first.
      for (let frames = 0; frames < 4; frames++) await nextFrame();
      const {top} = read.getBoundingClientRect();
      await act();
      await waitForNetworkIdle(desk);
      return Math.abs(read.getBoundingClientRect().top - top);
    }

    it('stays where it is in the list when a ticket comes on top', async () => {
      const list = await ListHarness.mount(desk);
      const {length: before} = list.rows;
      const moved = await movementOf(list.rows[7]!, async () => {
        await openTicket('Opened on the phone');
        await refocusWindowUntil(list, () => list.rows.length === before + 1);
      });
      expect(moved).to.be.below(1);
    });

    it('is what is new for who looks at the top of the list', async () => {
      const list = await ListHarness.mount(desk);
      list.element.scrollIntoView();
      const before = scrollY;
      await openTicket('Opened on the phone');
      await refocusWindowUntil(list, () => list.subjects[0] === 'Opened on the phone');
      await waitForNetworkIdle(desk);
      expect(scrollY).to.equal(before);
    });

    it('stays where it is in a thread when its beginning takes more room', async () => {
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
