import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {TicketCreatedEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, fetchTickets} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';
import {accessibleTextOf} from '../../support/text-content.js';

const posted = {method: 'POST', path: '/customer/tickets', times: Infinity};
const filled = {subject: 'Dead', description: 'No light at all.', category: 'No internet', priority: 'High'};

describe('<isp-new-ticket> unsent ticket', () => {
  let desk: BrowserDesk;
  /** Removes the fault. */
  let clearFault: () => void;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function waitWith(fault: Fault, readFault?: Fault): Promise<FormHarness> {
    const clearWriteFault = desk.faults.set(posted, fault);
    const clearReadFault = readFault && desk.faults.set({...posted, method: 'GET'}, readFault);
    clearFault = () => {
      clearWriteFault();
      clearReadFault?.();
    };
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    await form.pressCreate();
    await form.waitUntil(() => form.heading.textContent?.trim() === en['form.unsent']);
    return form;
  }

  const posts = (): BrowserDesk['requests'] => requestsTo(desk, 'POST', /\/tickets$/);

  const keys = (): Set<string | undefined> => new Set(posts().map(({headers}) => headers['idempotency-key']));

  const reasons: Record<string, [Fault, string]> = {
    'the server answers 503': [faultKinds.answer(503), en['error.unavailable']],
    'the server answers 500': [faultKinds.answer(500), en['error.unavailable']],
    'the server answers 404': [faultKinds.answer(404), en['error.unavailable']],
    'the request is lost': [faultKinds.dropRequest, en['error.network']],
    'a captive portal answers': [faultKinds.html, en['error.bad_response']],
    'the server still processes the first attempt': [faultKinds.answer(409, {retryAfter: 30}), en['error.busy']],
    'the server answers 429': [faultKinds.answer(429), en['error.rate_limited']],
    'the session has ended': [faultKinds.answer(401), en['error.unauthenticated']],
  };

  for (const [name, [fault, reason]] of Object.entries({
    'the response is lost': [faultKinds.dropAnswer, en['error.network']],
    'the response is truncated': [faultKinds.truncatedBody, en['error.bad_response']],
  } as const)) {
    it(`is kept and shows the reason when ${name} and the list cannot be read`, async () => {
      const form = await waitWith(fault, faultKinds.dropRequest);
      const status = en['unsent.savedInPage'].replace('{reason}', reason);
      expect(form.text).to.include('Dead').and.to.include(status);
    });

    it(`is found on the server and is not sent again when ${name}`, async () => {
      desk.faults.set({...posted, times: 1}, fault);
      const form = await FormHarness.mount(desk);
      await form.fill(filled);
      await form.pressCreate();
      await form.waitUntilCreated();
      expect(posts()).to.have.length(1);
    });
  }

  for (const [name, [fault, reason]] of Object.entries(reasons)) {
    it(`is kept and shows the reason when ${name}`, async () => {
      // The list tells whether a refusal is that of the session.
      const form = await waitWith(fault, reason === en['error.unauthenticated'] ? fault : undefined);
      const status = en['unsent.savedInPage'].replace('{reason}', reason);
      expect(form.text).to.include('Dead').and.to.include(status);
      await form.waitUntil(() => form.lastAnnouncement === status && form.focusedElement === form.heading);
    });
  }

  for (const status of [500, 502, 503] as const) {
    it(`can be edited in the form after the first answer ${status}`, async () => {
      const form = await waitWith(faultKinds.answer(status));
      await form.waitUntil(() => form.button(en['unsent.edit']).getAttribute('aria-disabled') === 'false');
      await form.pressButton(en['unsent.edit']);
      await form.waitUntil(() => form.values.description === filled.description);
      expect(form.values).to.eql(filled);
      clearFault();
      await form.fill({description: 'No light.'});
      await form.pressCreate();
      await form.waitUntilCreated();
      expect((await fetchTickets(desk)).filter(({subject}) => subject === 'Dead')).to.have.length(1);
    });
  }

  it('can be edited in the list after the first answer 500', async () => {
    const form = await waitWith(faultKinds.answer(500));
    form.element.remove();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.unsentRows.length === 1 && list.hasButton(en['unsent.edit']));
    expect(queryAllByRole(list.unsentRows[0]!, 'button').map(accessibleNameOf)).to.eql([
      en['unsent.retry'],
      en['unsent.edit'],
      en['unsent.discard'],
    ]);
  });

  it('is given up after five answers 500, with its text, the reason, Try again, Edit and Discard', async () => {
    const form = await waitWith(faultKinds.answer(500));
    const failed = en['unsent.failed'].replace('{reason}', en['error.unavailable']);
    const isSending = (): boolean => form.button(en['unsent.retry']).getAttribute('aria-disabled') === 'true';
    for (let attempts = 1; attempts < 5; attempts++) {
      await form.waitUntil(() => posts().length >= attempts && !isSending());
      if (posts().length === attempts) await form.pressButton(en['unsent.retry']);
    }
    await form.waitUntil(() => form.text.includes(failed));
    expect(posts()).to.have.length(5);
    expect(keys().size).to.equal(1);
    expect(form.text).to.include('Dead');
    expect(form.hasButton(en['unsent.edit']) && form.hasButton(en['unsent.retry'])).to.be.true;
    await form.expectAccessible();
    await form.pressButton(en['unsent.discard']);
    await form.waitUntil(() => form.heading.textContent?.trim() === en['unsent.discarded']);
    expect(form.text).not.to.include('Dead');
    await form.pressButton(en['form.another']);
    expect(form.values).to.include({subject: '', description: ''});
  });

  it('is created once, with its number announced, when a retry succeeds', async () => {
    const form = await waitWith(faultKinds.dropAnswer, faultKinds.dropRequest);
    const created = nextEvent(document.body, TicketCreatedEvent);
    clearFault();
    dispatchEvent(new Event('online'));
    await form.waitUntilCreated();
    expect((await created).ticketNumber).to.equal(form.createdTicketNumber);
    await form.waitUntil(
      () => form.lastAnnouncement === en['form.created.next'] && form.focusedElement === form.heading,
    );
    expect(keys().size).to.equal(1);
    const tickets = (await fetchTickets(desk)).filter(({subject}) => subject === 'Dead');
    expect(tickets.map(ticket => ticket.ticket_number)).to.eql([form.createdTicketNumber]);
  });

  it('is replaced by the draft of another form when the customer starts another ticket', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    const otherForm = await FormHarness.mount(desk);
    await otherForm.fill({subject: 'And the television'});
    await form.pressButton(en['form.another']);
    expect(form.subjectInput.value).to.equal('And the television');
    expect(otherForm.subjectInput.value).to.equal('And the television');
  });

  it('is shown in the list as unsent until it is delivered', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.unsentRows.length === 1);
    expect(accessibleTextOf(list.unsentRows[0]!)).to.include('Dead').and.to.include(en['error.network']);
    const created = nextEvent(document.body, TicketCreatedEvent);
    clearFault();
    dispatchEvent(new Event('online'));
    await list.waitUntil(() => list.unsentRows.length === 0);
    expect(list.subjects[0]).to.equal('Dead');
    const {ticketNumber: number} = await created;
    await list.waitUntil(() => list.lastAnnouncement === en['form.created'].replace('{number}', number));
  });

  it('moves the focus to the heading of the list when its retry succeeds', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.unsentRows.length === 1);
    clearFault();
    list.button(en['unsent.retry']).focus();
    await list.pressButton(en['unsent.retry']);
    await list.waitUntil(() => list.unsentRows.length === 0);
    expect(list.focusedElement?.matches('.heading')).to.be.true;
  });

  it('can be discarded in the list', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.unsentRows.length === 1);
    expect(queryAllByRole(list.unsentRows[0]!, 'button').map(accessibleNameOf)).to.eql([
      en['unsent.retry'],
      en['unsent.edit'],
      en['unsent.discard'],
    ]);
    await list.pressButton(en['unsent.discard']);
    await list.waitUntil(() => accessibleTextOf(list.unsentRows[0]!).includes(en['unsent.discarded']));
    expect(list.text).not.to.include('Dead');
    clearFault();
    expect((await fetchTickets(desk)).filter(({subject}) => subject === 'Dead')).to.eql([]);
  });

  it('passes axe in the form and in the list', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    await form.expectAccessible();
    form.element.remove();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.unsentRows.length === 1);
    await list.expectAccessible();
  });
});
