import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ThreadHarness} from '../../support/thread-harness.js';

/** The tickets of this customer have built-in statuses, priorities and categories only. */
const harbour = {username: 'harbour.view'};
const slug = 'lift-phone';
const subject = 'Emergency phone';
const label = (values: readonly string[]) => values.map(value => ({value, label: `Our ${value}`}));

describe('operator labels for built-in values', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
    const labelled = rewriteResponse<object>(config => ({
      ...config,
      statuses: label(['open', 'in_progress', 'pending', 'resolved', 'closed']),
      priorities: label(['low', 'normal', 'high']),
      categories: label(['general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other']),
    }));
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, labelled);
  });

  const configRequests = (): number => requestsTo(desk, 'GET', /ticket-config$/).length;

  it('are not requested by a list alone', async () => {
    const list = await ListHarness.mount(desk, harbour);
    await waitForNetworkIdle(desk);
    expect(configRequests()).to.equal(0);
    expect(list.rowText(subject)).not.to.match(/Our /);
  });

  it('are requested by a thread, and used in the list as well', async () => {
    const list = await ListHarness.mount(desk, harbour);
    const thread = await ThreadHarness.mount(desk, slug, harbour);
    await thread.waitUntil(() => /^Our /.test(thread.status));
    await list.waitUntil(() => /Our /.test(list.rowText(subject)));
    expect(configRequests()).to.equal(1);
  });

  it('are used in list and thread when the form has loaded them', async () => {
    const list = await ListHarness.mount(desk, harbour);
    const thread = await ThreadHarness.mount(desk, slug, harbour);
    const form = await FormHarness.mount(desk, harbour);
    await form.waitUntil(() => form.categoryOptions.includes('Our billing'));
    await list.waitUntil(() => /Our \w+.*Priority: Our \w+/.test(list.rowText(subject)));
    await thread.waitUntil(() => /^Our /.test(thread.status));
    expect(thread.text).to.match(/Our \w+ Priority: Our \w+ Opened/);
    expect(configRequests()).to.equal(1);
  });

  it('are used in a list that is mounted after the form', async () => {
    const form = await FormHarness.mount(desk, harbour);
    await form.waitUntil(() => form.categoryOptions.includes('Our billing'));
    const list = await ListHarness.mount(desk, harbour);
    expect(list.rowText(subject)).to.match(/Priority: Our \w+/);
    expect(configRequests()).to.equal(1);
  });
});
