import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {mountTogether} from '../../support/mount-together.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const path = '/customer/tickets';

describe('automatic retry', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Makes a refresh of the list fail and focuses its Retry button. */
  async function focusRetry(list: ListHarness): Promise<HTMLElement> {
    desk.faults.set({path, times: Infinity}, faultKinds.html);
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.stale']));
    const button = list.button(en['error.retry']);
    button.focus();
    return button;
  }

  it('keeps the scroll position when the failure notice disappears', async () => {
    const list = await ListHarness.mount(desk);
    await focusRetry(list);
    list.element.parentElement!.style.paddingBlockEnd = '3000px';
    list.rows[10]!.scrollIntoView({block: 'start'});
    const {top} = list.rows[10]!.getBoundingClientRect();
    desk.faults.clear();
    dispatchEvent(new Event('online'));
    await list.waitUntil(() => !list.text.includes(en['error.stale']));
    expect(list.rows[10]!.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(list.focusedElement === list.element.renderRoot.querySelector('.heading')).to.be.true;
  });

  it('keeps the focus on the Retry button while retries fail, next to a banner that loads the same list', async () => {
    desk.faults.set({path: '/customer/ticket-updates', times: Infinity}, faultKinds.answer(404));
    const [banner, element] = await mountTogether(['isp-reply-banner', 'isp-ticket-list'], desk);
    const list = new ListHarness(element);
    await focusRetry(list);
    await banner.refresh();
    await list.waitUntil(() => list.hasButton(en['error.retry']));
    const button = list.button(en['error.retry']);
    button.focus();
    const requestCount = (): number => requestsTo(desk, 'GET', /tickets$/).length;
    const before = requestCount();
    dispatchEvent(new Event('online'));
    await list.waitUntil(() => requestCount() > before);
    await waitForNetworkIdle(desk);
    await list.element.updateComplete;
    expect(list.focusedElement === button).to.be.true;
  });

  it('does not move the focus when the customer logged out while Retry had the focus', async () => {
    const list = await ListHarness.mount(desk);
    await focusRetry(list);
    await list.element.logout();
    await list.waitUntil(() => list.rows.length === 0);
    desk.faults.clear();
    list.element.token = await desk.tokenFor(undefined, 600);
    await list.waitUntil(() => list.rows.length === 14);
    expect(list.focusedElement === document.body).to.be.true;
  });

  it('shows the loading state instead of the session-ended notice when a new token is set', async () => {
    const expired = await desk.tokenFor(undefined, -1);
    const list = await ListHarness.mount(desk, {username: null, properties: {token: expired}});
    expect(list.text).to.include(en['error.unauthenticated']);
    const held = faultKinds.hold();
    desk.faults.set({path}, held.fault);
    list.element.token = await desk.tokenFor();
    await held.arrived;
    await list.waitUntil(() => list.text.includes(en['list.loading']));
    expect(list.text).not.to.include(en['error.unauthenticated']);
    held.release();
    await list.waitUntil(() => list.rows.length === 14);
  });
});
