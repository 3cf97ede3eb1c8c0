import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const subject = 'Charged twice for the same invoice';

describe('<isp-support>', () => {
  let desk: BrowserDesk;

  before(() => setViewport({width: 1280, height: 900}));

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('starts with the list, which shows what the banner would', async () => {
    const support = await SupportHarness.mount(desk);
    expect(support.visibleViews).to.eql(['list']);
    expect(support.list.rows).to.have.length(14);
    expect(support.banner.message).to.equal('');
  });

  it('has New Ticket at the top right', async () => {
    const support = await SupportHarness.mount(desk);
    const button = support.list.button(en['list.new']).getBoundingClientRect();
    const heading = support.list.heading.getBoundingClientRect();
    const box = support.element.getBoundingClientRect();
    expect(button.left).to.be.at.least(heading.right);
    expect(box.right - button.right).to.be.below(24);
    expect(Math.abs(button.top + button.bottom - heading.top - heading.bottom)).to.be.below(16);
  });

  it('loads list, updates and ticket once for all nested elements', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openTicket(subject);
    for (const path of [/\/tickets$/, /\/ticket-updates$/, /\/tickets\/[^/]+$/]) {
      expect(requestsTo(desk, 'GET', path)).to.have.length(1);
    }
  });

  it('shows one pane in a narrow container', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openTicket(subject);
    expect(support.visibleViews).to.eql(['ticket']);
    await support.pressBack();
    expect(support.visibleViews).to.eql(['list']);
    await support.openNewTicketForm();
    expect(support.visibleViews).to.eql(['form']);
  });

  it('shows list and ticket side by side in a wide container and marks the open row', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    expect(support.visibleViews).to.eql(['list', 'ticket']);
    const list = support.list.element.getBoundingClientRect();
    const thread = support.thread.element.getBoundingClientRect();
    expect(list.right).to.be.at.most(thread.left);
    expect(Math.abs(list.top - thread.top)).to.be.below(24);
    expect(support.list.ticketControl(subject).getAttribute('aria-current')).to.equal('true');
    expect(support.hasButton(en['thread.back'])).to.be.false;
  });

  it('shows list and form side by side in a wide container', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openNewTicketForm();
    expect(support.visibleViews).to.eql(['list', 'form']);
  });

  it('adapts to its own width, not to that of the window', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    support.resize('narrow');
    expect(support.visibleViews).to.eql(['ticket']);
    expect(support.hasButton(en['thread.back'])).to.be.true;
    support.resize('wide');
    expect(support.visibleViews).to.eql(['list', 'ticket']);
  });

  it('keeps the reply box and the focus when its width changes', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    await support.thread.typeReply('Half a thought');
    const {replyBox} = support.thread;
    support.resize('narrow');
    expect(support.thread.replyBox === replyBox).to.be.true;
    expect(support.focusedElement === replyBox).to.be.true;
  });

  it('moves the mark when another ticket is opened from the list', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    await support.openTicket('Slow speeds in the evening');
    expect(support.list.ticketControl(subject).hasAttribute('aria-current')).to.be.false;
  });

  it('passes locale, time zone, heading level and messages to the nested elements', async () => {
    const support = await SupportHarness.mount(desk, {
      properties: {
        locale: 'en-GB',
        timeZone: 'Asia/Tokyo',
        headingLevel: 3,
        messages: {'list.heading': 'Your questions'},
      },
    });
    await support.openTicket(subject);
    expect(support.thread.heading.getAttribute('aria-level')).to.equal('3');
    expect(support.list.element.shadowRoot!.textContent).to.include('Your questions');
    const {time} = support.thread.lastMessage;
    const inFull = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo'});
    expect(time.querySelector<HTMLElement>('[title]')?.title).to.equal(
      `${inFull.format(new Date(time.dateTime))} GMT+9`,
    );
  });

  it('passes changed messages to the nested elements', async () => {
    const support = await SupportHarness.mount(desk);
    support.element.messages = {'list.heading': 'Your questions'};
    await support.waitUntil(() => support.list.heading.innerText === 'Your questions');
  });

  it('fills the viewport in the app layout, with the reply box at the bottom', async () => {
    const support = await SupportHarness.mount(desk, {properties: {layout: 'app'}});
    await support.openSeededTicket('line-drops');
    document.body.style.margin = '0';
    scrollTo(0, 0);
    const end = support.thread.replyBox.form!.getBoundingClientRect().bottom;
    expect(end)
      .to.be.at.most(innerHeight)
      .and.to.be.above(innerHeight - 80);
    support.element.layout = 'page';
    await support.element.updateComplete;
    expect(support.thread.replyBox.form!.getBoundingClientRect().top).to.be.above(innerHeight);
    document.body.style.removeProperty('margin');
  });

  it('refreshes list and ticket with refresh()', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openSeededTicket('charged-twice');
    desk.requests.length = 0;
    await support.element.refresh();
    expect(requestsTo(desk, 'GET', /\/tickets$/)).to.have.length(1);
    expect(requestsTo(desk, 'GET', /\/tickets\/[^/]+$/)).to.have.length(1);
  });
});
