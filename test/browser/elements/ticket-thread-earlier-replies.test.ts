import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {requestsTo, fetchSeededTicket, type DeskTicket} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {getByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const t = createTranslator('en');
const earlier = en['thread.earlier'];
const replyPages = '/customer/tickets/*/replies';

describe('<isp-ticket-thread> earlier replies', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('are not loaded when a ticket with 1,000 replies opens at its newest page', async function () {
    desk = createBrowserDesk({seed: 'full'});
    const thread = await ThreadHarness.mount(desk, 'riser-saga', {username: 'harbour.view'});
    const {description, replies, reply_count: count} = await fetchSeededTicket(desk, 'riser-saga', 'harbour.view');
    expect(count).to.equal(1000);
    expect(thread.messages.map(message => message.text)).to.eql([description, ...replies.map(reply => reply.message)]);
    expect(requestsTo(desk, 'GET', /\/replies$/)).to.eql([]);
    expect(thread.hasButton(earlier)).to.be.true;
  });

  it('can be loaded to the first one, each once and in order', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    const counts = [thread.replies.length];
    while (thread.hasButton(earlier)) {
      await thread.pressButton(earlier);
      await thread.waitUntil(() => thread.replies.length > counts.at(-1)!);
      counts.push(thread.replies.length);
    }
    expect(counts).to.eql([20, 40, 46]);
    const times = thread.replies.map(({time}) => Date.parse(time.dateTime));
    expect(times).to.eql([...new Set(times)].sort((a, b) => a - b));
  });

  it('move the focus to the list of replies when the last page was loaded and its button is gone', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    for (const count of [40, 46]) {
      thread.button(earlier).focus();
      await thread.pressButton(earlier);
      await thread.waitUntil(() => thread.replies.length === count);
    }
    await thread.waitUntil(() => thread.focusedElement === getByRole(thread.element, 'list', en['thread.replies']));
  });

  describe('with 1,000 replies', () => {
    let thread: ThreadHarness;
    const all = (count: number): string => t('thread.earlierAll', {count});
    const isDone = (): boolean => !thread.hasButton(en['thread.earlierLoading']);
    /** Not all of them are in the document. */
    const countShown = (): number => Number(thread.lastMessage.element.closest('.reply')!.getAttribute('aria-setsize'));

    beforeEach(async () => {
      desk = createBrowserDesk({seed: 'full'});
      thread = await ThreadHarness.mount(desk, 'riser-saga', {username: 'harbour.view'});
    });

    it('are all shown after one press, with the reply that was read in place', async () => {
      const {element: read} = thread.replies[0]!;
      read.scrollIntoView({block: 'center'});
      for (let frames = 0; frames < 4; frames++) await nextFrame();
      const {top} = read.getBoundingClientRect();
      await thread.pressButton(all(980));
      await thread.waitUntil(() => countShown() === 1000);
      for (let frames = 0; frames < 10; frames++) await nextFrame();
      expect(read.getBoundingClientRect().top).to.be.closeTo(top, 2);
      const times = thread.replies.map(({time}) => Date.parse(time.dateTime));
      expect(times).to.eql([...new Set(times)].sort((a, b) => a - b));
      expect(thread.lastAnnouncement).to.equal(t('thread.earlierShown', {count: 980}));
    });

    it('are requested one page at a time, and show how many are missing', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      await thread.pressButton(all(980));
      await held.arrived;
      expect(thread.text).to.include(t('thread.earlierLeft', {count: 980}));
      const next = faultKinds.hold();
      desk.faults.set({path: replyPages}, next.fault);
      expect(requestsTo(desk, 'GET', /\/replies$/)).to.have.length(1);
      held.release();
      await next.arrived;
      await thread.waitUntil(() => thread.text.includes(t('thread.earlierLeft', {count: 960})));
      expect(requestsTo(desk, 'GET', /\/replies$/)).to.have.length(2);
      next.release();
      await thread.pressButton(en['form.cancel']);
    });

    it('stop loading when the customer cancels, and keep what was loaded', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      thread.button(all(980)).focus();
      await thread.pressButton(all(980));
      await held.arrived;
      const cancel = thread.button(en['form.cancel']);
      expect(thread.focusedElement === cancel).to.be.true;
      cancel.click();
      held.release();
      await thread.waitUntil(isDone);
      expect(thread.replies).to.have.length(40);
      expect(thread.focusedElement === thread.button(all(960))).to.be.true;
      expect(thread.lastAnnouncement).to.equal(t('thread.earlierShown', {count: 20}));
    });

    it('continue to load after the button that shows it was pressed', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      await thread.pressButton(all(980));
      await held.arrived;
      await thread.pressButton(en['thread.earlierLoading']);
      held.release();
      await thread.waitUntil(() => thread.replies.length > 40);
      await thread.pressButton(en['form.cancel']);
    });

    it('continue to load after a double click', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      await thread.pressButton(all(980));
      await held.arrived;
      thread.button(en['form.cancel']).dispatchEvent(new MouseEvent('click', {detail: 2, bubbles: true}));
      held.release();
      await thread.waitUntil(() => thread.replies.length > 40);
      await thread.pressButton(en['form.cancel']);
    });

    it('stop loading when another ticket is shown', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      await thread.pressButton(all(980));
      await held.arrived;
      await thread.showTicket('cameras');
      held.release();
      await thread.waitUntil(() => thread.messages.length === 4);
      await waitForNetworkIdle(desk);
      expect(requestsTo(desk, 'GET', /\/replies$/)).to.have.length(1);
      expect(thread.lastAnnouncement).to.equal('');
    });

    it('keep what was loaded when a page fails, say so, and load the rest after another press', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: replyPages}, held.fault);
      await thread.pressButton(all(980));
      await held.arrived;
      desk.faults.set({path: replyPages}, faultKinds.html);
      held.release();
      await thread.waitUntil(() => thread.text.includes(en['thread.earlierFailed']));
      expect(thread.replies).to.have.length(40);
      expect(thread.lastAnnouncement).to.equal(en['thread.earlierFailed']);
      await thread.pressButton(all(960));
      await thread.waitUntil(() => countShown() === 1000);
      expect(thread.text).not.to.include(en['thread.earlierFailed']);
    });

    it('leave the focus where the customer has moved it meanwhile', async () => {
      await thread.pressButton(all(980));
      thread.replyBox.focus();
      await thread.waitUntil(() => countShown() === 1000);
      await waitForNetworkIdle(desk);
      expect(thread.focusedElement === thread.replyBox).to.be.true;
    });
  });

  for (const [name, count] of [
    ['20', 20],
    ['fewer', 6],
    ['an unknown number', null],
  ] as const) {
    it(`cannot be shown all at once if one page has them, or their number is not known: ${name}`, async () => {
      const counted = rewriteResponse<DeskTicket>(ticket => ({...ticket, reply_count: count && count + 20}));
      desk.faults.set({path: `/customer/tickets/${seededTicketId('line-drops')}`}, counted);
      const thread = await ThreadHarness.mount(desk, 'line-drops');
      expect(thread.hasButton(earlier)).to.be.true;
      expect(thread.buttonNames.some(name => /all/.test(name))).to.be.false;
    });
  }

  it('say how many they are after each press', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    for (const count of [20, 6]) {
      await thread.pressButton(earlier);
      await thread.waitUntil(() => thread.lastAnnouncement === t('thread.earlierShown', {count}));
    }
  });

  it('have no button when all replies are shown', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    expect(thread.hasButton(earlier)).to.be.false;
  });

  it('keep the scroll position when they are inserted above', async function () {
    // As in Safari, which has no native scroll anchoring.
    document.documentElement.style.setProperty('overflow-anchor', 'none');
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    for (const count of [40, 46]) {
      const {element: read} = thread.replies[0]!;
      read.scrollIntoView({block: 'center'});
      await nextFrame();
      const before = read.getBoundingClientRect().top;
      await thread.pressButton(earlier);
      await thread.waitUntil(() => thread.replies.length === count);
      // What was skipped gets its height as it comes into view: in Firefox and WebKit over several frames.
      for (let frames = 0; frames < 6; frames++) await nextFrame();
      expect(read.getBoundingClientRect().top).to.be.closeTo(before, 2);
    }
    document.documentElement.style.removeProperty('overflow-anchor');
  });

  it('show that they are loading and are requested once', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    const held = faultKinds.hold();
    desk.faults.set({path: replyPages}, held.fault);
    await thread.pressButton(earlier);
    await held.arrived;
    const button = thread.button(en['thread.earlierLoading']);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    held.release();
    await thread.waitUntil(() => thread.replies.length === 40);
    expect(requestsTo(desk, 'GET', /\/replies$/)).to.have.length(1);
  });

  it('show a failure and can be retried', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    desk.faults.set({path: replyPages}, faultKinds.html);
    await thread.pressButton(earlier);
    await thread.waitUntil(() => thread.text.includes(en['thread.earlierFailed']));
    expect(thread.replies).to.have.length(20);
    await thread.pressButton(earlier);
    await thread.waitUntil(() => thread.replies.length === 40);
    expect(thread.text).not.to.include(en['thread.earlierFailed']);
  });

  it('dispatch isp-error when they fail to load', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    const failed = nextEvent(document.body, SupportErrorEvent);
    desk.faults.set({path: replyPages}, faultKinds.html);
    await thread.pressButton(earlier);
    expect(await failed).to.include({code: 'bad_response', retryable: true});
  });

  it('are kept when the thread is refreshed', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    await thread.pressButton(earlier);
    await thread.waitUntil(() => thread.replies.length === 40);
    await desk.staff.reply(seededTicketId('line-drops'), 'All quiet on our side.');
    await thread.element.refresh();
    await thread.waitUntil(() => thread.replies.length === 41);
    expect(thread.lastMessage.text).to.equal('All quiet on our side.');
  });

  it('are separated by the date where a day begins', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops', {properties: {locale: 'en-GB', timeZone: 'UTC'}});
    const inWords = new Intl.DateTimeFormat('en-GB', {
      ...{weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'},
    });
    const days = thread.replies.map(({time}) => inWords.format(new Date(time.dateTime)));
    expect(thread.daySeparators).to.eql([...new Set(days)]);
  });
});
