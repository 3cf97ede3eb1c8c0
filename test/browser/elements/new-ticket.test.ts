import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import {FormHarness} from '../../support/form-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';

const config = {path: '/customer/ticket-config'};

const builtIn = ['general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other'].map(
  value => en[`category.${value}` as keyof typeof en],
);

interface Choices {
  readonly categories: object[];
  readonly priorities: object[];
}

describe('<isp-new-ticket>', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('starts empty, with category General and priority Normal', async () => {
    const form = await FormHarness.mount(desk);
    expect(form.values).to.eql({subject: '', description: '', category: 'General', priority: 'Normal'});
  });

  it('shows subject, category, priority and description in this order', async () => {
    const form = await FormHarness.mount(desk);
    const order = [form.subjectInput, form.categorySelect, form.priorityRadios[0]!, form.descriptionInput];
    const tops = order.map(control => control.getBoundingClientRect().top);
    expect(tops).to.eql([...tops].sort((a, b) => a - b));
    expect([form.subjectInput, form.descriptionInput].map(({required}) => required)).to.eql([true, true]);
    expect(form.priorityRadios.map(accessibleNameOf)).to.eql(['Low', 'Normal', 'High']);
    expect(accessibleNameOf(form.priorityGroup)).to.equal(en['form.priority']);
  });

  it('offers the server’s categories', async () => {
    const own = rewriteResponse<Choices>(choices => ({
      ...choices,
      categories: [{value: 'tv', label: 'Television'}, {value: 'wifi'}, {value: 'smart_home'}],
      default_category: 'wifi',
    }));
    desk.faults.set(config, own);
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => form.categoryOptions.includes('Television'));
    expect(form.categoryOptions).to.eql(['Television', 'Wi-Fi', 'Smart home']);
    expect(form.values.category).to.equal('Wi-Fi');
  });

  it('offers the server’s priorities', async () => {
    const own = rewriteResponse<Choices>(choices => ({
      ...choices,
      priorities: [{value: 'normal'}, {value: 'p1', label: 'Business down', hint: 'Costs a call-out'}],
    }));
    desk.faults.set(config, own);
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => form.priorityRadios.length === 2);
    await form.fill({priority: 'Business down'});
    expect(form.text).to.include('Costs a call-out');
    expect(form.text).not.to.include(en['priority.high.hint']);
  });

  for (const [what, prefill] of [
    ['the server’s default', undefined],
    ['the prefilled value', {category: 'billing', priority: 'high'}],
  ] as const) {
    it(`sends the category and the priority that it shows if ${what} is not offered`, async () => {
      const own = rewriteResponse<Choices>(choices => ({
        ...choices,
        categories: [{value: 'internet'}, {value: 'tv'}],
        priorities: [{value: 'p1'}, {value: 'p2'}],
        default_category: null,
      }));
      desk.faults.set(config, own);
      const form = await FormHarness.mount(desk, {properties: {prefill}});
      await form.waitUntil(() => form.categoryOptions.includes('Internet'));
      expect(form.values).to.include({category: 'Internet', priority: 'P1'});
      await form.fill({subject: 'Slow', description: 'Since Monday.'});
      const submitted = nextEvent(form.element, TicketSubmitEvent);
      await form.pressCreate();
      expect((await submitted).draft).to.include({category: 'internet', priority: 'p1'});
    });
  }

  it('offers the built-in categories until the configuration loads, and when the server has none', async () => {
    desk.faults.set({...config, times: Infinity}, faultKinds.answer(404));
    const form = await FormHarness.mount(desk);
    expect(form.categoryOptions).to.eql(builtIn);
    await form.waitUntil(() => requestsTo(desk, 'GET', /ticket-config/)[0]?.status === 404);
    await form.element.updateComplete;
    expect(form.categoryOptions).to.eql(builtIn);
    expect(form.text).not.to.include(en['error.retry']);
  });

  it('keeps the customer’s choice when the configuration loads later', async () => {
    const held = faultKinds.hold();
    desk.faults.set(config, held.fault);
    desk.faults.set(
      config,
      rewriteResponse<object>(choices => ({...choices, default_category: 'billing'})),
    );
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'Slow', category: 'Slow speed'});
    held.release();
    await form.waitUntil(() => requestsTo(desk, 'GET', /ticket-config/)[0]?.status === 200);
    await form.element.updateComplete;
    expect(form.values).to.include({subject: 'Slow', category: 'Slow speed'});
  });

  it('creates a ticket when the configuration cannot be loaded', async () => {
    desk.faults.set({...config, times: Infinity}, faultKinds.html);
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => requestsTo(desk, 'GET', /ticket-config/)[0]?.status === 200);
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    await form.pressCreate();
    await form.waitUntilCreated();
  });

  it('says when to select High, whichever priority is selected, so that no space is empty', async () => {
    const form = await FormHarness.mount(desk);
    expect(en['priority.high.hint']).to.match(/outage/i);
    for (const priority of ['Normal', 'High', 'Low']) {
      await form.fill({priority});
      expect(form.text).to.include(en['priority.high.hint']);
      expect(form.descriptionOf(form.priorityGroup)).to.equal(en['priority.high.hint']);
    }
  });

  it('offers no other control: no status, owner or assignee', async () => {
    const form = await FormHarness.mount(desk);
    const roles = ['textbox', 'combobox', 'listbox', 'checkbox', 'switch', 'slider', 'spinbutton', 'link'];
    const found = roles.flatMap(role => queryAllByRole(form.element, role).map(accessibleNameOf));
    expect(found).to.eql([en['form.subject'], en['form.description'], en['form.category']]);
    expect(queryAllByRole(form.element, 'button').map(accessibleNameOf)).to.eql([en['form.create'], en['form.cancel']]);
  });

  it('uses the heading level of the page', async () => {
    const form = await FormHarness.mount(desk, {properties: {headingLevel: 3}});
    expect(form.heading.getAttribute('aria-level')).to.equal('3');
    expect(form.heading.innerText).to.equal(en['form.heading']);
  });

  it('shows the form-intro slot above the fields', async () => {
    const form = await FormHarness.mount(desk);
    form.element.insertAdjacentHTML('beforeend', '<p slot="form-intro">A cable is cut in Saltmarsh.</p>');
    const intro = form.element.querySelector('p')!.getBoundingClientRect();
    expect(intro.height).to.be.above(0);
    expect(intro.bottom).to.be.at.most(form.subjectInput.getBoundingClientRect().top);
  });
});
