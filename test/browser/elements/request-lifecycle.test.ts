import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import type {TicketListElement} from '../../../src/elements/ticket-list/ticket-list.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo} from '../../support/desk-api.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {deepMarkup} from '../../support/deep-markup.js';
import {mount} from '../../support/mount.js';
import {nextTask} from '../../support/next-task.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {signalRecordingFetch} from '../../support/signal-recording-fetch.js';

describe('requests of a loading element', () => {
  let desk: BrowserDesk;
  let held: ReturnType<typeof faultKinds.hold>;
  let box: HTMLElement;

  beforeEach(async () => {
    desk = createBrowserDesk();
    held = faultKinds.hold();
    desk.faults.set({path: '/customer/**', times: Infinity}, held.fault);
    box = await fixture<HTMLElement>(html`<main></main>`);
  });

  const loading = async (tag: ElementTag, properties: object = {}): Promise<HTMLElementTagNameMap[ElementTag]> => {
    const element = await mount(tag, desk, {
      username: 'harbour.view',
      properties: {ticketId: seededTicketId('lift-phone'), ...properties},
      waitForReady: false,
    });
    await held.arrived;
    return element;
  };

  for (const tag of elementTags) {
    it(`are not followed by another render of <${tag}> while they are pending`, async () => {
      const element = await loading(tag);
      let renders = 0;
      const {performUpdate} = element as unknown as {performUpdate: () => void};
      Object.assign(element, {
        performUpdate() {
          renders++;
          performUpdate.call(element);
        },
      });
      await nextTask();
      await element.updateComplete;
      expect(renders).to.equal(0);
    });

    it(`are aborted when <${tag}> is removed`, async () => {
      const {fetch, signals} = signalRecordingFetch(desk);
      const element = await loading(tag, {fetch});
      const failures: Event[] = [];
      element.addEventListener(SupportErrorEvent.type, event => failures.push(event));
      element.remove();
      expect(signals.some(signal => signal.aborted)).to.be.false;
      await nextTask();
      expect(signals).not.to.be.empty;
      expect(signals.every(signal => signal.aborted)).to.be.true;
      held.release();
      await waitForNetworkIdle(desk);
      expect(failures).to.be.empty;
    });

    it(`continue when <${tag}> is moved within its document`, async () => {
      const {fetch, signals} = signalRecordingFetch(desk);
      const element = await loading(tag, {fetch});
      const requestCount = signals.length;
      box.append(element);
      await element.updateComplete;
      await nextTask();
      expect(signals.some(signal => signal.aborted)).to.be.false;
      expect(signals).to.have.length(requestCount);
      held.release();
      await new Harness(element).waitUntil(() => !deepMarkup(element).includes(en['list.loading']));
    });

    it(`start again when <${tag}> is reconnected later`, async () => {
      const element = await loading(tag);
      element.remove();
      await nextTask();
      held.release();
      box.append(element);
      await waitForNetworkIdle(desk);
      await element.updateComplete;
      expect(deepMarkup(element)).not.to.contain(en['list.loading']).and.not.to.contain(en['thread.loading']);
      expect(deepMarkup(element)).not.to.contain(en['error.network']);
    });
  }

  it('are made once when the element is removed and reinserted repeatedly in the same task', async () => {
    const element = await loading('isp-ticket-list');
    for (let round = 0; round < 5; round++) {
      element.remove();
      box.append(element);
      await element.updateComplete;
    }
    await nextTask();
    held.release();
    await waitForNetworkIdle(desk);
    expect(desk.requests).to.have.length(1);
  });

  it('are not made when the element is removed in the same task', async () => {
    const element = document.createElement('isp-ticket-list');
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, token: await desk.tokenFor()});
    box.append(element);
    element.remove();
    await element.updateComplete;
    await waitForNetworkIdle(desk);
    expect(desk.requests).to.be.empty;
  });

  it('continue for a second element when the first is removed', async () => {
    const first = await loading('isp-ticket-list');
    const second = new ListHarness((await loading('isp-ticket-list')) as TicketListElement);
    first.remove();
    await nextTask();
    held.release();
    await second.waitUntil(() => second.subjects.length === 3);
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(1);
  });

  it('of the previous server are ignored when fetch and token change', async () => {
    const otherDesk = createBrowserDesk();
    const list = new ListHarness((await loading('isp-ticket-list')) as TicketListElement);
    list.element.fetch = otherDesk.fetch;
    list.element.token = await otherDesk.tokenFor();
    await list.waitUntil(() => list.subjects.length === 14);
    held.release();
    await waitForNetworkIdle(desk);
    expect(list.subjects).to.have.length(14);
  });

  it('start again when api-base changes', async () => {
    const list = new ListHarness((await loading('isp-ticket-list')) as TicketListElement);
    list.element.apiBase = '/nowhere/api';
    await list.waitUntil(() => list.text.includes(en['list.failed']));
    // A 404 of the server is retried automatically.
    const paths = new Set(desk.requests.map(({path}) => path));
    expect([...paths]).to.eql(['/api/customer/tickets', '/nowhere/api/customer/tickets']);
    held.release();
    await waitForNetworkIdle(desk);
    expect(list.text).to.contain(en['list.failed']);
    expect(list.rows).to.be.empty;
  });

  it('are made once when api-base, token and fetch are set one after the other', async () => {
    held.release();
    const token = await desk.tokenFor('harbour.view');
    const element = document.createElement('isp-ticket-list');
    box.append(element);
    element.token = token;
    element.apiBase = '/nowhere/api';
    element.fetch = desk.fetch;
    element.apiBase = '/api';
    const list = new ListHarness(element);
    await list.waitUntil(() => list.subjects.length === 3);
    expect(desk.requests).to.have.length(1);
  });

  it('use the token of the latest provider when an earlier one answers late', async () => {
    held.release();
    let late: (token: string) => void = () => undefined;
    const first = (): Promise<string> => new Promise(resolve => (late = resolve));
    const list = new ListHarness(
      await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider: first}, waitForReady: false}),
    );
    list.element.tokenProvider = () => desk.tokenFor('harbour.view');
    await list.waitUntil(() => list.subjects.length === 3);
    late(await desk.tokenFor());
    await waitForNetworkIdle(desk);
    expect(list.subjects).to.have.length(3);
  });

  it('wait for a slow token provider in the loading state', async () => {
    held.release();
    let answer: (token: string) => void = () => undefined;
    const tokenProvider = (): Promise<string> => new Promise(resolve => (answer = resolve));
    const list = new ListHarness(
      await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider}, waitForReady: false}),
    );
    expect(list.text).to.contain(en['list.loading']);
    answer(await desk.tokenFor('harbour.view'));
    await list.waitUntil(() => list.subjects.length === 3);
  });
});
