import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {accessibleNameOf} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const path = `/customer/tickets/${seededTicketId(slug)}`;

describe('<isp-ticket-thread>, where the focus goes', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const focusedName = (thread: ThreadHarness): string => accessibleNameOf(thread.focusedElement!);

  /** Presses a button as a person does who has come to it by the keyboard. */
  async function pressFocused(thread: ThreadHarness, name: string): Promise<void> {
    thread.button(name).focus();
    await thread.pressButton(name);
  }

  it('is to what went wrong, and from there to the ticket when it comes after all', async () => {
    const mend = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    thread.element.focus();
    expect(thread.focusedElement === thread.heading).to.be.true;
    expect(focusedName(thread)).to.equal(en['thread.failed']);
    mend();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    await pressFocused(thread, en['error.retry']);
    await held.arrived;
    held.release();
    await thread.waitUntil(() => focusedName(thread) === 'Slow speeds in the evening');
  });

  it('is to what went wrong again', async () => {
    const mend = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    const held = faultKinds.hold();
    mend();
    desk.faults.set({path}, held.fault);
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    await pressFocused(thread, en['error.retry']);
    await held.arrived;
    await thread.waitUntil(() => thread.text === en['thread.loading']);
    held.release();
    await thread.waitUntil(() => focusedName(thread) === en['thread.failed']);
  });

  it('stays where it is while the ticket is tried again by itself, and is to the ticket when it comes', async () => {
    const mend = desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, slug);
    const button = thread.button(en['error.retry']);
    button.focus();
    mend();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    dispatchEvent(new Event('online'));
    await held.arrived;
    await thread.element.updateComplete;
    expect(thread.focusedElement === button).to.be.true;
    held.release();
    await thread.waitUntil(() => focusedName(thread) === 'Slow speeds in the evening');
  });

  it('is to the words that there is no such ticket', async () => {
    const thread = await ThreadHarness.mount(desk, '', {properties: {ticketId: 'no-such-ticket'}});
    thread.element.focus();
    expect(focusedName(thread)).to.equal(en['error.not_found']);
  });

  it('is nowhere else for somebody who has moved on while the ticket was on its way', async () => {
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

  it('is to the box from a reply that is tried again', async () => {
    desk.faults.set({method: 'POST'}, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.sendReply('Still slow tonight.');
    await thread.waitUntil(() => thread.hasButton(en['pending.retry']));
    await pressFocused(thread, en['pending.retry']);
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    expect(thread.focusedElement === thread.replyBox).to.be.true;
  });

  it('is to the replies from one that is discarded, where there is no box', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await desk.staff.setAcceptsReplies(seededTicketId(slug), false);
    await thread.sendReply('A whole thought.');
    await thread.waitUntil(() => !thread.hasReplyBox);
    await pressFocused(thread, en['pending.discard']);
    await thread.waitUntil(() => !thread.hasButton(en['pending.discard']));
    expect(focusedName(thread)).to.equal(en['thread.replies']);
  });
});
