import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo, fetchTickets} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {setViewport} from '../../support/viewport.js';

const path = '/customer/tickets';
const whole = {username: 'harbour.view'};

describe('<isp-ticket-list> pagination of 2,000 tickets', () => {
  let desk: BrowserDesk;
  let list: ListHarness;

  const requestedPages = (): number => requestsTo(desk, 'GET', /tickets$/).length;

  before(async function () {
    // Lower than a page of tickets, so that the end of the list can be scrolled to.
    await setViewport({width: 800, height: 600});
  });

  beforeEach(async function () {
    desk = createBrowserDesk({seed: 'full'});
    list = await ListHarness.mount(desk, whole);
    scrollTo(0, 0);
    await waitForNetworkIdle(desk);
  });

  it('loads the newest 20 tickets first', async () => {
    expect(list.subjects).to.have.length(20);
    expect(requestedPages()).to.equal(1);
  });

  it('does not load the next page when the end of the list is visible from the start', async () => {
    list.element.remove();
    await setViewport({width: 800, height: 3000});
    list = await ListHarness.mount(desk, whole);
    await waitForNetworkIdle(desk);
    await setViewport({width: 800, height: 600});
    expect(list.rows).to.have.length(20);
    expect(requestsTo(desk, 'GET', /tickets$/).map(({search}) => search)).to.eql(['', '']);
  });

  it('appends the next page when "show more" is pressed', async () => {
    const {rows} = list;
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(list.rows.slice(0, 20)).to.eql(rows);
    const newest = (await fetchTickets(desk, whole.username)).slice(0, 40);
    expect(list.subjects).to.eql(newest.map(ticket => ticket.subject.replace(/\s+/g, ' ').trim()));
  });

  it('appends the next page when the customer scrolls to the end', async () => {
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.rows.length === 40);
    await waitForNetworkIdle(desk);
    expect(requestedPages()).to.equal(2);
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.rows.length === 60);
  });

  it('keeps the scroll position when a page is appended', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const last = list.rows.at(-1)!;
    last.scrollIntoView({block: 'center'});
    await held.arrived;
    await list.waitUntil(() => list.hasButton(en['list.moreLoading']));
    // `content-visibility` replaces estimated heights when rows come into view.
    await nextFrame();
    await nextFrame();
    const {top} = last.getBoundingClientRect();
    held.release();
    await list.waitUntil(() => list.rows.length === 40);
    await waitForNetworkIdle(desk);
    expect(last.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('shows that a page is loading and requests it once', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    await list.pressButton(en['list.more']);
    await held.arrived;
    const button = list.button(en['list.moreLoading']);
    expect(button).to.have.attribute('aria-disabled', 'true');
    button.click();
    button.click();
    held.release();
    await list.waitUntil(() => list.rows.length === 40);
    expect(requestedPages()).to.equal(2);
  });

  it('keeps its rows and offers a retry when a page fails to load', async () => {
    desk.faults.set({path}, faultKinds.html);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.text.includes(en['list.moreFailed']));
    expect(list.rows).to.have.length(20);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(list.text).not.to.contain(en['list.moreFailed']);
  });

  it('dispatches isp-error each time a page fails to load', async () => {
    const errorCodes: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => errorCodes.push(code));
    for (const [fault, codes] of [
      [faultKinds.html, 'bad_response'],
      [faultKinds.answer(429), 'bad_response rate_limited'],
    ] as const) {
      desk.faults.set({path}, fault);
      await list.pressButton(en['list.more']);
      await list.waitUntil(() => errorCodes.join(' ') === codes);
    }
  });

  it('starts over without an error when the server rejects the cursor', async () => {
    const errorCodes: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => errorCodes.push(code));
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    desk.faults.set({path}, async () =>
      Response.json({type: 'https://isp-tickets.dev/problems/bad-cursor', status: 400}, {status: 400}),
    );
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 20);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(errorCodes).to.eql([]);
  });

  it('dispatches isp-error once when the account is refused', async () => {
    const errorCodes: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => errorCodes.push(code));
    desk.faults.set({path}, faultKinds.answer(403));
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.text.includes(en['error.forbidden']));
    expect(errorCodes).to.eql(['forbidden']);
  });

  it('does not retry a failed page on scroll', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.text.includes(en['list.moreFailed']));
    const before = requestedPages();
    scrollTo(0, 0);
    await waitForNetworkIdle(desk);
    scrollTo(0, document.documentElement.scrollHeight);
    await waitForNetworkIdle(desk);
    expect(requestedPages()).to.equal(before);
  });

  it('keeps its pages when it is refreshed', async () => {
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    await list.element.refresh();
    await waitForNetworkIdle(desk);
    expect(list.rows).to.have.length(40);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 60);
    expect(new Set(list.rows.map(row => row.textContent)).size).to.equal(60);
  });

  it('announces the number of tickets, or that the page failed to load', async () => {
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    await list.waitUntil(() => list.lastAnnouncement === en['list.loaded'].other.replace('{count}', '40'));
    desk.faults.set({path}, faultKinds.html);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.lastAnnouncement === en['list.moreFailed']);
  });
});
