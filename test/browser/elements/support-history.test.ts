import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NavigateEvent, TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {nextTask} from '../../support/next-task.js';
import {SupportHarness} from '../../support/support-harness.js';
import {allByRole} from '../../support/roles.js';

const subject = 'Charged twice for the same invoice';
const ticketId = seededTicketId('charged-twice');
const page = location.href;

/** What belongs to the page: another's entry in its address, and in its history. */
function givePage(search: string, hash = ''): void {
  const url = new URL(page);
  for (const [name, value] of new URLSearchParams(search)) url.searchParams.set(name, value);
  url.hash = hash;
  history.replaceState({portal: 'state'}, '', url);
}

const query = (name: string): string | null => new URLSearchParams(location.search).get(name);
const hash = (name: string): string | null => new URLSearchParams(location.hash.slice(1)).get(name);

const nextPop = (): Promise<Event> => new Promise(resolve => addEventListener('popstate', resolve, {once: true}));

describe('<isp-support>, the page’s address and history', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => history.replaceState(null, '', page));

  const open = (mode: 'none' | 'hash' | 'push', ticket = ''): Promise<SupportHarness> =>
    SupportHarness.open(desk, {with: {history: mode, ...(ticket && {ticketId: ticket})}});

  it('stay as they are, unless the page wants them used', async () => {
    const length = history.length;
    const support = await open('none');
    await support.open(subject);
    await support.back();
    await support.newTicket();
    expect(location.href).to.equal(page);
    expect(history.length).to.equal(length);
    expect(allByRole(support.list.element, 'link')).to.eql([]);
  });

  for (const [mode, read] of [
    ['push', query],
    ['hash', hash],
  ] as const) {
    it(`say where the customer is, and are an entry each: ${mode}`, async () => {
      const support = await open(mode);
      const length = history.length;
      await support.open(subject);
      expect(read('ticket')).to.equal(ticketId);
      await support.back();
      expect(read('ticket')).to.equal(null);
      await support.newTicket();
      expect(read('new-ticket')).to.equal('');
      expect(history.length).to.equal(Math.min(50, length + 3));
    });

    it(`lead back and forth: ${mode}`, async () => {
      const support = await open(mode);
      await support.open(subject);
      await support.until(() => support.focused === support.thread.heading);
      history.back();
      await support.untilShown('list');
      await support.until(() => support.focused === support.list.opener(subject));
      history.forward();
      await support.untilShown('ticket');
      expect(support.element.ticketId).to.equal(ticketId);
      history.back();
      await support.untilShown('list');
    });

    it(`open the ticket they speak of: ${mode}`, async () => {
      givePage(mode === 'push' ? `ticket=${ticketId}` : '', mode === 'hash' ? `ticket=${ticketId}` : '');
      const support = await open(mode);
      await support.untilShown('ticket');
      expect(support.thread.heading.innerText).to.equal(subject);
      expect(support.element.ticketId).to.equal(ticketId);
    });

    it(`open the form they speak of: ${mode}`, async () => {
      givePage(mode === 'push' ? 'new-ticket=' : '', mode === 'hash' ? 'new-ticket=' : '');
      const support = await open(mode);
      await support.untilShown('form');
    });

    it(`keep what is not ours in them: ${mode}`, async () => {
      givePage('tab=support', 'section=2');
      const support = await open(mode);
      await support.open(subject);
      expect(query('tab')).to.equal('support');
      expect(hash('section')).to.equal('2');
      expect(history.state).to.include({portal: 'state'});
      await support.back();
      expect(query('tab')).to.equal('support');
      expect(hash('section')).to.equal('2');
    });

    it(`make links of the rows, which open in a tab of their own, too: ${mode}`, async () => {
      const support = await open(mode);
      const link = support.list.opener(subject) as HTMLAnchorElement;
      const before = location.href;
      await support.open(subject);
      expect(location.href).to.equal(link.href);
      expect(location.href).not.to.equal(before);
    });
  }

  it('take an id with any characters, and give it back', async () => {
    const support = await open('push');
    support.element.showTicket('a&b=c/ü#1');
    await support.element.updateComplete;
    expect(query('ticket')).to.equal('a&b=c/ü#1');
    support.element.showList();
    history.back();
    await support.until(() => support.element.ticketId === 'a&b=c/ü#1');
  });

  it('are not asked about the customer’s wish to go back: the page hears nothing of it', async () => {
    const support = await open('push');
    await support.open(subject);
    const heard: string[] = [];
    for (const {type} of [NavigateEvent, TicketSelectEvent]) {
      support.element.addEventListener(type, () => heard.push(type));
    }
    history.back();
    await support.untilShown('list');
    expect(heard).to.eql([]);
  });

  it('are let be once the element has left the page', async () => {
    const support = await open('push');
    await support.open(subject);
    support.element.remove();
    const popped = nextPop();
    history.back();
    await popped;
    expect(support.element.ticketId).to.equal(ticketId);
  });

  it('do not change when the page cancels', async () => {
    const support = await open('push');
    support.element.addEventListener(NavigateEvent.type, event => event.preventDefault());
    support.list.opener(subject).click();
    await support.element.updateComplete;
    expect(location.href).to.equal(page);
  });

  for (const mode of ['push', 'hash'] as const) {
    it(`are not taken for the customer’s way by a link to somewhere in the page: ${mode}`, async () => {
      const support = await open(mode);
      await support.open(subject);
      await support.until(() => support.focused === support.thread.heading);
      support.thread.box.focus();
      const popped = nextPop();
      const link = Object.assign(document.createElement('a'), {href: '#main'});
      support.element.before(link);
      link.click();
      await popped;
      await nextTask();
      expect(support.views).to.eql(['ticket']);
      expect(support.focused === support.thread.box).to.be.true;
    });

    it(`have one entry for a place that is asked for again: ${mode}`, async () => {
      givePage('tab=support');
      const support = await open(mode);
      support.element.showList();
      expect(history.state).to.eql({portal: 'state'});
      await support.open(subject);
      history.replaceState({portal: 'ticket'}, '');
      support.element.showTicket(ticketId);
      expect(history.state).to.eql({portal: 'ticket'});
    });
  }
});
