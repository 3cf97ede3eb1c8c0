import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {elementTags} from '../../support/element-tags.js';
import {mount} from '../../support/mount.js';
import {nextTask} from '../../support/next-task.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const names = ['loading', 'failed', 'refused', 'empty', 'unread', 'list', 'ticket', 'new-ticket'];

/** The custom states that match on an element. */
const statesOf = (element: Element): string[] => names.filter(name => element.matches(`:state(${name})`));

describe(':state()', () => {
  let desk: BrowserDesk;
  const ticketId = seededTicketId('evening-slowdown');

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('loading matches until the element has loaded', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, held.fault);
    const list = await mount('isp-ticket-list', desk, {waitForReady: false});
    expect(statesOf(list)).to.eql(['loading']);
    held.release();
    await waitForNetworkIdle(desk);
    expect(statesOf(list)).to.eql([]);
  });

  it('failed matches when the element could not load', async () => {
    desk.faults.set({method: 'GET', times: Infinity}, faultKinds.html);
    expect(statesOf(await mount('isp-ticket-thread', desk, {properties: {ticketId}}))).to.eql(['failed']);
  });

  for (const tag of elementTags) {
    it(`refused matches when no customer is signed in: <${tag}>`, async () => {
      const element = await mount(tag, desk, {username: null});
      // After the page’s scripts have run.
      await nextTask();
      await element.updateComplete;
      expect(statesOf(element)).to.include('refused').and.not.include('loading');
    });
  }

  it('empty matches when the customer has no tickets', async () => {
    desk = createBrowserDesk({seed: 'empty'});
    expect(statesOf(await mount('isp-ticket-list', desk))).to.eql(['empty']);
  });

  it('unread matches when there are unread replies', async () => {
    const banner = await mount('isp-reply-banner', desk);
    await waitForNetworkIdle(desk);
    expect(statesOf(banner)).to.eql(['unread']);
  });

  it('list, ticket and new-ticket match the open view', async () => {
    const support = await mount('isp-support', desk);
    expect(statesOf(support)).to.eql(['list']);
    support.showTicket(ticketId);
    await support.updateComplete;
    expect(statesOf(support)).to.eql(['ticket']);
    support.showNewTicket();
    await support.updateComplete;
    expect(statesOf(support)).to.eql(['new-ticket']);
  });
});
