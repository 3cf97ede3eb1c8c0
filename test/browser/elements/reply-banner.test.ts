import {expect} from '@open-wc/testing';

import '../../../src/define/isp-reply-banner.js';
import type {SupportStorage} from '../../../src/contract/storage.js';
import {ReadyEvent, SupportErrorEvent, UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {requestsTo, fetchSeededTicket} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {setViewport} from '../../support/viewport.js';

const path = '/customer/ticket-updates';
const repliesOf = (count: number): string =>
  createTranslator('en')('banner.unread', {count, operator: en['thread.operator']});

/** A server with these unread replies. */
const unread = (total: number, tickets: readonly object[]): Fault =>
  rewriteResponse<object>(updates => ({...updates, unread: total, tickets}));

describe('<isp-reply-banner>', () => {
  let desk: BrowserDesk;

  // Wide enough for all links.
  before(() => setViewport({width: 1280, height: 600}));

  after(() => setViewport({width: 800, height: 600}));

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('shows the number of unread operator replies', async () => {
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.equal(repliesOf(3));
    expect(banner.text).to.contain(repliesOf(3));
  });

  it('uses the singular for one reply', async () => {
    const banner = await BannerHarness.mount(desk, {username: 'harbour.view'});
    expect(banner.message).to.equal(repliesOf(1));
  });

  it('links to each ticket by number and subject', async () => {
    const banner = await BannerHarness.mount(desk);
    const {ticket_number: number, subject} = await fetchSeededTicket(desk, 'evening-slowdown');
    expect(banner.ticketControlNames).to.have.length(2);
    expect(banner.ticketControlNames).to.include(
      en['banner.readOf'].replace('{number}', number).replace('{subject}', subject),
    );
  });

  it('shows a new reply on the next page load', async () => {
    await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.equal(repliesOf(4));
    expect(banner.ticketControlNames.join()).to.contain('Red LOS light');
  });

  it('ignores internal notes', async () => {
    await desk.staff.note(seededTicketId('red-los-light'), 'The splitter is down, tell nobody.');
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.equal(repliesOf(3));
    expect(banner.ticketControlNames.join()).not.to.contain('Red LOS light');
  });

  it('requests the updates only', async () => {
    await BannerHarness.mount(desk);
    expect(desk.requests.map(request => request.path)).to.eql(['/api/customer/ticket-updates']);
  });

  for (const [what, ids] of Object.entries({reply: ['k1'], 'reply and its successor': ['k1', 'k2']})) {
    it(`sends the ${what} that an earlier page has left unsent, and reads nothing else`, async () => {
      const ticketId = seededTicketId('red-los-light');
      const records = ids.map((key, index) => ({key, ticketId, createdAt: Date.now() + index, draft: {message: key}}));
      const stored = new Map(records.map(record => [record.key, JSON.stringify({...record, isAttempted: false})]));
      const storage: SupportStorage = {
        entries: async prefix =>
          /outbox\/$/.test(prefix) ? [...stored].map(([key, record]) => [prefix + key, record] as const) : [],
        write: async changes => {
          for (const [key, value] of changes) if (value === null) stored.delete(key.replace(/.*\//, ''));
        },
      };
      const banner = await BannerHarness.mount(desk, {properties: {storage}});
      await banner.waitUntil(() => stored.size === 0);
      expect(requestsTo(desk, 'POST', /replies/)).to.have.length(ids.length);
      expect(requestsTo(desk, 'GET', /tickets/)).to.eql([]);
    });
  }

  it('is empty when nothing is unread', async () => {
    const banner = await BannerHarness.mount(createBrowserDesk({seed: 'empty'}));
    expect(banner.message).to.equal('');
    expect(banner.text).to.equal('');
  });

  it('is empty while it loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const banner = await BannerHarness.mount(desk, {waitForReady: false});
    await held.arrived;
    expect(banner.text).to.equal('');
    const ready = nextEvent(banner.element, ReadyEvent);
    held.release();
    await ready;
    expect(banner.text).not.to.equal('');
  });

  it('is empty and dispatches isp-error when it cannot load', async () => {
    desk.faults.set({path}, faultKinds.html);
    const banner = await BannerHarness.mount(desk, {waitForReady: false});
    const failed = await nextEvent(banner.element, SupportErrorEvent);
    expect(failed.code).to.equal('bad_response');
    expect(banner.text).to.equal('');
  });

  it('keeps its message when a refresh fails', async () => {
    const banner = await BannerHarness.mount(desk);
    desk.faults.set({path}, faultKinds.html);
    await banner.element.refresh();
    await banner.element.updateComplete;
    expect(banner.message).to.equal(repliesOf(3));
  });

  it('disappears when everything has been read', async () => {
    const banner = await BannerHarness.mount(desk);
    await desk.staff.setStatus(seededTicketId('red-los-light'), 'pending');
    desk.faults.set({path}, unread(0, []));
    await banner.element.refresh();
    await banner.waitUntil(() => banner.message === '');
    expect(banner.text).to.equal('');
  });

  it('links to three tickets at most', async () => {
    const tickets = ['a', 'b', 'c', 'd', 'e'].map(id => ({
      id,
      subject: `About ${id}`,
      ticket_number: id,
      unread_count: 1,
    }));
    desk.faults.set({path}, unread(5, tickets));
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.equal(repliesOf(5));
    expect(banner.ticketControlNames).to.have.length(3);
  });

  it('links to a ticket of which the server sends only the id', async () => {
    desk.faults.set({path}, unread(1, [{id: seededTicketId('wifi-bedroom'), unread_count: 1}]));
    const banner = await BannerHarness.mount(desk);
    expect(banner.ticketControlNames).to.eql([en['banner.read']]);
  });

  it('omits changed tickets without unread replies', async () => {
    const tickets = [
      {id: 'a', subject: 'Changed only', ticket_number: 'TKT-1', unread_count: 0},
      {id: 'b', subject: 'With a reply', ticket_number: 'TKT-2', unread_count: 1},
    ];
    desk.faults.set({path}, unread(1, tickets));
    const banner = await BannerHarness.mount(desk);
    expect(banner.ticketControlNames.join()).to.contain('With a reply').and.not.to.contain('Changed only');
  });

  describe('when the server has no updates endpoint', () => {
    it('counts unread replies from the list of tickets', async () => {
      desk.faults.set({path, times: Infinity}, faultKinds.answer(404));
      const banner = await BannerHarness.mount(desk);
      expect(banner.message).to.equal(repliesOf(3));
      expect(banner.ticketControlNames).to.have.length(2);
    });

    it('does not request the endpoint again', async () => {
      desk.faults.set({path, times: Infinity}, faultKinds.answer(404));
      const banner = await BannerHarness.mount(desk);
      await banner.element.refresh();
      expect(requestsTo(desk, 'GET', /ticket-updates$/)).to.have.length(1);
    });

    it('shows new replies when it is refreshed', async () => {
      desk.faults.set({path, times: Infinity}, faultKinds.answer(404));
      const banner = await BannerHarness.mount(desk);
      await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
      await banner.element.refresh();
      await banner.waitUntil(() => banner.message === repliesOf(4));
    });
  });

  describe('isp-unread-change', () => {
    const totals = (banner: BannerHarness): number[] => {
      const counts: number[] = [];
      banner.element.parentElement!.addEventListener(UnreadChangeEvent.type, event => counts.push(event.total));
      return counts;
    };

    it('is dispatched once at the start', async () => {
      const banner = await BannerHarness.mount(desk, {waitForReady: false});
      const changed = await nextEvent(banner.element, UnreadChangeEvent);
      expect(changed).to.include({total: 3, bubbles: true, composed: true, cancelable: false});
    });

    it('reports 0 after logout', async () => {
      const banner = await BannerHarness.mount(desk);
      const changed = nextEvent(banner.element, UnreadChangeEvent);
      banner.element.logout();
      expect((await changed).total).to.equal(0);
    });

    it('is dispatched once at the start when nothing is unread', async () => {
      const banner = await BannerHarness.mount(createBrowserDesk({seed: 'empty'}), {waitForReady: false});
      const counts = totals(banner);
      await nextEvent(banner.element, ReadyEvent);
      expect(counts).to.eql([0]);
    });

    it('is dispatched when the total changes, and only then', async () => {
      const banner = await BannerHarness.mount(desk);
      const counts = totals(banner);
      await banner.element.refresh();
      await banner.element.updateComplete;
      expect(counts).to.be.empty;
      await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
      await banner.element.refresh();
      await banner.waitUntil(() => counts.length > 0);
      expect(counts).to.eql([4]);
    });
  });
});
