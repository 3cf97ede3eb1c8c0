import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NavigateEvent, TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {nextTask} from '../../support/next-task.js';
import {SupportHarness} from '../../support/support-harness.js';
import {queryAllByRole} from '../../support/role-queries.js';

const subject = 'Charged twice for the same invoice';
const ticketId = seededTicketId('charged-twice');
const page = location.href;

/** Gives the page’s URL and history state entries that belong to the page itself. */
function givePage(search: string, hash = ''): void {
  const url = new URL(page);
  for (const [name, value] of new URLSearchParams(search)) url.searchParams.set(name, value);
  url.hash = hash;
  history.replaceState({portal: 'state'}, '', url);
}

const query = (name: string): string | null => new URLSearchParams(location.search).get(name);
const hash = (name: string): string | null => new URLSearchParams(location.hash.slice(1)).get(name);

const nextPop = (): Promise<Event> => new Promise(resolve => addEventListener('popstate', resolve, {once: true}));

/** Engines keep 50 entries of a history, or 100. */
const minFullLength = 47;

describe('<isp-support> URL and history', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => history.replaceState(null, '', page));

  const open = (mode: 'none' | 'hash' | 'push', ticket = ''): Promise<SupportHarness> =>
    SupportHarness.mount(desk, {properties: {history: mode, ...(ticket && {ticketId: ticket})}});

  it('are not touched when history is none', async () => {
    const length = history.length;
    const support = await open('none');
    await support.openTicket(subject);
    await support.pressBack();
    await support.openNewTicketForm();
    expect(location.href).to.equal(page);
    expect(history.length).to.equal(length);
    expect(queryAllByRole(support.list.element, 'link')).to.eql([]);
  });

  for (const [mode, read] of [
    ['push', query],
    ['hash', hash],
  ] as const) {
    it(`reflect each view in an entry of its own: ${mode}`, async () => {
      const support = await open(mode);
      const length = history.length;
      await support.openTicket(subject);
      expect(read('ticket')).to.equal(ticketId);
      await support.pressBack();
      expect(read('ticket')).to.equal(null);
      await support.openNewTicketForm();
      expect(read('new-ticket')).to.equal('');
      // The files of a run share one history. When it is full, old entries make space for new ones.
      if (length < minFullLength) expect(history.length).to.equal(length + 3);
      else expect(history.length).to.be.at.least(minFullLength);
    });

    it(`follow Back and Forward, including the focus: ${mode}`, async () => {
      const support = await open(mode);
      await support.openTicket(subject);
      await support.waitUntil(() => support.focusedElement === support.thread.heading);
      history.back();
      await support.waitUntilShown('list');
      await support.waitUntil(() => support.focusedElement === support.list.ticketControl(subject));
      history.forward();
      await support.waitUntilShown('ticket');
      expect(support.element.ticketId).to.equal(ticketId);
      history.back();
      await support.waitUntilShown('list');
    });

    it(`open the ticket in the URL: ${mode}`, async () => {
      givePage(mode === 'push' ? `ticket=${ticketId}` : '', mode === 'hash' ? `ticket=${ticketId}` : '');
      const support = await open(mode);
      await support.waitUntilShown('ticket');
      expect(support.thread.heading.innerText).to.equal(subject);
      expect(support.element.ticketId).to.equal(ticketId);
    });

    it(`open the form in the URL: ${mode}`, async () => {
      givePage(mode === 'push' ? 'new-ticket=' : '', mode === 'hash' ? 'new-ticket=' : '');
      const support = await open(mode);
      await support.waitUntilShown('form');
    });

    it(`keep parameters and state of the page: ${mode}`, async () => {
      givePage('tab=support', 'section=2');
      const support = await open(mode);
      await support.openTicket(subject);
      expect(query('tab')).to.equal('support');
      expect(hash('section')).to.equal('2');
      expect(history.state).to.include({portal: 'state'});
      await support.pressBack();
      expect(query('tab')).to.equal('support');
      expect(hash('section')).to.equal('2');
    });

    it(`turn list rows into links with the URL of their ticket: ${mode}`, async () => {
      const support = await open(mode);
      const link = support.list.ticketControl(subject) as HTMLAnchorElement;
      const before = location.href;
      await support.openTicket(subject);
      expect(location.href).to.equal(link.href);
      expect(location.href).not.to.equal(before);
    });
  }

  it('round-trip a ticket id with reserved characters', async () => {
    const support = await open('push');
    support.element.showTicket('a&b=c/ü#1');
    await support.element.updateComplete;
    expect(query('ticket')).to.equal('a&b=c/ü#1');
    support.element.showList();
    history.back();
    await support.waitUntil(() => support.element.ticketId === 'a&b=c/ü#1');
  });

  it('dispatch no events when the user goes back', async () => {
    const support = await open('push');
    await support.openTicket(subject);
    const eventTypes: string[] = [];
    for (const {type} of [NavigateEvent, TicketSelectEvent]) {
      support.element.addEventListener(type, () => eventTypes.push(type));
    }
    history.back();
    await support.waitUntilShown('list');
    expect(eventTypes).to.eql([]);
  });

  it('are ignored after the element is removed', async () => {
    const support = await open('push');
    await support.openTicket(subject);
    support.element.remove();
    const popped = nextPop();
    history.back();
    await popped;
    expect(support.element.ticketId).to.equal(ticketId);
  });

  it('do not change when the page cancels isp-navigate', async () => {
    const support = await open('push');
    support.element.addEventListener(NavigateEvent.type, event => event.preventDefault());
    support.list.ticketControl(subject).click();
    await support.element.updateComplete;
    expect(location.href).to.equal(page);
  });

  for (const mode of ['push', 'hash'] as const) {
    it(`do not navigate when a fragment link of the page is followed: ${mode}`, async () => {
      const support = await open(mode);
      await support.openTicket(subject);
      await support.waitUntil(() => support.focusedElement === support.thread.heading);
      support.thread.replyBox.focus();
      const popped = nextPop();
      const link = Object.assign(document.createElement('a'), {href: '#main'});
      support.element.before(link);
      link.click();
      await popped;
      await nextTask();
      expect(support.visibleViews).to.eql(['ticket']);
      expect(support.focusedElement === support.thread.replyBox).to.be.true;
    });

    it(`add no entry when the current view is requested again: ${mode}`, async () => {
      givePage('tab=support');
      const support = await open(mode);
      support.element.showList();
      expect(history.state).to.eql({portal: 'state'});
      await support.openTicket(subject);
      history.replaceState({portal: 'ticket'}, '');
      support.element.showTicket(ticketId);
      expect(history.state).to.eql({portal: 'ticket'});
    });
  }
});
