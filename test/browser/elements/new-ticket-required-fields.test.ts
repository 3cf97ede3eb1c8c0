import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';

const required = en['form.required'];

describe('<isp-new-ticket> required fields', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const invalidFields = (form: FormHarness): boolean[] =>
    [form.subjectInput, form.descriptionInput].map(box => form.isInvalid(box));

  it('shows and announces the error summary when Create is pressed in an empty form', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    expect(form.errorSummary).to.equal(required);
    await form.waitUntil(() => form.lastAnnouncement === required);
  });

  it('marks both fields as invalid and focuses the first', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    expect(invalidFields(form)).to.eql([true, true]);
    expect(form.descriptionOf(form.subjectInput)).to.include(en['form.subject.required']);
    expect(form.descriptionOf(form.descriptionInput)).to.include(en['form.description.required']);
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
  });

  it('marks only the description when the subject is filled in, and keeps all values', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'Slow', category: 'Billing', priority: 'Low'});
    await form.pressCreate();
    expect(form.errorSummary).to.equal(en['form.description.required']);
    expect(invalidFields(form)).to.eql([false, true]);
    await form.waitUntil(() => form.focusedElement === form.descriptionInput);
    expect(form.values).to.eql({subject: 'Slow', description: '', category: 'Billing', priority: 'Low'});
  });

  it('marks only the subject when the description is filled in, and keeps all values', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({description: 'Since Monday.'});
    await form.pressCreate();
    expect(invalidFields(form)).to.eql([true, false]);
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.values.description).to.equal('Since Monday.');
  });

  it('treats white space as missing and keeps it in the fields', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: '   ', description: '\n \t'});
    await form.pressCreate();
    expect(invalidFields(form)).to.eql([true, true]);
    expect(form.values).to.include({subject: '   ', description: '\n \t'});
  });

  it('treats characters without a glyph as missing', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: '\u3164\u2800', description: '\u200b\n\ufeff'});
    await form.pressCreate();
    expect(invalidFields(form)).to.eql([true, true]);
  });

  it('sends nothing and dispatches no isp-ticket-submit', async () => {
    const form = await FormHarness.mount(desk);
    let submits = 0;
    form.element.addEventListener(TicketSubmitEvent.type, () => submits++);
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(submits).to.equal(0);
    expect(requestsTo(desk, 'POST', /./)).to.eql([]);
  });

  it('shows no error before Create is pressed', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'x'});
    await form.fill({subject: ''});
    expect(invalidFields(form)).to.eql([false, false]);
    expect(form.errorSummary).to.equal('');
  });

  it('removes each error when its field is filled in', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await form.fill({subject: 'Slow'});
    expect(invalidFields(form)).to.eql([false, true]);
    expect(form.descriptionOf(form.subjectInput)).not.to.include(en['form.subject.required']);
    await form.fill({description: 'Since Monday.'});
    expect(invalidFields(form)).to.eql([false, false]);
    expect(form.errorSummary).to.equal('');
  });

  it('shows the errors again when Create is pressed again', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    form.descriptionInput.focus();
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.errorSummary).to.equal(required);
  });

  it('turns off native validation', async () => {
    const form = await FormHarness.mount(desk);
    expect(form.subjectInput.form!.noValidate).to.be.true;
  });
});
