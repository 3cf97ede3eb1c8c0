import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NavigateEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {nextTask} from '../../support/next-task.js';

const empty = {subject: '', description: '', category: 'General', priority: 'Normal'};
const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};
const prefill = {subject: 'Router', description: 'It blinks.', category: 'wifi', priority: 'low'};

describe('<isp-new-ticket>, what is written and not sent', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openFilled(): Promise<FormHarness> {
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    return form;
  }

  it('begins with the words that the host gives', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    expect(form.values).to.eql({subject: 'Router', description: 'It blinks.', category: 'Wi-Fi', priority: 'Low'});
  });

  it('goes before the words that the host gives', async () => {
    const form = await openFilled();
    form.element.prefill = prefill;
    await form.element.updateComplete;
    expect(form.values).to.eql(filled);
  });

  it('goes before them field by field, an emptied field included', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.fill({subject: '', priority: 'High'});
    expect(form.values).to.eql({subject: '', description: 'It blinks.', category: 'Wi-Fi', priority: 'High'});
  });

  it('is sent with the host’s words where the customer changed nothing', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.pressCreate();
    await form.waitUntilCreated();
  });

  it('does not begin a second ticket with the host’s words', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    await form.pressCreate();
    await form.waitUntilCreated();
    await form.pressButton(en['form.another']);
    expect(form.values).to.eql(empty);
    form.element.prefill = {...prefill, subject: 'Another router'};
    await form.element.updateComplete;
    expect(form.subjectInput.value).to.equal('Another router');
  });

  it('is empty when the host empties the form that it had filled', async () => {
    const form = await FormHarness.mount(desk, {properties: {prefill}});
    form.element.reset();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
  });

  it('is still there after the form has left the page and come back', async () => {
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

  it('is still there in another form that comes after', async () => {
    const {element} = await openFilled();
    element.remove();
    await nextTask();
    await nextTask();
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => form.subjectInput.value !== '');
    expect(form.values).to.eql(filled);
  });

  it('is there after Cancel, which leads back to the list', async () => {
    const form = await openFilled();
    const left = nextEvent(document.body, NavigateEvent);
    await form.pressButton(en['form.cancel']);
    const {view, cancelable} = await left;
    expect({view, cancelable}).to.eql({view: 'list', cancelable: true});
    expect(form.values).to.eql(filled);
    expect(requestsTo(desk, 'POST', /./)).to.eql([]);
  });

  it('is gone once the server has it', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const another = await FormHarness.mount(desk);
    expect(another.values).to.eql(empty);
  });

  it('is gone when the host empties the form, and with it what was said', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({...filled, description: ''});
    await form.pressCreate();
    form.element.reset();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    expect(form.errorSummary).to.equal('');
    expect(form.isInvalid(form.descriptionInput)).to.be.false;
  });

  it('is gone after logout, for whoever comes next', async () => {
    const form = await openFilled();
    form.element.logout();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.waitUntil(() => form.subjectInput.value === '');
    form.element.token = await desk.tokenFor();
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
  });

  it('is not shown to another customer, and is there again for its own', async () => {
    const form = await openFilled();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    form.element.token = await desk.tokenFor();
    await form.element.updateComplete;
    expect(form.values).to.eql(filled);
  });

  it('stays when the customer’s token is renewed', async () => {
    const form = await openFilled();
    form.element.token = await desk.tokenFor();
    await form.element.updateComplete;
    expect(form.values).to.eql(filled);
  });

  it('of which came a ticket is not told to another customer', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    form.element.token = await desk.tokenFor('harbour.view');
    await form.element.updateComplete;
    expect(form.values).to.eql(empty);
    expect(form.text).not.to.match(/TKT-/);
  });

  for (const [name, fault] of Object.entries({'a ticket': undefined, 'a failure': faultKinds.answer(503)})) {
    it(`of which came ${name} only after another customer had come is not told to that one`, async () => {
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
