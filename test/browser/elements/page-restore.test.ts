import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {TokenProvider} from '../../../src/contract/token.js';
import type {TicketElement} from '../../../src/elements/ticket-element.js';
import {en} from '../../../src/i18n/locales/en.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {deepMarkup} from '../../support/deep-markup.js';
import {deferred} from '../../support/deferred.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {FrameRecorder} from '../../support/frame-recorder.js';
import {Harness} from '../../support/harness.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {requestsTo} from '../../support/desk-api.js';

/** Texts of the first customer that each element shows, and one of the second. */
const dataOf: Record<ElementTag, {first: readonly string[]; second: string}> = {
  'isp-support': {first: ['Slow speeds in the evening', 'Splitter', 'I get 11 to 18 Mbps'], second: 'Flat 1204'},
  'isp-ticket-list': {first: ['Slow speeds in the evening', 'Red LOS light'], second: 'Flat 1204'},
  'isp-ticket-thread': {first: ['Slow speeds in the evening', 'Half a reply.'], second: en['error.not_found']},
  'isp-new-ticket': {first: ['Private matter', 'Only mine'], second: en['form.create']},
  'isp-reply-banner': {first: ['Slow speeds in the evening', 'Wi-Fi does not reach'], second: 'Flat 1204'},
};

const restorePage = (persisted = true): void => {
  dispatchEvent(new PageTransitionEvent('pageshow', {persisted}));
};

/** The notice with its button, or nothing if there is none. */
const showsOnly = ({text}: Harness, notice: string): boolean => (notice ? text.startsWith(notice) : text === '');

describe('page that the browser restores from its back/forward cache', () => {
  let desk: BrowserDesk;
  let answer: TokenProvider;
  let reasons: string[];

  captureConsoleInEachTest();

  beforeEach(async () => {
    desk = createBrowserDesk();
    reasons = [];
    answer = () => desk.tokenFor();
  });

  /** Mounts an element for the first customer, writes into it, and waits until it shows their data. */
  async function inUse(tag: ElementTag, {hasProvider = true} = {}): Promise<Harness> {
    const tokenProvider: TokenProvider = request => {
      reasons.push(request.reason);
      return answer(request);
    };
    const ticketId = seededTicketId('evening-slowdown');
    const element: TicketElement = await mount(tag, desk, {
      username: hasProvider ? null : 'lena.moreau',
      properties: hasProvider ? {tokenProvider, ticketId} : {ticketId},
    });
    const harness = new Harness(element);
    if (tag === 'isp-new-ticket') {
      await harness.typeInto('Subject', 'Private matter');
      await harness.typeInto('Description', 'Only mine');
    }
    if (tag === 'isp-ticket-thread') await harness.typeInto(en['composer.label'], 'Half a reply.');
    await harness.waitUntil(() => showsFirst(harness, tag));
    await waitForNetworkIdle(desk);
    return harness;
  }

  const showsFirst = ({element}: Harness, tag: ElementTag): boolean =>
    deepMarkup(element).includes(dataOf[tag].first.at(-1)!);

  /** Waits for a condition, and expects that the element never shows the first customer's data meanwhile. */
  async function expectHiddenUntil(harness: Harness, tag: ElementTag, condition: () => unknown): Promise<void> {
    await harness.element.updateComplete;
    for (const {updateComplete} of harness.element.renderRoot.querySelectorAll<TicketElement>('.support *')) {
      await updateComplete;
    }
    const recorder = new FrameRecorder(harness.element, dataOf[tag].first);
    await harness.waitUntil(() => recorder.frameCount > 2 && condition());
    recorder.stop();
    expect(recorder.seenTexts).to.be.empty;
  }

  for (const tag of elementTags) {
    it(`hides <${tag}> until the provider has named the same customer, and then shows it with its draft`, async () => {
      const harness = await inUse(tag);
      const token = deferred<string>();
      answer = () => token.promise;
      const requests = desk.requests.length;
      restorePage();
      await expectHiddenUntil(harness, tag, () => reasons.length === 2);
      token.resolve(await desk.tokenFor());
      await harness.waitUntil(() => showsFirst(harness, tag));
      await waitForNetworkIdle(desk);
      expect(reasons).to.eql(['initial', 'initial']);
      if (tag !== 'isp-new-ticket') expect(desk.requests.length).to.be.above(requests);
    });

    it(`clears <${tag}> if nobody is signed in`, async () => {
      const harness = await inUse(tag);
      answer = async () => '';
      restorePage();
      const notice = tag === 'isp-reply-banner' ? '' : en['error.unauthenticated'];
      await expectHiddenUntil(harness, tag, () => showsOnly(harness, notice));
    });

    it(`shows another customer their own data in <${tag}>`, async () => {
      const harness = await inUse(tag);
      answer = () => desk.tokenFor('harbour.view');
      restorePage();
      await expectHiddenUntil(harness, tag, () => deepMarkup(harness.element).includes(dataOf[tag].second));
    });

    it(`hides <${tag}> while the provider fails, until it is asked again`, async () => {
      const harness = await inUse(tag);
      answer = async () => Promise.reject(new Error('The portal is down.'));
      restorePage();
      const notice = tag === 'isp-reply-banner' ? '' : en['error.unavailable'];
      await expectHiddenUntil(harness, tag, () => reasons.length === 2 && harness.text.includes(notice));
      answer = () => desk.tokenFor();
      await harness.element.refresh();
      await harness.waitUntil(() => showsFirst(harness, tag));
    });

    it(`hides <${tag}> for good if its token is refused, until the customer has signed in again`, async () => {
      const harness = await inUse(tag, {hasProvider: false});
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**'}, held.fault);
      desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(401));
      restorePage();
      await held.arrived;
      const notice = tag === 'isp-reply-banner' ? '' : en['error.unauthenticated'];
      await expectHiddenUntil(harness, tag, () => true);
      held.release();
      await expectHiddenUntil(harness, tag, () => showsOnly(harness, notice));
      desk.faults.clear();
      harness.element.token = await desk.tokenFor(undefined, 60);
      await harness.waitUntil(() => showsFirst(harness, tag));
    });

    it(`hides <${tag}> for good if the server refuses the token that the provider has kept`, async () => {
      const kept = await desk.tokenFor();
      answer = async () => kept;
      const harness = await inUse(tag);
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**'}, held.fault);
      desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(401));
      restorePage();
      await held.arrived;
      await expectHiddenUntil(harness, tag, () => true);
      held.release();
      const notice = tag === 'isp-reply-banner' ? '' : en['error.unauthenticated'];
      await expectHiddenUntil(harness, tag, () => showsOnly(harness, notice));
      expect(reasons).to.include.members(['initial', 'rejected']);
    });

    it(`hides <${tag}> until the server has accepted the token that the provider has kept`, async () => {
      const kept = await desk.tokenFor();
      answer = async () => kept;
      const harness = await inUse(tag);
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**'}, held.fault);
      restorePage();
      await held.arrived;
      await expectHiddenUntil(harness, tag, () => true);
      held.release();
      await harness.waitUntil(() => showsFirst(harness, tag));
    });

    it(`hides <${tag}> until the server has accepted its token`, async () => {
      const harness = await inUse(tag, {hasProvider: false});
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**'}, held.fault);
      restorePage();
      await held.arrived;
      await expectHiddenUntil(harness, tag, () => true);
      held.release();
      await harness.waitUntil(() => showsFirst(harness, tag));
    });

    it(`hides <${tag}> before the page enters the cache`, async () => {
      const harness = await inUse(tag);
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      await expectHiddenUntil(harness, tag, () => true);
      restorePage();
      await harness.waitUntil(() => showsFirst(harness, tag));
    });
  }

  it('stays as it is when it was loaded and not restored', async () => {
    const harness = await inUse('isp-ticket-thread');
    restorePage(false);
    await harness.element.updateComplete;
    expect(showsFirst(harness, 'isp-ticket-thread')).to.be.true;
    expect(reasons).to.eql(['initial']);
  });

  it('is hidden while the server cannot be reached, and shown by Try again', async () => {
    const harness = await inUse('isp-ticket-thread', {hasProvider: false});
    desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(500));
    restorePage();
    await expectHiddenUntil(harness, 'isp-ticket-thread', () => harness.hasButton(en['error.retry']));
    desk.faults.clear();
    await harness.pressButton(en['error.retry']);
    await harness.waitUntil(() => showsFirst(harness, 'isp-ticket-thread'));
  });

  it('is hidden while the server cannot be asked about a kept token, and shown by Try again', async () => {
    const kept = await desk.tokenFor();
    answer = async () => kept;
    const harness = await inUse('isp-ticket-thread');
    desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(500));
    restorePage();
    await expectHiddenUntil(harness, 'isp-ticket-thread', () => harness.hasButton(en['error.retry']));
    desk.faults.clear();
    await harness.pressButton(en['error.retry']);
    await harness.waitUntil(() => showsFirst(harness, 'isp-ticket-thread'));
  });

  it('loads each resource once again for all its elements', async () => {
    const list = await inUse('isp-ticket-list');
    await inUse('isp-ticket-thread');
    const count = requestsTo(desk, 'GET', /tickets/).length;
    restorePage();
    await list.waitUntil(() => showsFirst(list, 'isp-ticket-list'));
    await waitForNetworkIdle(desk);
    expect(requestsTo(desk, 'GET', /tickets/)).to.have.length(count + 2);
  });
});

describe('customer who has signed out', () => {
  for (const tag of elementTags) {
    it(`is not shown in <${tag}> any more after a 401 to which the provider says so`, async () => {
      const desk = createBrowserDesk();
      let token = await desk.tokenFor();
      const ticketId = seededTicketId('evening-slowdown');
      const tokenProvider = async (): Promise<string> => token;
      const element: TicketElement = await mount(tag, desk, {username: null, properties: {tokenProvider, ticketId}});
      const harness = new Harness(element);
      if (tag === 'isp-new-ticket') await harness.typeInto('Description', 'Only mine');
      await waitForNetworkIdle(desk);
      token = '';
      desk.faults.set({path: '/**', times: Infinity}, faultKinds.answer(401));
      await element.refresh();
      const notice = tag === 'isp-reply-banner' ? '' : en['error.unauthenticated'];
      await harness.waitUntil(() => showsOnly(harness, notice));
      expect(deepMarkup(element)).not.to.match(/Slow speeds|Only mine/);
    });
  }
});
