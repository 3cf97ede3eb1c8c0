import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {ReadyEvent, SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {createTicket, requestsTo} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {queryAllByRole} from '../../support/role-queries.js';

const path = '/customer/tickets';

describe('<isp-ticket-list> loading', () => {
  it('shows placeholders of the rows’ height and dispatches isp-ready when the tickets arrive', async () => {
    const desk = createBrowserDesk();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const list = await ListHarness.mount(desk, {waitForReady: false});
    await held.arrived;
    let isReady = false;
    list.element.addEventListener(ReadyEvent.type, () => (isReady = true));
    expect(list.text).to.contain(en['list.loading']);
    expect(list.hasButton(en['list.new'])).to.be.true;
    expect(list.rows).to.be.empty;
    expect(list.element.offsetHeight).to.be.above(300);
    expect(isReady).to.be.false;
    held.release();
    await list.waitUntil(() => list.rows.length === 14);
    expect(list.text).not.to.contain(en['list.loading']);
    expect(isReady).to.be.true;
  });
});

describe('<isp-ticket-list> without tickets', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk({seed: 'empty'});
  });

  it('says so and offers New ticket', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.text).to.contain(en['list.empty']);
    expect(list.hasButton(en['list.new'])).to.be.true;
    expect(queryAllByRole(list.element, 'list')).to.be.empty;
  });

  it('shows the first ticket after a refresh', async () => {
    const list = await ListHarness.mount(desk);
    await createTicket(desk, {subject: 'The first', description: 'Of many.'});
    await list.element.refresh();
    await list.waitUntil(() => list.subjects.length === 1);
    expect(list.text).not.to.contain(en['list.empty']);
  });
});

describe('<isp-ticket-list> that failed to load', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [what, fault, text] of [
    ['the server answers 503', faultKinds.answer(503, {retryAfter: 0}), en['error.unavailable']],
    ['a captive portal answers', faultKinds.html, en['error.bad_response']],
    ['the response is truncated', faultKinds.truncatedBody, en['error.bad_response']],
  ] as const) {
    it(`shows the reason and a Retry button when ${what}`, async () => {
      desk.faults.set({path, times: Infinity}, fault);
      const list = await ListHarness.mount(desk);
      expect(list.text).to.contain(en['list.failed']).and.to.contain(text);
      desk.faults.clear();
      await list.pressButton(en['error.retry']);
      await list.waitUntil(() => list.subjects.length === 14);
      expect(list.text).not.to.contain(en['list.failed']);
    });
  }

  it('shows neither the server’s text nor a status code', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.answer(503, {retryAfter: 0}));
    const list = await ListHarness.mount(desk);
    expect(list.text).not.to.match(/50\d|unavailable|maintenance|error/i);
  });

  it('still offers New ticket', async () => {
    desk.faults.set({path}, faultKinds.html);
    const list = await ListHarness.mount(desk);
    expect(list.hasButton(en['list.new'])).to.be.true;
  });

  it('shows the loading state during a retry and the failure again when it fails', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    const list = await ListHarness.mount(desk);
    const held = faultKinds.hold();
    desk.faults.clear();
    desk.faults.set({path}, held.fault);
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    await list.pressButton(en['error.retry']);
    await held.arrived;
    await list.waitUntil(() => list.text.includes(en['list.loading']));
    expect(list.text).not.to.contain(en['list.failed']);
    held.release();
    await list.waitUntil(() => list.text.includes(en['list.failed']));
    expect(list.hasButton(en['error.retry'])).to.be.true;
  });

  it('dispatches isp-error with the reason and without any data of the request', async () => {
    desk.faults.set({path}, faultKinds.html);
    const list = await ListHarness.mount(desk, {waitForReady: false});
    const failed = await nextEvent(list.element, SupportErrorEvent);
    expect(failed).to.include({
      code: 'bad_response',
      path: 'content-type',
      reason: 'text/html instead of application/json',
      retryable: true,
      bubbles: true,
      composed: true,
      cancelable: false,
    });
    expect(Object.keys(failed).filter(key => key !== 'isTrusted')).to.have.members([
      'cause',
      'code',
      'status',
      'requestId',
      'retryable',
      'path',
      'reason',
    ]);
  });
});

describe('<isp-ticket-list> refresh', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('keeps its rows in place and sets aria-busy', async () => {
    const list = await ListHarness.mount(desk);
    const {rows} = list;
    const {top} = rows[0]!.getBoundingClientRect();
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const refreshed = list.element.refresh();
    await held.arrived;
    await list.waitUntil(() => list.isRefreshing);
    expect(list.rows).to.eql(rows);
    expect(rows[0]!.getBoundingClientRect().top).to.equal(top);
    held.release();
    await refreshed;
    await list.waitUntil(() => !list.isRefreshing);
    expect(list.rows).to.eql(rows);
  });

  it('makes one request when refresh() is called several times', async () => {
    const list = await ListHarness.mount(desk);
    await Promise.all([list.element.refresh(), list.element.refresh(), list.element.refresh()]);
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(2);
  });

  it('sends the ETag, so that the server answers 304 when nothing changed', async () => {
    const list = await ListHarness.mount(desk);
    await list.element.refresh();
    expect(requestsTo(desk, 'GET', /tickets$/).map(({status}) => status)).to.eql([200, 304]);
    expect(list.subjects).to.have.length(14);
  });

  it('keeps its rows and says that they may be out of date when it fails', async () => {
    const list = await ListHarness.mount(desk);
    const {rows} = list;
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.stale']));
    expect(list.rows).to.eql(rows);
    expect(list.text).to.contain(en['error.bad_response']).and.not.to.contain(en['list.failed']);
    desk.faults.clear();
    await list.pressButton(en['error.retry']);
    await list.waitUntil(() => !list.text.includes(en['error.stale']));
    expect(list.rows).to.eql(rows);
  });

  it('keeps the empty state and says that it may be out of date when it fails', async () => {
    const empty = createBrowserDesk({seed: 'empty'});
    const list = await ListHarness.mount(empty);
    empty.faults.set({path, times: Infinity}, faultKinds.html);
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.stale']));
    expect(list.text).to.contain(en['list.empty']);
  });

  it('does nothing without a customer', async () => {
    const list = await ListHarness.mount(desk, {username: null});
    await list.element.refresh();
    expect(desk.requests).to.be.empty;
  });
});
