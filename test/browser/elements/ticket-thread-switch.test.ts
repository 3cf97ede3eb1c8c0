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

describe('<isp-ticket-thread>, from one ticket to another', () => {
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

  it('never shows a late answer for the first one', async () => {
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

  it('shows nothing of the first one while the second is loading', async () => {
    const thread = await ThreadHarness.mount(desk, first);
    const held = holdTicket(second);
    await thread.showTicket(second);
    await held.arrived;
    expect(thread.text).to.equal(en['thread.loading']);
    held.release();
    await thread.waitUntil(shows(thread, secondSubject));
  });

  it('shows no failure of the first one', async () => {
    desk.faults.set({path: `/customer/tickets/${seededTicketId(first)}`, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, first);
    expect(thread.text).to.include(en['thread.failed']);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.text).not.to.include(en['error.bad_response']);
  });

  it('keeps what is being written, each with its ticket', async () => {
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

  it('lets a reply arrive where it was written', async () => {
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

  it('shows a failed reply in its own ticket only', async () => {
    desk.faults.set({method: 'POST', path: '/customer/tickets/*/replies'}, faultKinds.answer(503));
    const thread = await ThreadHarness.mount(desk, first);
    await thread.sendReply('About the speed');
    await thread.waitUntil(() => thread.lastMessage.deliveryState !== en['pending.sending']);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
    expect(thread.text).not.to.include('About the speed').and.not.to.include(en['error.unavailable']);
  });

  it('lets two elements show one ticket, and writes in both what is written in one', async () => {
    const [thread, other] = [await ThreadHarness.mount(desk, first), await ThreadHarness.mount(desk, first)];
    expect(requestsTo(desk, 'GET', new RegExp(`${seededTicketId(first)}$`))).to.have.length(1);
    await thread.typeReply('About the speed');
    await other.waitUntil(() => other.replyBox.value === 'About the speed');
    await thread.pressSend();
    await other.waitUntil(() => other.lastMessage.text === 'About the speed' && other.lastMessage.deliveryState === '');
    expect(other.replyBox.value).to.equal('');
  });

  it('begins anew with "no such ticket" and from there', async () => {
    const thread = await ThreadHarness.mount(desk, first);
    thread.element.ticketId = 'no-such-ticket';
    await thread.waitUntil(() => thread.text.includes(en['error.not_found']));
    expect(thread.messages).to.eql([]);
    await thread.showTicket(second);
    await thread.waitUntil(shows(thread, secondSubject));
  });

  it('shows as much of a long description as if nothing had been read before', async () => {
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
