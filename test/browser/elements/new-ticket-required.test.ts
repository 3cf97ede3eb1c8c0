import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {pressKeys} from '../../support/keyboard.js';

const required = 'Subject and description are required';

describe('<isp-new-ticket>, without a subject or a description', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const isScolded = (form: FormHarness): boolean[] =>
    [form.subjectInput, form.descriptionInput].map(box => form.isInvalid(box));

  it('says that both are required, in the words of the specification', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    expect(form.errorSummary).to.equal(required);
    await form.waitUntil(() => form.lastAnnouncement === required);
  });

  it('says so at each field as well, and moves the focus to the first', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    expect(isScolded(form)).to.eql([true, true]);
    expect(form.descriptionOf(form.subjectInput)).to.include(en['form.subject.required']);
    expect(form.descriptionOf(form.descriptionInput)).to.include(en['form.description.required']);
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
  });

  it('names the description alone when there is a subject, which stays', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'Slow', category: 'Billing', priority: 'Low'});
    await form.pressCreate();
    expect(form.errorSummary).to.equal(required);
    expect(isScolded(form)).to.eql([false, true]);
    await form.waitUntil(() => form.focusedElement === form.descriptionInput);
    expect(form.values).to.eql({subject: 'Slow', description: '', category: 'Billing', priority: 'Low'});
  });

  it('names the subject alone when there is a description, which stays', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({description: 'Since Monday.'});
    await form.pressCreate();
    expect(isScolded(form)).to.eql([true, false]);
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.values.description).to.equal('Since Monday.');
  });

  it('takes white space for nothing, and leaves it there', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: '   ', description: '\n \t'});
    await form.pressCreate();
    expect(isScolded(form)).to.eql([true, true]);
    expect(form.values).to.include({subject: '   ', description: '\n \t'});
  });

  it('sends nothing, and asks nobody', async () => {
    const form = await FormHarness.mount(desk);
    let submits = 0;
    form.element.addEventListener(TicketSubmitEvent.type, () => submits++);
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(submits).to.equal(0);
    expect(requestsTo(desk, 'POST', /./)).to.eql([]);
  });

  it('scolds nobody before Create is pressed', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'x'});
    await form.fill({subject: ''});
    expect(isScolded(form)).to.eql([false, false]);
    expect(form.errorSummary).to.equal('');
  });

  it('takes each word back as soon as its field is filled in', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await form.fill({subject: 'Slow'});
    expect(isScolded(form)).to.eql([false, true]);
    expect(form.descriptionOf(form.subjectInput)).not.to.include(en['form.subject.required']);
    await form.fill({description: 'Since Monday.'});
    expect(isScolded(form)).to.eql([false, false]);
    expect(form.errorSummary).to.equal('');
  });

  it('says it again when Create is pressed again', async () => {
    const form = await FormHarness.mount(desk);
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    form.descriptionInput.focus();
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.errorSummary).to.equal(required);
  });

  it('says it to somebody who presses Enter in the subject, too', async () => {
    const form = await FormHarness.mount(desk);
    form.subjectInput.focus();
    await pressKeys('Enter');
    await form.waitUntil(() => form.errorSummary === required);
  });

  it('leaves the saying to us and not to the browser', async () => {
    const form = await FormHarness.mount(desk);
    expect(form.subjectInput.form!.noValidate).to.be.true;
  });
});
