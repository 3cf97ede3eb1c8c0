import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {DeskTicket} from '../../support/desk-api.js';
import {requestsTo} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** A server whose newest ticket has these values. */
const firstTicket = (change: Partial<Record<keyof DeskTicket, string | null>>): Fault =>
  rewriteResponse<{data: object[]}>(page => ({
    ...page,
    data: page.data.map((row, index) => (index === 0 ? {...row, ...change} : row)),
  }));

describe('<isp-ticket-list> unknown values', () => {
  let desk: BrowserDesk;
  const subject = 'Emergency phone';

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const open = async (change: Parameters<typeof firstTicket>[0], config?: object): Promise<ListHarness> => {
    desk.faults.set({path: '/customer/tickets'}, firstTicket(change));
    const configFault = config ? rewriteResponse<object>(known => ({...known, ...config})) : faultKinds.answer(404);
    desk.faults.set({path: '/customer/ticket-config'}, configFault);
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    await waitForNetworkIdle(desk);
    return list;
  };

  const configRequests = (): number => requestsTo(desk, 'GET', /ticket-config$/).length;

  it('do not occur, so no configuration is requested', async () => {
    await open({});
    expect(configRequests()).to.equal(0);
  });

  for (const [kind, config] of [
    ['status', {statuses: [{value: 'sent_to_partner', label: 'With our partner'}]}],
    ['priority', {priorities: [{value: 'sent_to_partner', label: 'With our partner'}]}],
  ] as const) {
    it(`of ${kind} are shown by the operator’s label`, async () => {
      const list = await open({[kind]: 'sent_to_partner'}, config);
      expect(list.rowText(subject)).to.contain('With our partner');
      expect(configRequests()).to.equal(1);
    });

    it(`of ${kind} are shown as readable text when the operator has no label`, async () => {
      const list = await open({[kind]: 'sent_to_partner'});
      expect(list.rowText(subject)).to.contain('Sent to partner');
    });

    it(`of ${kind} may be names of Object.prototype properties`, async () => {
      const list = await open({[kind]: 'constructor'});
      expect(list.rowText(subject)).to.contain('Constructor');
    });
  }

  it('are shown as readable text while the label loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, firstTicket({status: 'on_hold'}));
    desk.faults.set({path: '/customer/ticket-config'}, held.fault);
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    await held.arrived;
    expect(list.rowText(subject)).to.contain('On hold');
    held.release();
  });

  it('do not hide tickets when the configuration cannot be loaded', async () => {
    desk.faults.set({path: '/customer/tickets'}, firstTicket({status: 'on_hold'}));
    desk.faults.set({path: '/customer/ticket-config'}, faultKinds.html);
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    await waitForNetworkIdle(desk);
    expect(list.subjects).to.have.length(3);
    expect(list.text).not.to.contain(en['error.bad_response']);
  });

  it('of category do not hide the ticket', async () => {
    const list = await open({category: 'installation'});
    expect(list.subjects).to.have.length(3);
    expect(configRequests()).to.equal(1);
  });

  it('of reply_count omit the number of replies', async () => {
    const list = await open({reply_count: null});
    expect(list.rowText(subject)).not.to.match(/\brepl(y|ies)\b(?! )/);
    expect(list.subjects).to.have.length(3);
  });

  it('of last_reply_by omit the author of the last reply', async () => {
    const list = await open({last_reply_by: null} as Parameters<typeof firstTicket>[0]);
    expect(list.rowText(subject)).to.contain('Last reply');
  });
});
