import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-reply-banner.js';
import '../../../src/define/isp-ticket-list.js';
import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {requestsTo, seededTicket} from '../../support/desk-reading.js';
import {ListHarness} from '../../support/list-harness.js';
import {settled} from '../../support/settled.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'wifi-bedroom';
const read = {method: 'PUT', path: '/customer/tickets/*/read'};

/** The page in a tab that nobody looks at. */
function hidePage(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', {configurable: true, value: isHidden});
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('<isp-ticket-thread>, unread replies', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => {
    delete (document as {hidden?: unknown}).hidden;
  });

  const marks = (): BrowserDesk['requests'] => requestsTo(desk, 'PUT', /\/read$/);

  it('begin below a line that says New', async () => {
    const thread = await ThreadHarness.open(desk, 'evening-slowdown');
    expect(thread.firstBelowNewLine?.words).to.match(/^Hi, Karim from the network team/);
    expect(thread.text).to.include(en['thread.new']);
  });

  it('are as many as the server says, counted from the end', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    expect(thread.firstBelowNewLine?.element === thread.replies[0]!.element).to.be.true;
  });

  it('have no line where there are none', async () => {
    const thread = await ThreadHarness.open(desk, 'charged-twice');
    expect(thread.firstBelowNewLine).to.equal(undefined);
    expect(marks()).to.eql([]);
  });

  it('are told to the server as read, once, by the id of the last', async () => {
    const held = faultKinds.hold();
    desk.faults.set(read, held.fault);
    const thread = await ThreadHarness.open(desk, slug);
    await held.arrived;
    await thread.write('On the floor');
    await thread.write('On the floor, behind the sofa');
    held.release();
    await thread.until(() => marks().every(({status}) => status === 204));
    await thread.element.updateComplete;
    expect(marks()).to.have.length(1);
    expect((await seededTicket(desk, slug)).unread_count).to.equal(0);
  });

  it('keep their line for as long as the thread is open', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    await thread.until(() => marks()[0]?.status === 204);
    await thread.element.refresh();
    await thread.element.updateComplete;
    expect(thread.firstBelowNewLine?.element === thread.replies[0]!.element).to.be.true;
    await thread.show('charged-twice');
    await thread.until(() => thread.heading.innerText.startsWith('Charged'));
    await thread.show(slug);
    await thread.until(() => thread.heading.innerText.startsWith('Wi-Fi'));
    expect(thread.firstBelowNewLine).to.equal(undefined);
  });

  it('disappear from list, banner and total of the same page', async () => {
    const list = await ListHarness.open(desk);
    const banner = await BannerHarness.open(desk);
    const totals: number[] = [];
    banner.element.addEventListener(UnreadChangeEvent.type, ({total}) => totals.push(total));
    expect(list.row('back bedroom')).to.include('2 new replies');
    expect(banner.message).to.include('3 new replies');
    await ThreadHarness.open(desk, slug);
    await list.until(() => !list.row('back bedroom').includes('new'));
    await banner.until(() => banner.wayNames.length === 1);
    expect(banner.message).to.equal('Support has replied to your ticket');
    expect(totals).to.eql([1]);
  });

  it('stay unread while nobody looks at the page', async () => {
    hidePage(true);
    const thread = await ThreadHarness.open(desk, slug);
    await nextFrame();
    expect(marks()).to.eql([]);
    hidePage(false);
    await thread.until(() => marks()[0]?.status === 204);
  });

  it('stay unread when the server could not be told, and the thread is shown all the same', async () => {
    desk.faults.set({...read, times: Infinity}, faultKinds.answer(503));
    const list = await ListHarness.open(desk);
    const thread = await ThreadHarness.open(desk, slug);
    await thread.until(() => marks()[0]?.status === 503);
    await thread.element.updateComplete;
    expect(thread.messages).to.have.length(3);
    expect(thread.text).not.to.include(en['error.unavailable']);
    expect(list.row('back bedroom')).to.include('2 new replies');
  });

  it('are told no more to a server that keeps no account of them', async () => {
    desk.faults.set({...read, times: Infinity}, faultKinds.answer(404));
    const thread = await ThreadHarness.open(desk, slug);
    await thread.until(() => marks()[0]?.status === 404);
    await thread.write('On the floor');
    await thread.show('evening-slowdown');
    await thread.until(() => thread.replies.length === 3);
    await nextFrame();
    expect(marks()).to.have.length(1);
  });

  it('are told once to a server that no longer knows the customer, and again once it does', async () => {
    const end = desk.faults.set({...read, times: Infinity}, faultKinds.answer(401));
    const thread = await ThreadHarness.open(desk, slug);
    await thread.until(() => thread.text.includes(en['error.unauthenticated']));
    await settled(desk);
    expect(marks()).to.have.length(1);
    end();
    thread.element.token = await desk.tokenFor(undefined, 600);
    await thread.until(() => marks().at(-1)?.status === 204);
  });

  it('come into view where they begin, when the thread takes the focus', async () => {
    const thread = await ThreadHarness.open(desk, 'evening-slowdown');
    thread.element.parentElement!.style.paddingBlock = '2000px';
    thread.element.focus();
    expect(thread.focused === thread.heading).to.be.true;
    const {top, bottom} = thread.firstBelowNewLine!.element.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(Math.min(top, bottom)).to.be.at.most(innerHeight);
  });
});
