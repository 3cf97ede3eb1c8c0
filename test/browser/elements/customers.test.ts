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

/** What each element shows of the first customer's, and of the second's. */
const shown: Record<ElementTag, {first: readonly string[]; second: string}> = {
  'isp-support': {first: ['Slow speeds in the evening', 'Splitter', 'I get 11 to 18 Mbps'], second: 'Flat 1204'},
  'isp-ticket-list': {first: ['Slow speeds in the evening', 'Red LOS light'], second: 'Flat 1204'},
  'isp-ticket-thread': {first: ['Slow speeds in the evening', 'I get 11 to 18 Mbps'], second: en['error.not_found']},
  'isp-new-ticket': {first: ['Nobody’s business', 'Only mine'], second: en['form.create']},
  'isp-reply-banner': {first: ['Slow speeds in the evening', 'Wi-Fi does not reach'], second: 'Flat 1204'},
};

describe('another customer’s token', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** The element at work for the first customer. */
  async function inUse(tag: ElementTag): Promise<Harness> {
    const ticketId = seededTicketId('evening-slowdown');
    const element: TicketElement = await mount(tag, desk, {properties: {ticketId}});
    const harness = new Harness(element);
    if (tag === 'isp-new-ticket') {
      await harness.typeInto('Subject', 'Nobody’s business');
      await harness.typeInto('Description', 'Only mine');
    }
    const {first} = shown[tag];
    await harness.waitUntil(() => deepMarkup(element).includes(first.at(-1)!));
    return harness;
  }

  for (const tag of elementTags) {
    it(`shows nothing of the first one’s in <${tag}>, not for a frame`, async () => {
      const harness = await inUse(tag);
      const {element} = harness;
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/**', times: Infinity}, held.fault);
      element.token = await desk.tokenFor('harbour.view');
      const sightings = new FrameRecorder(element, shown[tag].first);
      await held.arrived;
      await harness.waitUntil(() => sightings.frameCount > 2);
      held.release();
      await harness.waitUntil(() => deepMarkup(element).includes(shown[tag].second));
      await waitForNetworkIdle(desk);
      sightings.stop();
      expect(sightings.seenTexts).to.be.empty;
    });

    it(`shows nothing of the first one’s in <${tag}> that comes back with it`, async () => {
      const {element} = await inUse(tag);
      const box = element.parentElement!;
      element.remove();
      element.token = await desk.tokenFor('harbour.view');
      box.append(element);
      const sightings = new FrameRecorder(element, shown[tag].first);
      const harness = new Harness(element);
      await harness.waitUntil(() => deepMarkup(element).includes(shown[tag].second));
      await harness.waitUntil(() => sightings.frameCount > 2);
      sightings.stop();
      expect(sightings.seenTexts).to.be.empty;
    });

    it(`set to none leaves nothing in <${tag}>`, async () => {
      const {element} = await inUse(tag);
      element.token = '';
      const sightings = new FrameRecorder(element, shown[tag].first);
      await new Harness(element).waitUntil(() => sightings.frameCount > 2);
      sightings.stop();
      expect(sightings.seenTexts).to.be.empty;
    });
  }

  it('never shows an answer that was on its way to the first', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, held.fault);
    const list = await ListHarness.mount(desk, {waitForReady: false});
    await held.arrived;
    list.element.token = await desk.tokenFor('harbour.view');
    const sightings = new FrameRecorder(list.element, ['Slow speeds in the evening']);
    await list.waitUntil(() => list.subjects.length === 3);
    held.release();
    await waitForNetworkIdle(desk);
    sightings.stop();
    expect(sightings.seenTexts).to.be.empty;
    expect(list.subjects).to.have.length(3);
  });

  it('does not repeat to the second what was announced to the first', async () => {
    for (let count = 0; count < 8; count++) await createTicket(desk, {subject: `Extra ${count}`, description: 'More.'});
    await ListHarness.mount(desk, {username: 'harbour.view'});
    const list = await ListHarness.mount(desk);
    await list.pressButton(en['list.more']);
    await list.waitUntil(() => list.lastAnnouncement !== '');
    list.element.token = await desk.tokenFor('harbour.view');
    await list.waitUntil(() => list.subjects.length === 3);
    expect(list.lastAnnouncement).to.equal('');
  });

  it('tells the portal of the second one’s unread replies', async () => {
    const banner = await BannerHarness.mount(desk);
    expect(banner.message).to.contain('3');
    const changed = nextEvent(banner.element, UnreadChangeEvent);
    banner.element.token = await desk.tokenFor('harbour.view');
    expect((await changed).total).to.equal(1);
  });

  it('does not serve the first, when the portal answers a refusal with it', async () => {
    const box = await fixture<HTMLElement>(html`<main></main>`);
    const provided = document.createElement('isp-ticket-list');
    let asked = 0;
    const tokenProvider = (): Promise<string> => desk.tokenFor(asked++ === 0 ? 'lena.moreau' : 'harbour.view');
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

describe('a new token of the same customer', () => {
  for (const tag of elementTags) {
    it(`changes nothing in <${tag}>, and asks for nothing`, async () => {
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

  it('is the one that the next request carries', async () => {
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
