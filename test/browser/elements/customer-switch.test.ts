import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {UnreadChangeEvent} from '../../../src/contract/session-events.js';
import type {TicketElement} from '../../../src/elements/ticket-element.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {BannerHarness} from '../../support/banner-harness.js';
import {createTicket} from '../../support/desk-api.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {deepMarkup} from '../../support/deep-markup.js';
import {mount} from '../../support/mount.js';
import {nextEvent} from '../../support/next-event.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {FrameRecorder} from '../../support/frame-recorder.js';

/** Texts of the first customer that each element shows, and one of the second. */
const dataOf: Record<ElementTag, {first: readonly string[]; second: string}> = {
  'isp-support': {first: ['Slow speeds in the evening', 'Splitter', 'I get 11 to 18 Mbps'], second: 'Flat 1204'},
  'isp-ticket-list': {first: ['Slow speeds in the evening', 'Red LOS light'], second: 'Flat 1204'},
  'isp-ticket-thread': {first: ['Slow speeds in the evening', 'I get 11 to 18 Mbps'], second: en['error.not_found']},
  'isp-new-ticket': {first: ['Nobody’s business', 'Only mine'], second: en['form.create']},
  'isp-reply-banner': {first: ['Slow speeds in the evening', 'Wi-Fi does not reach'], second: 'Flat 1204'},
};

describe('token of another customer', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Mounts an element for the first customer and waits until it shows their data. */
  async function inUse(tag: ElementTag): Promise<Harness> {
    const ticketId = seededTicketId('evening-slowdown');
    const element: TicketElement = await mount(tag, desk, {properties: {ticketId}});
    const harness = new Harness(element);
    if (tag === 'isp-new-ticket') {
      await harness.typeInto('Subject', 'Nobody’s business');
      await harness.typeInto('Description', 'Only mine');
    }
    const {first} = dataOf[tag];
    await harness.waitUntil(() => deepMarkup(element).includes(first.at(-1)!));
    return harness;
  }

  for (const tag of elementTags) {
    it(`hides all data of the first customer in <${tag}> from the first frame`, async () => {
      const harness = await inUse(tag);
      const {element} = harness;
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**', times: Infinity}, held.fault);
      element.token = await desk.tokenFor('harbour.view');
      const recorder = new FrameRecorder(element, dataOf[tag].first);
      await held.arrived;
      await harness.waitUntil(() => recorder.frameCount > 2);
      held.release();
      await harness.waitUntil(() => deepMarkup(element).includes(dataOf[tag].second));
      await waitForNetworkIdle(desk);
      recorder.stop();
      expect(recorder.seenTexts).to.be.empty;
    });

    it(`hides all data of the first customer in <${tag}> when it is set before the element reconnects`, async () => {
      const {element} = await inUse(tag);
      const box = element.parentElement!;
      element.remove();
      element.token = await desk.tokenFor('harbour.view');
      box.append(element);
      const recorder = new FrameRecorder(element, dataOf[tag].first);
      const harness = new Harness(element);
      await harness.waitUntil(() => deepMarkup(element).includes(dataOf[tag].second));
      await harness.waitUntil(() => recorder.frameCount > 2);
      recorder.stop();
      expect(recorder.seenTexts).to.be.empty;
    });

    it(`clears <${tag}> when the token is removed`, async () => {
      const {element} = await inUse(tag);
      element.token = '';
      const recorder = new FrameRecorder(element, dataOf[tag].first);
      await new Harness(element).waitUntil(() => recorder.frameCount > 2);
      recorder.stop();
      expect(recorder.seenTexts).to.be.empty;
    });
  }

  it('discards a response that was pending for the first customer', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, held.fault);
    const list = await ListHarness.mount(desk, {waitForReady: false});
    await held.arrived;
    list.element.token = await desk.tokenFor('harbour.view');
    const recorder = new FrameRecorder(list.element, ['Slow speeds in the evening']);
    await list.waitUntil(() => list.subjects.length === 3);
    held.release();
    await waitForNetworkIdle(desk);
    recorder.stop();
    expect(recorder.seenTexts).to.be.empty;
    expect(list.subjects).to.have.length(3);
  });

  it('clears the announcement that was made to the first customer', async () => {
    for (let count = 0; count < 8; count++) await createTicket(desk, {subject: `Extra ${count}`, description: 'More.'});
    await ListHarness.mount(desk, {username: 'harbour.view'});
    const list = await ListHarness.mount(desk);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.lastAnnouncement !== '');
    list.element.token = await desk.tokenFor('harbour.view');
    await list.waitUntil(() => list.subjects.length === 3);
    expect(list.lastAnnouncement).to.equal('');
  });

  it('dispatches isp-unread-change with the total of the second customer', async () => {
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.contain('3');
    const changed = nextEvent(banner.element, UnreadChangeEvent);
    banner.element.token = await desk.tokenFor('harbour.view');
    expect((await changed).total).to.equal(1);
  });

  it('is not used for elements of the first customer when the provider returns it after a 401', async () => {
    const box = await fixture<HTMLElement>(html`<main></main>`);
    const provided = document.createElement('isp-ticket-list');
    let calls = 0;
    const tokenProvider = (): Promise<string> => desk.tokenFor(calls++ === 0 ? 'lena.moreau' : 'harbour.view');
    Object.assign(provided, {apiBase: '/api', fetch: desk.fetch, tokenProvider});
    box.append(provided);
    const list = new ListHarness(provided);
    await list.waitUntil(() => list.subjects.length === 14);
    const other = await ListHarness.mount(desk);
    desk.faults.set({path: '/customer/tickets'}, faultKinds.answer(401));
    const refreshed = list.element.refresh();
    await list.waitUntil(() => list.subjects.length === 3);
    await refreshed;
    await other.waitUntil(() => other.text.includes(en['error.unauthenticated']));
    expect(other.subjects).to.include('Slow speeds in the evening').and.have.length(14);
  });
});

describe('new token of the same customer', () => {
  for (const tag of elementTags) {
    it(`changes nothing in <${tag}> and makes no request`, async () => {
      const desk = createBrowserDesk();
      const element: TicketElement = await mount(tag, desk, {properties: {ticketId: seededTicketId('moving-house')}});
      await waitForNetworkIdle(desk);
      const before = {requests: desk.requests.length, markup: deepMarkup(element)};
      element.token = await desk.tokenFor(undefined, 60);
      await waitForNetworkIdle(desk);
      expect(deepMarkup(element)).to.equal(before.markup);
      expect(desk.requests).to.have.length(before.requests);
    });
  }

  it('is sent with the next request', async () => {
    const desk = createBrowserDesk();
    const sent: (string | null)[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      sent.push(new Request(input, init).headers.get('Authorization'));
      return desk.fetch(input, init);
    };
    const list = await ListHarness.mount(desk, {properties: {fetch}});
    const token = await desk.tokenFor(undefined, 60);
    list.element.token = token;
    await list.element.updateComplete;
    await list.element.refresh();
    expect(sent.at(-1)).to.equal(`Bearer ${token}`);
    expect(sent[0]).not.to.equal(sent.at(-1));
  });
});
