import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import '../../../src/define/isp-ticket-list.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketCreatedEvent, TicketSelectEvent, TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {deferred} from '../../support/deferred.js';
import {requestsTo, fetchTicket, fetchTickets} from '../../support/desk-api.js';
import {FormHarness} from '../../support/form-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {nextEvent} from '../../support/next-event.js';

const filled = {subject: 'Slow', description: 'Since Monday.', category: 'Slow speed', priority: 'High'};
const draft = {subject: 'Slow', description: 'Since Monday.', category: 'slow_speed', priority: 'high'};

describe('<isp-new-ticket> Create', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const posts = (): BrowserDesk['requests'] => requestsTo(desk, 'POST', /\/tickets$/);

  async function openFilled(): Promise<FormHarness> {
    const form = await FormHarness.mount(desk);
    await form.fill(filled);
    return form;
  }

  it('creates an open ticket with the values of the form', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    expect(await fetchTicket(desk, newest!.id)).to.include({...draft, status: 'open'});
  });

  for (const {what, properties, values} of [
    {what: 'typed', properties: {}, values: filled},
    {what: 'prefilled', properties: {prefill: draft}, values: {}},
  ]) {
    it(`before the token has come: sends what was ${what} once it has`, async () => {
      const token = deferred<string>();
      const form = await FormHarness.mount(desk, {
        username: null,
        waitForReady: false,
        properties: {...properties, token: undefined, tokenProvider: () => token.promise},
      });
      await form.fill(values);
      await form.pressCreate();
      token.resolve(await desk.tokenFor());
      await form.waitUntilCreated();
      expect(await fetchTickets(desk).then(([newest]) => newest)).to.include({subject: 'Slow'});
      expect(posts()).to.have.length(1);
    });
  }

  it('before the token has come: sends nothing that was changed after it was pressed', async () => {
    const token = deferred<string>();
    const properties = {token: undefined, tokenProvider: () => token.promise};
    const form = await FormHarness.mount(desk, {username: null, waitForReady: false, properties});
    await form.fill(filled);
    await form.pressCreate();
    await form.fill({subject: 'Slow and'});
    token.resolve(await desk.tokenFor());
    await form.waitUntil(() => requestsTo(desk, 'GET', /ticket-config$/).length > 0);
    await waitForNetworkIdle(desk);
    expect(form.values.subject).to.equal('Slow and');
    expect(posts()).to.be.empty;
  });

  it('sends the four fields and written_at, and nothing else', async () => {
    const bodies: {written_at?: string}[] = [];
    desk.faults.set({method: 'POST'}, async (request, next) => {
      bodies.push((await request.clone().json()) as {written_at?: string});
      return next(request);
    });
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const [{written_at: writtenAt = '', ...rest} = {}] = bodies;
    expect(rest).to.eql(draft);
    expect(Date.now() - Date.parse(writtenAt)).to.be.within(0, 10_000);
  });

  it('shows the ticket number, focuses its heading and announces what happens next', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    expect(form.createdTicketNumber).to.equal(newest!.ticket_number);
    await form.waitUntil(() => form.lastAnnouncement === en['form.created.next']);
    expect(form.focusedElement === form.heading).to.be.true;
  });

  it('announces the number and leaves the focus alone when the customer has moved to another element', async () => {
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST'}, held.fault);
    const form = await openFilled();
    await form.pressCreate();
    await held.arrived;
    const otherField = document.createElement('input');
    form.element.after(otherField);
    otherField.focus();
    held.release();
    await form.waitUntilCreated();
    await form.waitUntil(
      () => form.lastAnnouncement === en['form.created'].replace('{number}', form.createdTicketNumber),
    );
    expect(form.focusedElement === otherField).to.be.true;
  });

  it('puts the ticket on top of a list on the same page', async () => {
    const list = await ListHarness.mount(desk);
    const before = list.subjects;
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    await list.element.updateComplete;
    expect(list.subjects).to.eql(['Slow', ...before]);
    expect(list.rowText('Slow')).to.include(form.createdTicketNumber).and.to.include(en['status.open']);
  });

  it('keeps the values, read-only, while the ticket is being sent', async () => {
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST'}, held.fault);
    const form = await openFilled();
    await form.pressCreate();
    await held.arrived;
    expect(form.button(en['form.creating']).getAttribute('aria-disabled')).to.equal('true');
    expect(form.values).to.eql(filled);
    expect([form.subjectInput.readOnly, form.descriptionInput.readOnly]).to.eql([true, true]);
    held.release();
    await form.waitUntilCreated();
  });

  it('creates one ticket when it is pressed twice', async () => {
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST'}, held.fault);
    const form = await openFilled();
    const create = form.button(en['form.create']);
    create.click();
    create.click();
    await held.arrived;
    create.click();
    held.release();
    await form.waitUntilCreated();
    expect(posts()).to.have.length(1);
  });

  it('sends a description of 1 MB completely', async function () {
    const description = `${'Every word of it counts. '.repeat(42_000)}\nThe end.`;
    expect(description.length).to.be.above(1_000_000);
    const form = await FormHarness.mount(desk);
    await form.fill({...filled, description});
    await form.pressCreate();
    await form.waitUntilCreated();
    const [newest] = await fetchTickets(desk);
    expect((await fetchTicket(desk, newest!.id)).description === description).to.be.true;
  });

  it('dispatches isp-ticket-submit before and isp-ticket-created after the request', async () => {
    const form = await openFilled();
    const before = nextEvent(document.body, TicketSubmitEvent);
    const after = nextEvent(document.body, TicketCreatedEvent);
    await form.pressCreate();
    const submit = await before;
    expect({draft: submit.draft, cancelable: submit.cancelable}).to.eql({draft, cancelable: true});
    const created = await after;
    const [newest] = await fetchTickets(desk);
    expect({ticketId: created.ticketId, ticketNumber: created.ticketNumber, cancelable: created.cancelable}).to.eql({
      ...{ticketId: newest!.id, ticketNumber: newest!.ticket_number, cancelable: false},
    });
  });

  it('sends nothing and keeps the form when the page cancels isp-ticket-submit', async () => {
    const form = await openFilled();
    form.element.addEventListener(TicketSubmitEvent.type, event => event.preventDefault());
    await form.pressCreate();
    await form.element.updateComplete;
    expect(posts()).to.eql([]);
    expect(form.values).to.eql(filled);
  });

  it('dispatches isp-ticket-select when the customer opens the created ticket', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    const selected = nextEvent(document.body, TicketSelectEvent);
    await form.pressButton(en['form.open']);
    const {ticketId, cancelable} = await selected;
    const [newest] = await fetchTickets(desk);
    expect({ticketId, cancelable}).to.eql({ticketId: newest!.id, cancelable: true});
  });

  it('shows an empty form for another ticket, which is sent with its own Idempotency-Key', async () => {
    const form = await openFilled();
    await form.pressCreate();
    await form.waitUntilCreated();
    await form.pressButton(en['form.another']);
    expect(form.values).to.eql({subject: '', description: '', category: 'General', priority: 'Normal'});
    await form.waitUntil(() => form.focusedElement === form.heading);
    await form.fill(filled);
    await form.pressCreate();
    await form.waitUntilCreated();
    const keys = posts().map(({headers}) => headers['idempotency-key']);
    expect(new Set(keys).size).to.equal(2);
    expect((await fetchTickets(desk)).slice(0, 2).map(({subject}) => subject)).to.eql(['Slow', 'Slow']);
  });
});
