import {expect, nextFrame} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-ticket-list.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo, fetchTickets} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const path = '/customer/tickets';
const whole = {username: 'harbour.view'};

describe('<isp-ticket-list> of 2,000 tickets', () => {
  let desk: BrowserDesk;
  let list: ListHarness;

  const pagesAsked = (): number => requestsTo(desk, 'GET', /tickets$/).length;

  before(async function () {
    // A page that is read to its end needs to be higher than what is seen of it.
    await setViewport({width: 800, height: 600});
  });

  beforeEach(async function () {
    desk = createBrowserDesk({seed: 'full'});
    list = await ListHarness.mount(desk, whole);
    scrollTo(0, 0);
    await waitForNetworkIdle(desk);
  });

  it('shows the newest twenty at first, and no more by itself', async () => {
    expect(list.subjects).to.have.length(20);
    expect(pagesAsked()).to.equal(1);
  });

  it('shows no more by itself where the end can be seen from the start', async () => {
    list.element.remove();
    await setViewport({width: 800, height: 3000});
    list = await ListHarness.mount(desk, whole);
    await waitForNetworkIdle(desk);
    await setViewport({width: 800, height: 600});
    expect(list.rows).to.have.length(20);
    expect(requestsTo(desk, 'GET', /tickets$/).map(({search}) => search)).to.eql(['', '']);
  });

  it('shows the next ones below them at the press of a button', async () => {
    const {rows} = list;
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(list.rows.slice(0, 20)).to.eql(rows);
    const newest = (await fetchTickets(desk, whole.username)).slice(0, 40);
    expect(list.subjects).to.eql(newest.map(ticket => ticket.subject.replace(/\s+/g, ' ').trim()));
  });

  it('shows the next ones to somebody who scrolls to the end', async () => {
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.rows.length === 40);
    await waitForNetworkIdle(desk);
    expect(pagesAsked()).to.equal(2);
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.rows.length === 60);
  });

  it('does not move what is being read when more arrives', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const last = list.rows.at(-1)!;
    last.scrollIntoView({block: 'center'});
    await held.arrived;
    await list.waitUntil(() => list.hasButton(en['list.moreLoading']));
    // Rows that come into view take their own height first.
    await nextFrame();
    await nextFrame();
    const {top} = last.getBoundingClientRect();
    held.release();
    await list.waitUntil(() => list.rows.length === 40);
    await waitForNetworkIdle(desk);
    expect(last.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('says that more is on its way, and asks for it once', async () => {
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
    expect(pagesAsked()).to.equal(2);
  });

  it('offers a page again that could not be loaded, and keeps what is there', async () => {
    desk.faults.set({path}, faultKinds.html);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.text.includes(en['list.moreFailed']));
    expect(list.rows).to.have.length(20);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(list.text).not.to.contain(en['list.moreFailed']);
  });

  it('tells the host why a page did not come, each time', async () => {
    const told: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => told.push(code));
    for (const [fault, codes] of [
      [faultKinds.html, 'bad_response'],
      [faultKinds.answer(429), 'bad_response rate_limited'],
    ] as const) {
      desk.faults.set({path}, fault);
      await list.pressButton(en['list.more']);
      await list.waitUntil(() => told.join(' ') === codes);
    }
  });

  it('starts over without a word where the server does not know the way on any more', async () => {
    const told: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => told.push(code));
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    desk.faults.set({path}, async () =>
      Response.json({type: 'https://isp-tickets.dev/problems/bad-cursor', status: 400}, {status: 400}),
    );
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 20);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    expect(told).to.eql([]);
  });

  it('leaves it to the session to tell that the account is refused', async () => {
    const told: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => told.push(code));
    desk.faults.set({path}, faultKinds.answer(403));
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.text.includes(en['error.forbidden']));
    expect(told).to.eql(['forbidden']);
  });

  it('does not ask again for a page that failed because somebody scrolls', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    scrollTo(0, document.documentElement.scrollHeight);
    await list.waitUntil(() => list.text.includes(en['list.moreFailed']));
    const asked = pagesAsked();
    scrollTo(0, 0);
    await waitForNetworkIdle(desk);
    scrollTo(0, document.documentElement.scrollHeight);
    await waitForNetworkIdle(desk);
    expect(pagesAsked()).to.equal(asked);
  });

  it('keeps the pages that are there when it is refreshed', async () => {
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    await list.element.refresh();
    await waitForNetworkIdle(desk);
    expect(list.rows).to.have.length(40);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 60);
    expect(new Set(list.rows.map(row => row.textContent)).size).to.equal(60);
  });

  it('tells a screen reader how many there are, and says so when none came', async () => {
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.rows.length === 40);
    await list.waitUntil(() => list.lastAnnouncement === en['list.loaded'].other.replace('{count}', '40'));
    desk.faults.set({path}, faultKinds.html);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.lastAnnouncement === en['list.moreFailed']);
  });
});
