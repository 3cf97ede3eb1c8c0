import {expect} from '@open-wc/testing';

import '../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import {ThreadHarness} from '../support/thread-harness.js';

const slug = 'evening-slowdown';
const path = `/customer/tickets/${seededTicketId(slug)}`;

describe('<isp-ticket-thread>, where the focus goes', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('is nowhere else for somebody who has moved on while the ticket was on its way', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const thread = await ThreadHarness.open(desk, slug, {untilReady: false});
    await held.arrived;
    thread.element.focus();
    const search = document.createElement('input');
    thread.element.before(search);
    search.focus();
    held.release();
    await thread.until(() => thread.messages.length === 4);
    expect(thread.focused === search).to.be.true;
  });
});
