import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {accessibleNameOf} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const path = `/customer/tickets/${seededTicketId(slug)}`;

describe('<isp-ticket-thread> focus', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const focusedName = (thread: ThreadHarness): string => accessibleNameOf(thread.focusedElement!);

  /** Presses a button that has the focus, as a keyboard user does. */
  async function pressFocused(thread: ThreadHarness, name: string): Promise<void> {
    thread.button(name).focus();
    await thread.pressButton(name);
  }

  it('goes to the failure notice, and to the ticket’s heading when a retry succeeds', async () => {
    const clearFault = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    thread.element.focus();
    expect(thread.focusedElement === thread.heading).to.be.true;
    expect(focusedName(thread)).to.equal(en['thread.failed']);
    clearFault();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    await pressFocused(thread, en['error.retry']);
    await held.arrived;
    held.release();
    await thread.waitUntil(() => focusedName(thread) === 'Slow speeds in the evening');
  });

  it('goes to the failure notice when a retry fails', async () => {
    const clearFault = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    const held = faultKinds.hold();
    clearFault();
    desk.faults.set({path}, held.fault);
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    await pressFocused(thread, en['error.retry']);
    await held.arrived;
    await thread.waitUntil(() => thread.text === en['thread.loading']);
    held.release();
    await thread.waitUntil(() => focusedName(thread) === en['thread.failed']);
  });

  it('stays on the Retry button during an automatic retry and goes to the heading when it succeeds', async () => {
    const clearFault = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    const button = thread.button(en['error.retry']);
    button.focus();
    clearFault();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    dispatchEvent(new Event('online'));
    await held.arrived;
    await thread.element.updateComplete;
    expect(thread.focusedElement === button).to.be.true;
    held.release();
    await thread.waitUntil(() => focusedName(thread) === 'Slow speeds in the evening');
  });

  it('goes to the notice that the ticket does not exist', async () => {
    const thread = await ThreadHarness.mount(desk, '', {properties: {ticketId: 'no-such-ticket'}});
    thread.element.focus();
    expect(focusedName(thread)).to.equal(en['error.not_found']);
  });

  it('stays outside when the customer has moved it there while the ticket loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const thread = await ThreadHarness.mount(desk, slug, {waitForReady: false});
    await held.arrived;
    thread.element.focus();
    const search = document.createElement('input');
    thread.element.before(search);
    search.focus();
    held.release();
    await thread.waitUntil(() => thread.messages.length === 4);
    expect(thread.focusedElement === search).to.be.true;
  });

  it('goes to the reply box when an unsent reply is retried', async () => {
    desk.faults.set({method: 'POST'}, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.sendReply('Still slow tonight.');
    await thread.waitUntil(() => thread.hasButton(en['unsent.retry']));
    await pressFocused(thread, en['unsent.retry']);
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    expect(thread.focusedElement === thread.replyBox).to.be.true;
  });

  it('stays on the button, which then undoes, when a reply is discarded', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await desk.staff.setAcceptsReplies(seededTicketId(slug), false);
    await thread.sendReply('A whole thought.');
    await thread.waitUntil(() => !thread.hasReplyBox);
    await pressFocused(thread, en['unsent.discard']);
    await thread.waitUntil(() => thread.hasButton(en['unsent.undo']));
    expect(focusedName(thread)).to.equal(en['unsent.undo']);
  });
});
