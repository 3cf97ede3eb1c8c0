import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, fetchSeededTicket} from '../../support/desk-api.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const [first, second] = ['evening-slowdown', 'charged-twice'] as const;
const firstSubject = 'Slow speeds in the evening';
const secondSubject = 'Charged twice for the same invoice';

describe('<isp-ticket-thread> switch to another ticket', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const holdTicket = (slug: string): ReturnType<typeof faultKinds.hold> => {
    const held = faultKinds.hold();
    desk.faults.set({method: 'GET', path: `/customer/tickets/${seededTicketId(slug)}`}, held.fault);
    return held;
  };

  const shows = (thread: ThreadHarness, subject: string) => () => thread.heading.innerText === subject;

  it('ignores a late response for the previous ticket', async () => {
    const held = holdTicket(first);
    const thread = await ThreadHarness.mount(desk, first, {waitForReady: false});
    await held.arrived;
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(thread.text));
    observer.observe(thread.element.renderRoot, {childList: true, subtree: true, characterData: true});
    held.release();
    await ThreadHarness.mount(desk, first);
    await thread.element.updateComplete;
    observer.disconnect();
    expect([...seen, thread.text].filter(text => !text.includes(secondSubject) || text.includes(firstSubject))).to.eql(
      [],
    );
  });

  it('shows only the loading state until the next ticket has loaded', async () => {
    const thread = await ThreadHarness.mount(desk, first);
    const held = holdTicket(second);
    await thread.showTicket(second);
    await held.arrived;
    expect(thread.text).to.equal(en['thread.loading']);
    held.release();
    await thread.waitUntil(shows(thread, secondSubject));
  });

  it('removes the failure notice of the previous ticket', async () => {
    desk.faults.set({path: `/customer/tickets/${seededTicketId(first)}`, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, first);
    expect(thread.text).to.include(en['thread.failed']);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.text).not.to.include(en['error.bad_response']);
  });

  it('keeps a separate draft for each ticket', async () => {
    const thread = await ThreadHarness.mount(desk, first);
    await thread.typeReply('About the speed');
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.replyBox.value).to.equal('');
    await thread.typeReply('About the invoice');
    await thread.showTicket(first);
    await thread.waitUntil(shows(thread, firstSubject));
    expect(thread.replyBox.value).to.equal('About the speed');
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.replyBox.value).to.equal('About the invoice');
  });

  it('delivers a pending reply to the ticket that it was written in', async () => {
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST', path: '/customer/tickets/*/replies'}, held.fault);
    const thread = await ThreadHarness.mount(desk, first);
    await thread.sendReply('About the speed');
    await held.arrived;
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    held.release();
    await thread.waitUntil(() => requestsTo(desk, 'POST', /replies$/)[0]?.status === 201);
    await thread.element.updateComplete;
    expect(thread.text).not.to.include('About the speed');
    expect((await fetchSeededTicket(desk, first)).replies.at(-1)).to.include({message: 'About the speed'});
    await thread.showTicket(first);
    await thread.waitUntil(shows(thread, firstSubject));
    expect(thread.lastMessage.text).to.equal('About the speed');
  });

  it('shows an unsent reply in its own ticket only', async () => {
    desk.faults.set({method: 'POST', path: '/customer/tickets/*/replies'}, faultKinds.answer(503));
    const thread = await ThreadHarness.mount(desk, first);
    await thread.sendReply('About the speed');
    await thread.waitUntil(() => thread.lastMessage.deliveryState !== en['unsent.sending']);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.text).not.to.include('About the speed').and.not.to.include(en['error.unavailable']);
  });

  it('shares draft and replies between two elements with the same ticket', async () => {
    const [thread, other] = [await ThreadHarness.mount(desk, first), await ThreadHarness.mount(desk, first)];
    expect(requestsTo(desk, 'GET', new RegExp(`${seededTicketId(first)}$`))).to.have.length(1);
    await thread.typeReply('About the speed');
    await other.waitUntil(() => other.replyBox.value === 'About the speed');
    await thread.pressSend();
    await other.waitUntil(() => other.lastMessage.text === 'About the speed' && other.lastMessage.deliveryState === '');
    expect(other.replyBox.value).to.equal('');
  });

  it('works from and to a ticket that does not exist', async () => {
    const thread = await ThreadHarness.mount(desk, first);
    thread.element.ticketId = 'no-such-ticket';
    await thread.waitUntil(() => thread.text.includes(en['error.not_found']));
    expect(thread.messages).to.eql([]);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
  });

  it('collapses a long description that was expanded in the previous ticket', async () => {
    for (const slug of [first, second]) {
      const description = 'x'.repeat(10_000);
      const long = rewriteResponse<object>(ticket => ({...ticket, description}));
      desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, long);
    }
    const thread = await ThreadHarness.mount(desk, first);
    await thread.pressButton(en['text.more']);
    expect(thread.hasButton(en['text.more'])).to.be.false;
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.hasButton(en['text.more'])).to.be.true;
  });
});
