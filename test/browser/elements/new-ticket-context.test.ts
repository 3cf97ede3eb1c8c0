import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {fetchTicket, fetchTickets} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';

const context = {Plan: 'Fibre 300', 'Line state': 'up for <3 days'};

describe('<isp-new-ticket> context property', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('is shown to the customer before it is sent', async () => {
    const form = await FormHarness.mount(desk, {properties: {context}});
    expect(form.text).to.include(en['form.context']);
    for (const [name, value] of Object.entries(context)) expect(form.text).to.include(`${name} ${value}`);
  });

  it('is appended to the customer’s description', async () => {
    const form = await FormHarness.mount(desk, {properties: {context}});
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    const {description} = await fetchTicket(desk, newest!.id);
    expect(description).to.equal('Since Monday.\n\nPlan: Fibre 300\nLine state: up for <3 days');
  });

  it('has only what has a value, in the form and in the description', async () => {
    const values = {Plan: null, Line: undefined, Router: {name: 'x'}, Ports: [1], Up: 0, IPv6: true, City: 'Ulm'};
    const form = await FormHarness.mount(desk, {properties: {context: values as never}});
    expect(form.text)
      .to.include('Up 0 IPv6 true City Ulm')
      .and.not.match(/Plan|Line|Router|Ports|null|undefined|object/);
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    expect((await fetchTicket(desk, newest!.id)).description).to.equal('Since Monday.\n\nUp: 0\nIPv6: true\nCity: Ulm');
  });

  it('renders nothing when nothing in it has a value', async () => {
    const form = await FormHarness.mount(desk, {properties: {context: {Plan: null} as never}});
    expect(form.text).not.to.include(en['form.context']);
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    expect((await fetchTicket(desk, newest!.id)).description).to.equal('Since Monday.');
  });

  it('does not replace the required description', async () => {
    const form = await FormHarness.mount(desk, {properties: {context}});
    await form.fill({subject: 'Slow'});
    await form.pressCreate();
    expect(form.isInvalid(form.descriptionInput)).to.be.true;
  });

  it('renders nothing when it is empty', async () => {
    const form = await FormHarness.mount(desk, {properties: {context: {}}});
    expect(form.text).not.to.include(en['form.context']);
  });
});
