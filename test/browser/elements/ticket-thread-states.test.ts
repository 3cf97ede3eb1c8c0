import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {NavigateEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {nextEvent} from '../../support/next-event.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {setViewport} from '../../support/viewport.js';

const path = '/customer/tickets/*';

/** Waits until a measure is stable for a few frames, because `content-visibility` starts with estimated heights. */
async function waitUntilStable(thread: ThreadHarness, measure: () => number[]): Promise<number[]> {
  const measured: string[] = [];
  await thread.waitUntil(() => {
    measured.push(measure().join());
    return measured.length > 4 && new Set(measured.slice(-4)).size === 1;
  });
  return measure();
}

describe('<isp-ticket-thread> states', () => {
  let desk: BrowserDesk;

  // Tall enough for a whole thread, because content out of view is not laid out.
  before(() => setViewport({width: 800, height: 1600}));

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('shows a loading text for screen readers', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {waitForReady: false});
    await held.arrived;
    expect(thread.text).to.equal(en['thread.loading']);
    held.release();
    await thread.waitUntil(() => thread.messages.length === 4);
    expect(thread.text).not.to.include(en['thread.loading']);
  });

  it('asks the customer to choose a ticket when ticket-id is empty', async () => {
    const thread = await ThreadHarness.mount(desk, '');
    expect(thread.text).to.equal(en['thread.none']);
    expect(desk.requests).to.eql([]);
  });

  it('shows the empty slot when ticket-id is empty', async () => {
    const thread = await ThreadHarness.mount(desk, '');
    thread.element.insertAdjacentHTML('beforeend', '<p slot="empty">Pick one on the left.</p>');
    expect(thread.element.querySelector('p')!.checkVisibility()).to.be.true;
    expect(thread.element.innerText).to.equal('Pick one on the left.');
    expect(thread.text).to.include(en['thread.none']);
  });

  for (const [name, ticketId] of Object.entries({
    'an unknown id': 'no-such-ticket',
    'another customer’s ticket': seededTicketId('lift-phone'),
    'an id with path segments': '../tickets',
  })) {
    it(`shows "no such ticket" and a way back for ${name}`, async () => {
      const thread = await ThreadHarness.mount(desk, '', {properties: {ticketId}});
      expect(thread.text).to.equal(`${en['error.not_found']} ${en['error.backToList']} ${en['error.retry']}`);
      const left = nextEvent(document.body, NavigateEvent);
      await thread.pressButton(en['error.backToList']);
      const {view, cancelable} = await left;
      expect({view, cancelable}).to.eql({view: 'list', cancelable: true});
    });
  }

  const failures = {
    'the server answers 503': [faultKinds.answer(503), en['error.unavailable']],
    'the request is lost': [faultKinds.dropRequest, en['error.network']],
    'a captive portal answers': [faultKinds.html, en['error.bad_response']],
    'the response is truncated': [faultKinds.truncatedBody, en['error.bad_response']],
  } as const;

  for (const [name, [fault, words]] of Object.entries(failures)) {
    it(`shows the reason and a Retry button when ${name}`, async function () {
      const end = desk.faults.set({path, times: Infinity}, fault);
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      expect(thread.text).to.include(en['thread.failed']).and.to.include(words);
      end();
      await thread.pressButton(en['error.retry']);
      await thread.waitUntil(() => thread.messages.length === 4);
      expect(thread.text).not.to.include(en['thread.failed']);
    });
  }

  it('dispatches isp-error when it fails to load', async () => {
    desk.faults.set({path}, faultKinds.html);
    const failed = nextEvent(document.body, SupportErrorEvent);
    await ThreadHarness.mount(desk, 'evening-slowdown');
    const {code, retryable} = await failed;
    expect({code, retryable}).to.eql({code: 'bad_response', retryable: true});
  });

  it('shows the fallback slot while the ticket cannot be loaded', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    thread.element.insertAdjacentHTML('beforeend', '<p slot="fallback">Call 0800 555 111</p>');
    expect(thread.element.innerText).to.equal('Call 0800 555 111');
    desk.faults.clear();
    await thread.pressButton(en['error.retry']);
    await thread.waitUntil(() => thread.messages.length === 4);
    expect(thread.element.querySelector('p')!.checkVisibility()).to.be.false;
  });

  it('keeps its messages and the draft when a refresh fails', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.typeReply('Half a thought');
    desk.faults.set({path}, faultKinds.html);
    await thread.element.refresh();
    await thread.waitUntil(() => thread.text.includes(en['error.stale']));
    expect(thread.messages).to.have.length(4);
    expect(thread.replyBox.value).to.equal('Half a thought');
    await thread.pressButton(en['error.retry']);
    await thread.waitUntil(() => !thread.text.includes(en['error.stale']));
  });

  it('moves nothing during a refresh', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const shown = [...thread.messages.map(({element}) => element), thread.replyBox];
    const places = (): number[] => shown.map(element => element.getBoundingClientRect().top);
    const before = await waitUntilStable(thread, places);
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    const refreshed = thread.element.refresh();
    await held.arrived;
    await thread.element.updateComplete;
    expect(places()).to.eql(before);
    held.release();
    await refreshed;
    await thread.element.updateComplete;
    expect(places()).to.eql(before);
  });
});
