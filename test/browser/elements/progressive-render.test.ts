import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent} from '../../../src/contract/session-events.js';
import {deferred} from '../../support/deferred.js';
import {layoutShiftDuring} from '../../support/layout-shift.js';
import {mount} from '../../support/mount.js';
import {nextEvent} from '../../support/next-event.js';
import {stubBackend} from '../../support/stub-backend.js';
import {detail, ticketPage} from '../../support/ticket-fixtures.js';

const ids = Array.from({length: 60}, (_, index) => `i${index}`).join(' ');

/** The number of matching elements at the first mutation that adds any, and when the element is ready. */
async function drawn(element: HTMLElement, selector: string, arrive: () => void): Promise<[number, number]> {
  const root = element.shadowRoot!;
  const count = (): number => root.querySelectorAll(selector).length;
  const first = new Promise<number>(resolve => {
    const observer = new MutationObserver(() => {
      if (count() === 0) return;
      observer.disconnect();
      resolve(count());
    });
    observer.observe(root, {childList: true, subtree: true});
  });
  const ready = nextEvent(element, ReadyEvent);
  arrive();
  await ready;
  return [await first, count()];
}

describe('progressive rendering', () => {
  it('renders the first screen of a list first, then all rows', async () => {
    const page = deferred<ReturnType<typeof ticketPage>>();
    const backend = stubBackend({listTickets: () => page.promise});
    const list = await mount('isp-ticket-list', createBrowserDesk(), {properties: {backend}, waitForReady: false});
    const [first, all] = await drawn(list, '.row', () => page.resolve(ticketPage(ids)));
    expect(first).to.be.within(1, 59);
    expect(all).to.equal(60);
  });

  const thread = async (unreadCount: number): Promise<{first: number; all: number; isMarked: boolean}> => {
    const answer = deferred<ReturnType<typeof detail>>();
    const backend = stubBackend({getTicket: () => answer.promise});
    const options = {properties: {backend, ticketId: 'a'}, waitForReady: false};
    const element = await mount('isp-ticket-thread', createBrowserDesk(), options);
    const known = detail('a', ids);
    const [first, all] = await drawn(element, '.reply', () =>
      answer.resolve({...known, ticket: {...known.ticket, unreadCount}}),
    );
    return {first, all, isMarked: element.shadowRoot!.querySelector('.new-line') !== null};
  };

  it('renders the first screen of a thread first, then all replies', async () => {
    const {first, all, isMarked} = await thread(0);
    expect(first).to.be.within(1, 59);
    expect(all).to.equal(60);
    expect(isMarked).to.be.false;
  });

  for (const count of [14, 20, 60]) {
    it(`moves nothing when the rest of ${count} replies follows the first screen`, async () => {
      const message = 'The line is slow every evening.\n'.repeat(9);
      const known = detail('a', ids);
      const replies = known.replies.slice(0, count).map(each => ({...each, message}));
      const answer = deferred<ReturnType<typeof detail>>();
      const backend = stubBackend({getTicket: () => answer.promise});
      const options = {properties: {backend, ticketId: 'a'}, waitForReady: false};
      const element = await mount('isp-ticket-thread', createBrowserDesk(), options);
      const shift = await layoutShiftDuring(() => drawn(element, '.reply', () => answer.resolve({...known, replies})));
      expect(shift).to.be.at.most(0.01);
    });
  }

  it('renders a thread with unread replies at once, because it scrolls to them', async () => {
    expect(await thread(1)).to.eql({first: 60, all: 60, isMarked: true});
  });
});
