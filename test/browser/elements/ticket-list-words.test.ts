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

/** A server whose newest ticket carries words of its own. */
const firstTicket = (change: Partial<Record<keyof DeskTicket, string | null>>): Fault =>
  rewriteResponse<{data: object[]}>(page => ({
    ...page,
    data: page.data.map((row, index) => (index === 0 ? {...row, ...change} : row)),
  }));

describe('<isp-ticket-list> and words that it does not know', () => {
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

  it('does not ask for the operator’s words while it knows all of them', async () => {
    await open({});
    expect(configRequests()).to.equal(0);
  });

  for (const [kind, config] of [
    ['status', {statuses: [{value: 'sent_to_partner', label: 'With our partner'}]}],
    ['priority', {priorities: [{value: 'sent_to_partner', label: 'With our partner'}]}],
  ] as const) {
    it(`shows an unknown ${kind} by the operator’s label`, async () => {
      const list = await open({[kind]: 'sent_to_partner'}, config);
      expect(list.rowText(subject)).to.contain('With our partner');
      expect(configRequests()).to.equal(1);
    });

    it(`shows an unknown ${kind} as it stands when nobody has a label for it`, async () => {
      const list = await open({[kind]: 'sent_to_partner'});
      expect(list.rowText(subject)).to.contain('Sent to partner');
    });

    it(`shows an unknown ${kind} that is a name of the language’s own`, async () => {
      const list = await open({[kind]: 'constructor'});
      expect(list.rowText(subject)).to.contain('Constructor');
    });
  }

  it('shows the ticket at once, while the label is on its way', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets'}, firstTicket({status: 'on_hold'}));
    desk.faults.set({path: '/customer/ticket-config'}, held.fault);
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    await held.arrived;
    expect(list.rowText(subject)).to.contain('On hold');
    held.release();
  });

  it('shows all tickets when the configuration cannot be had', async () => {
    desk.faults.set({path: '/customer/tickets'}, firstTicket({status: 'on_hold'}));
    desk.faults.set({path: '/customer/ticket-config'}, faultKinds.html);
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    await waitForNetworkIdle(desk);
    expect(list.subjects).to.have.length(3);
    expect(list.text).not.to.contain(en['error.bad_response']);
  });

  it('hides no ticket over an unknown category', async () => {
    const list = await open({category: 'installation'});
    expect(list.subjects).to.have.length(3);
    expect(configRequests()).to.equal(1);
  });

  it('shows a ticket of which the server does not say how many replies it has', async () => {
    const list = await open({reply_count: null});
    expect(list.rowText(subject)).not.to.match(/\brepl(y|ies)\b(?! )/);
    expect(list.subjects).to.have.length(3);
  });

  it('leaves who replied open when the server does', async () => {
    const list = await open({last_reply_by: null} as Parameters<typeof firstTicket>[0]);
    expect(list.rowText(subject)).to.contain('Last reply');
  });
});
