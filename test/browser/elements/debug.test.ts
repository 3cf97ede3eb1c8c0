import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {captureConsole} from '../../support/captured-console.js';
import {SupportHarness} from '../../support/support-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const secret = 'CANARY-what-the-customer-wrote';

describe('debug', () => {
  let desk: BrowserDesk;
  let output: ReturnType<typeof captureConsole>;

  beforeEach(() => {
    desk = createBrowserDesk();
    output = captureConsole();
  });

  afterEach(() => output.stop());

  it('prints nothing if it is off', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.sendReply(secret);
    await thread.waitUntil(() => desk.requests.some(({method}) => method === 'POST'));
    await waitForNetworkIdle(desk);
    expect(output.lines).to.be.empty;
  });

  it('prints method, path, status and duration of each request, and no origin and no query', async () => {
    const list = await ListHarness.mount(desk, {properties: {debug: true}});
    await waitForNetworkIdle(desk);
    expect(output.lines).to.have.length(desk.requests.length);
    expect(output.lines[0]).to.match(/^isp-support-elements: GET \/api\/customer\/tickets 200, .*\d+ ms$/);
    await list.element.refresh();
    expect(output.lines.at(-1)).to.match(/ 304, from the cache, .*\d+ ms$/);
    for (const line of output.lines) expect(line).not.to.match(/https?:|\?/);
  });

  it('prints each retry, and requests without a response', async () => {
    desk.faults.set({path: '/customer/tickets', times: 1}, faultKinds.dropRequest);
    await ListHarness.mount(desk, {properties: {debug: true}});
    expect(output.lines[0]).to.match(/GET \/api\/customer\/tickets no response, \d+ ms$/);
    expect(output.lines[1]).to.match(/ 200, .*\d+ ms, retry 1$/);
  });

  it('of <isp-support> applies to the elements within it, and stops when it is removed', async () => {
    const support = await SupportHarness.mount(desk, {properties: {debug: true}});
    await waitForNetworkIdle(desk);
    expect(output.lines).to.have.length(desk.requests.length);
    expect(output.lines.join()).to.include('GET /api/customer/ticket-updates');
    support.element.debug = false;
    await support.element.updateComplete;
    const {length} = output.lines;
    await support.element.refresh();
    await waitForNetworkIdle(desk);
    expect(output.lines).to.have.length(length);
  });

  it('never prints the token or the text of the customer, also if requests fail', async () => {
    const token = await desk.tokenFor();
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {properties: {debug: true, token}});
    desk.faults.set({method: 'POST', path: '/customer/**'}, faultKinds.answer(401));
    desk.faults.set({method: 'POST', path: '/customer/**'}, faultKinds.answer(422));
    await thread.sendReply(secret);
    await thread.waitUntil(() => desk.requests.some(({method}) => method === 'POST'));
    await thread.element.refresh();
    await waitForNetworkIdle(desk);
    const printed = output.lines.join('\n');
    expect(printed).to.include('POST /api/customer/tickets/');
    for (const canary of [secret, ...token.split('.')]) expect(printed).not.to.include(canary);
  });
});
