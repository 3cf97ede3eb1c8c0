import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {nextEvent} from '../../support/next-event.js';

const posted = {method: 'POST', path: '/customer/tickets'};
const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};

const invalid =
  (errors: Record<string, string>): Fault =>
  async () => {
    const rows = Object.entries(errors).map(([field, detail]) => ({pointer: `/${field}`, code: 'bad', detail}));
    return Response.json({title: 'Some fields cannot be accepted', status: 422, errors: rows}, {status: 422});
  };

describe('<isp-new-ticket> server errors', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function failWith(fault: Fault): Promise<FormHarness> {
    desk.faults.set(posted, fault);
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    await form.pressCreate();
    await form.waitUntil(() => form.errorSummary !== '');
    return form;
  }

  const keys = (): (string | undefined)[] =>
    requestsTo(desk, 'POST', /\/tickets$/).map(({headers}) => headers['idempotency-key']);

  const refusals: Record<string, [Fault, string]> = {
    'the text is too long': [faultKinds.answer(413), 'The text is too long'],
    'the server rejects the body': [faultKinds.answer(400), 'The body is no JSON.'],
    'the account has too many open tickets': [
      async () => Response.json({title: 'You have ten open tickets', status: 409}, {status: 409}),
      'You have ten open tickets',
    ],
  };

  for (const [name, [fault, reason]] of Object.entries(refusals)) {
    it(`keep all values and show the reason when ${name}`, async () => {
      const form = await failWith(fault);
      expect(form.values).to.eql(filled);
      expect(form.errorSummary).to.equal(`${en['form.failed'].replace('{reason}', reason)} ${en['form.saved']}`);
      expect(form.hasButton(en['form.create'])).to.be.true;
    });
  }

  it('keep a draft that was written in another form in the meantime', async () => {
    const held = faultKinds.hold();
    desk.faults.set(posted, (request, next) =>
      held.fault(request, next).then(() => faultKinds.answer(413)(request, next)),
    );
    const [first, second] = [await FormHarness.mount(desk), await FormHarness.mount(desk)];
    await first.fill(filled);
    await first.pressCreate();
    await held.arrived;
    await second.fill({subject: 'Another', description: 'Second words.'});
    held.release();
    await first.waitUntil(() => first.errorSummary !== '');
    const all = `${first.values.subject} ${first.values.description}`;
    for (const words of ['Slow', 'Since Monday.', 'Another', 'Second words.']) expect(all).to.include(words);
  });

  it('are shown at each field, and the first invalid field gets the focus', async () => {
    const form = await failWith(
      invalid({
        subject: 'No capitals only, please',
        description: 'Leave out your password',
        category: 'Wi-Fi is served elsewhere',
        priority: 'High is not for you',
      }),
    );
    expect(form.descriptionOf(form.subjectInput)).to.include('No capitals only, please');
    expect(form.descriptionOf(form.descriptionInput)).to.include('Leave out your password');
    expect(form.descriptionOf(form.categorySelect)).to.include('Wi-Fi is served elsewhere');
    expect(form.descriptionOf(form.priorityGroup)).to.include('High is not for you');
    const fields = [form.subjectInput, form.categorySelect, form.priorityGroup, form.descriptionInput];
    expect(fields.every(field => form.isInvalid(field))).to.be.true;
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.values).to.eql(filled);
  });

  it('move the focus to the description when it is the only invalid field', async () => {
    const form = await failWith(invalid({description: 'Leave out your password'}));
    expect(form.isInvalid(form.subjectInput)).to.be.false;
    await form.waitUntil(() => form.focusedElement === form.descriptionInput);
  });

  it('move the focus to the category when it is the first invalid field', async () => {
    const form = await failWith(invalid({category: 'Not offered', description: 'Leave out your password'}));
    await form.waitUntil(() => form.focusedElement === form.categorySelect);
  });

  it('move the focus to the priority when it is the only invalid field', async () => {
    const form = await failWith(invalid({priority: 'High is not for you'}));
    await form.waitUntil(() => form.focusedElement === form.priorityRadios.find(({checked}) => checked));
  });

  it('disappear from the fields when the ticket is sent again', async () => {
    const form = await failWith(invalid({description: 'Leave out your password'}));
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    await form.pressCreate();
    await held.arrived;
    expect(form.text).not.to.include('Leave out your password').and.not.to.include(en['form.saved']);
    held.release();
    await form.waitUntilCreated();
  });

  it('dispatch isp-error', async () => {
    const failed = nextEvent(document.body, SupportErrorEvent);
    await failWith(faultKinds.answer(413));
    const {code, status, retryable} = await failed;
    expect({code, status, retryable}).to.eql({code: 'invalid', status: 413, retryable: false});
  });

  it('lead to a new Idempotency-Key when the customer changes the ticket', async () => {
    const form = await failWith(invalid({subject: 'Say more'}));
    await form.fill({subject: 'Very slow'});
    await form.pressCreate();
    await form.waitUntilCreated();
    expect(keys()).to.have.length(2);
    expect(keys()[1]).not.to.equal(keys()[0]);
  });

  for (const [what, options, text] of [
    ['the description', {}, 'x'.repeat(41)],
    ['the description with emoji, each of which is one character', {}, '😀'.repeat(41)],
    ['what is sent with it', {properties: {context: {Line: 'A-17'}}}, 'x'.repeat(31)],
  ] as const) {
    it(`are anticipated when ${what} exceeds the server’s limit`, async () => {
      const limits = rewriteResponse<object>(known => ({...known, limits: {description: 40}}));
      desk.faults.set({path: '/customer/ticket-config'}, limits);
      const form = await FormHarness.mount(desk, options);
      await waitForNetworkIdle(desk);
      await form.fill({...filled, description: text});
      await form.pressCreate();
      await form.waitUntil(() => form.focusedElement === form.descriptionInput);
      expect(form.isInvalid(form.descriptionInput)).to.be.true;
      expect(form.descriptionOf(form.descriptionInput)).to.include('at most 40');
      expect(form.values.description).to.equal(text);
      expect(keys()).to.eql([]);
      await form.fill({description: text.slice(0, 20)});
      expect(form.isInvalid(form.descriptionInput)).to.be.false;
    });
  }

  it('are anticipated when the subject exceeds the server’s limit', async () => {
    const form = await FormHarness.mount(desk);
    await form.waitUntil(() => requestsTo(desk, 'GET', /ticket-config/)[0]?.status === 200);
    await form.fill({...filled, subject: 'x'.repeat(201)});
    await form.pressCreate();
    await form.waitUntil(() => form.focusedElement === form.subjectInput);
    expect(form.isInvalid(form.subjectInput)).to.be.true;
    expect(form.descriptionOf(form.subjectInput)).to.include('at most 200');
    expect(form.values.subject).to.have.length(201);
    expect(keys()).to.eql([]);
    await form.fill({subject: 'x'.repeat(200)});
    expect(form.isInvalid(form.subjectInput)).to.be.false;
  });

  it('are not anticipated for a subject within the limit when counted in code points', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({...filled, subject: '\u{1F614}'.repeat(150)});
    await form.pressCreate();
    await form.waitUntilCreated();
  });
});
