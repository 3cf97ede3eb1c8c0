import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-reply-banner.js';
import '../../../src/define/isp-ticket-list.js';
import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {requestsTo, fetchSeededTicket} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'wifi-bedroom';
const read = {method: 'PUT', path: '/customer/tickets/*/read'};

/** Fakes a page in a background tab. */
function hidePage(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', {configurable: true, value: isHidden});
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('<isp-ticket-thread> unread replies', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => {
    delete (document as {hidden?: unknown}).hidden;
  });

  const marks = (): BrowserDesk['requests'] => requestsTo(desk, 'PUT', /\/read$/);

  it('start below the “New” line', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    expect(thread.firstUnreadMessage?.text).to.match(/^Hi, Karim from the network team/);
  });

  it('are counted from the end by the server’s unread count', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    expect(thread.firstUnreadMessage?.element === thread.replies[0]!.element).to.be.true;
  });

  it('have no “New” line when everything is read', async () => {
    const thread = await ThreadHarness.mount(desk, 'charged-twice');
    expect(thread.firstUnreadMessage).to.equal(undefined);
    expect(marks()).to.eql([]);
  });

  it('are marked as read on the server once, with the id of the last reply', async () => {
    const held = faultKinds.hold();
    desk.faults.set(read, held.fault);
    const thread = await ThreadHarness.mount(desk, slug);
    await held.arrived;
    await thread.typeReply('On the floor');
    await thread.typeReply('On the floor, behind the sofa');
    held.release();
    await thread.waitUntil(() => marks().every(({status}) => status === 204));
    await thread.element.updateComplete;
    expect(marks()).to.have.length(1);
    expect((await fetchSeededTicket(desk, slug)).unread_count).to.equal(0);
  });

  it('keep their “New” line until another ticket is shown', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.waitUntil(() => marks()[0]?.status === 204);
    await thread.element.refresh();
    await thread.element.updateComplete;
    expect(thread.firstUnreadMessage?.element === thread.replies[0]!.element).to.be.true;
    await thread.showTicket('charged-twice');
    await thread.waitUntil(() => thread.heading.innerText.startsWith('Charged'));
    await thread.showTicket(slug);
    await thread.waitUntil(() => thread.heading.innerText.startsWith('Wi-Fi'));
    expect(thread.firstUnreadMessage).to.equal(undefined);
  });

  it('disappear from the list on the same page', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.rowText('back bedroom')).to.include('2 new replies');
    await ThreadHarness.mount(desk, slug);
    await list.waitUntil(() => !list.rowText('back bedroom').includes('new'));
  });

  it('disappear from banner and total on the same page', async () => {
    const banner = await BannerHarness.mount(desk);
    const totals: number[] = [];
    banner.element.addEventListener(UnreadChangeEvent.type, ({total}) => totals.push(total));
    expect(banner.message).to.include('3 new replies');
    await ThreadHarness.mount(desk, slug);
    await banner.waitUntil(() => banner.ticketControlNames.length === 1);
    expect(banner.message).to.equal('Brindlemoor Fibre has replied to your ticket');
    expect(totals).to.eql([1]);
  });

  it('stay unread while the page is hidden', async () => {
    hidePage(true);
    const thread = await ThreadHarness.mount(desk, slug);
    await nextFrame();
    expect(marks()).to.eql([]);
    hidePage(false);
    await thread.waitUntil(() => marks()[0]?.status === 204);
  });

  it('that arrive while the page is hidden are below the “New” line when the customer comes back', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.waitUntil(() => marks()[0]?.status === 204);
    hidePage(true);
    for (const text of ['It is on its way.', 'It has arrived.']) {
      await desk.staff.reply(seededTicketId(slug), text);
      await thread.element.refresh();
      await thread.waitUntil(() => thread.lastMessage.text === text);
    }
    hidePage(false);
    await thread.waitUntil(() => marks().filter(({status}) => status === 204).length === 2);
    expect(thread.firstUnreadMessage?.text).to.equal('It is on its way.');
  });

  it('stay unread without an error notice when the read receipt fails', async () => {
    desk.faults.set({...read, times: Infinity}, faultKinds.answer(503));
    const list = await ListHarness.mount(desk);
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.waitUntil(() => marks()[0]?.status === 503);
    await thread.element.updateComplete;
    expect(thread.messages).to.have.length(3);
    expect(thread.text).not.to.include(en['error.unavailable']);
    expect(list.rowText('back bedroom')).to.include('2 new replies');
  });

  it('are not reported again to a server without a read endpoint', async () => {
    desk.faults.set({...read, times: Infinity}, faultKinds.answer(404));
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.waitUntil(() => marks()[0]?.status === 404);
    await thread.typeReply('On the floor');
    await thread.showTicket('evening-slowdown');
    await thread.waitUntil(() => thread.replies.length === 3);
    await nextFrame();
    expect(marks()).to.have.length(1);
  });

  it('are reported again after a 401 when a new token is set', async () => {
    const ends = [read, {method: 'GET', path: '/customer/tickets'}].map(request =>
      desk.faults.set({...request, times: Infinity}, faultKinds.answer(401)),
    );
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.waitUntil(() => thread.text.includes(en['error.unauthenticated']));
    await waitForNetworkIdle(desk);
    expect(marks()).to.have.length(1);
    for (const end of ends) end();
    thread.element.token = await desk.tokenFor(undefined, 600);
    await thread.waitUntil(() => marks().at(-1)?.status === 204);
  });

  it('are scrolled into view when the thread gets the focus', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    thread.element.parentElement!.style.paddingBlock = '2000px';
    thread.element.focus();
    expect(thread.focusedElement === thread.heading).to.be.true;
    const {top, bottom} = thread.firstUnreadMessage!.element.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(Math.min(top, bottom)).to.be.at.most(innerHeight);
  });
});
