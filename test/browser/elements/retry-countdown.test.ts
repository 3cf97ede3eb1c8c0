import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';

describe('retry countdown after a 429', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('pauses all requests of the page and counts down on the Retry button', async () => {
    desk.faults.set({path: '/**'}, faultKinds.answer(429, {retryAfter: 30}));
    const list = await ListHarness.mount(desk);
    expect(list.text).to.include(en['error.rate_limited']);
    const [button] = [list.button(/^Try again in \d+ s$/)];
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    const requestCount = desk.requests.length;
    button.click();
    await ListHarness.mount(desk);
    expect(desk.requests).to.have.length(requestCount);
    const before = Number.parseInt(/\d+/.exec(button.textContent ?? '')?.[0] ?? '');
    await list.waitUntil(() => Number.parseInt(/\d+/.exec(button.textContent ?? '')?.[0] ?? '') < before);
  });

  it('pauses sending and counts down on the reply’s Retry button', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set({method: 'POST'}, faultKinds.answer(429, {retryAfter: 30}));
    await thread.sendReply('It came again.');
    await thread.waitUntil(() => thread.hasButton(/^Try again in \d+ s$/));
    const {length: requestCount} = requestsTo(desk, 'POST', /replies$/);
    const button = thread.button(/^Try again in \d+ s$/);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    await thread.sendReply('And again.');
    await waitForNetworkIdle(desk);
    expect(requestsTo(desk, 'POST', /replies$/)).to.have.length(requestCount);
    expect(thread.lastMessage.text).to.equal('And again.');
  });

  it('ends with an automatic retry', async () => {
    desk.faults.set({path: '/**'}, faultKinds.answer(429, {retryAfter: 0}));
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.subjects.length > 0);
  });
});
