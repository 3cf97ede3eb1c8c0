import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NavigateEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {fetchTickets, requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {nextTask} from '../../support/next-task.js';

const empty = {subject: '', description: '', category: 'General', priority: 'Normal'};
const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};
const prefill = {subject: 'Router', description: 'It blinks.', category: 'wifi', priority: 'low'};

describe('<isp-new-ticket> draft', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openFilled(): Promise<FormHarness> {
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    return form;
  }

  it('starts with the prefill values', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    expect(form.values).to.eql({subject: 'Router', description: 'It blinks.', category: 'Wi-Fi', priority: 'Low'});
  });

  for (const absent of [null, undefined, {}, []]) {
    it(`starts with the other values if a prefill value is ${JSON.stringify(absent) ?? 'undefined'}`, async () => {
      const values = {subject: absent, description: absent, category: absent, priority: 'low'};
      const form = await FormHarness.mount(desk, {properties: {prefill: values as never}});
      expect(form.values).to.include({subject: '', description: '', priority: 'Low'});
      await form.fill({subject: 'Router', description: 'It blinks.'});
      await form.pressCreate();
      await form.waitUntilCreated();
      expect((await fetchTickets(desk))[0]).to.include({subject: 'Router', priority: 'low'});
    });
  }

  it('starts with a prefill value that is a number', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill: {subject: 4711} as never}});
    expect(form.values.subject).to.equal('4711');
    await form.pressCreate();
    expect(form.isInvalid(form.descriptionInput)).to.be.true;
  });

  it('takes precedence over a prefill that is set later', async () => {
    const form = await openFilled();
    form.element.prefill = prefill;
    await form.element.updateComplete;
    expect(form.values).to.eql(filled);
  });

  it('takes precedence over the prefill field by field, even if a field was emptied', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.fill({subject: '', priority: 'High'});
    expect(form.values).to.eql({subject: '', description: 'It blinks.', category: 'Wi-Fi', priority: 'High'});
  });

  it('is sent with the prefill values when the customer changed nothing', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.pressCreate();
    await form.waitUntilCreated();
  });

  it('does not apply the same prefill to the next ticket', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.pressCreate();
    await form.waitUntilCreated();
    await form.pressButton(en['form.another']);
    expect(form.values).to.eql(empty);
    form.element.prefill = {...prefill, subject: 'Another router'};
    await form.element.updateComplete;
    expect(form.subjectInput.value).to.equal('Another router');
  });

  it('is emptied by reset(), including the prefill', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    form.element.reset();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
  });

  it('is restored when the form is removed and reconnected', async () => {
    const form = await openFilled();
    const {element} = form;
    const box = element.parentElement!;
    element.remove();
    await nextTask();
    await nextTask();
    box.append(element);
    await form.waitUntil(() => form.subjectInput.value !== '');
    expect(form.values).to.eql(filled);
  });

  it('is restored in another form that is mounted later', async () => {
    const {element} = await openFilled();
    element.remove();
    await nextTask();
    await nextTask();
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => form.subjectInput.value !== '');
    expect(form.values).to.eql(filled);
  });

  it('is kept when Cancel is pressed, which dispatches isp-navigate to the list', async () => {
    const form = await openFilled();
    const left = nextEvent(document.body, NavigateEvent);
    await form.pressButton(en['form.cancel']);
    const {view, cancelable} = await left;
    expect({view, cancelable}).to.eql({view: 'list', cancelable: true});
    expect(form.values).to.eql(filled);
    expect(requestsTo(desk, 'POST', /./)).to.eql([]);
  });

  it('is deleted when the server has accepted the ticket', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const another = await FormHarness.mount(desk);
    expect(another.values).to.eql(empty);
  });

  it('is deleted by reset(), with all error messages', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({...filled, description: ''});
    await form.pressCreate();
    form.element.reset();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    expect(form.errorSummary).to.equal('');
    expect(form.isInvalid(form.descriptionInput)).to.be.false;
  });

  it('is deleted by logout() for every following customer', async () => {
    const form = await openFilled();
    form.element.logout();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.waitUntil(() => form.subjectInput.value === '');
    form.element.token = await desk.tokenFor();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
  });

  it('is hidden from another customer and restored for its owner', async () => {
    const form = await openFilled();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    form.element.token = await desk.tokenFor();
    await form.waitUntil(() => form.values.subject === filled.subject);
    expect(form.values).to.eql(filled);
  });

  it('is kept when the customer’s token is renewed', async () => {
    const form = await openFilled();
    form.element.token = await desk.tokenFor();
    await form.element.updateComplete;
    expect(form.values).to.eql(filled);
  });

  it('becomes a ticket whose number is hidden from the next customer', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    expect(form.text).not.to.match(/TKT-/);
  });

  for (const [name, fault] of Object.entries({'a ticket': undefined, 'a failure': faultKinds.answer(503)})) {
    it(`that results in ${name} after another customer signed in shows nothing to that customer`, async () => {
      const held = faultKinds.hold();
      desk.faults.set({method: 'POST'}, held.fault);
      if (fault) desk.faults.set({method: 'POST'}, fault);
      const form = await openFilled();
      await form.pressCreate();
      await held.arrived;
      form.element.token = await desk.tokenFor('harbour.view');
      await form.element.updateComplete;
      expect(form.hasButton(en['form.create'])).to.be.true;
      held.release();
      await form.waitUntil(() => requestsTo(desk, 'POST', /./)[0]?.status !== 'pending');
      await nextTask();
      await form.element.updateComplete;
      expect(form.text).not.to.match(/TKT-/);
      expect(form.errorSummary).to.equal('');
      expect(form.values).to.eql(empty);
    });
  }
});
