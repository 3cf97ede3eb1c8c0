import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {TicketCreatedEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, ticketsAtDesk} from '../../support/desk-reading.js';
import {FormHarness} from '../../support/form-harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {allByRole, nameOf} from '../../support/roles.js';
import {heardText} from '../../support/texts.js';

const posted = {method: 'POST', path: '/customer/tickets', times: Infinity};
const filled = {subject: 'Dead', description: 'No light at all.', category: 'No internet', priority: 'High'};

describe('a new ticket that cannot be sent yet', () => {
  let desk: BrowserDesk;
  /** Ends what goes wrong. */
  let mend: () => void;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function waitWith(fault: Fault): Promise<FormHarness> {
    mend = desk.faults.set(posted, fault);
    const form = await FormHarness.open(desk);
    await form.fill(filled);
    await form.create();
    await form.until(() => form.heading.textContent?.trim() === en['form.waiting']);
    return form;
  }

  const keys = (): Set<string | undefined> =>
    new Set(requestsTo(desk, 'POST', /\/tickets$/).map(({headers}) => headers['idempotency-key']));

  const reasons: Record<string, [Fault, string]> = {
    'support’s server is down': [faultKinds.answer(503), en['error.unavailable']],
    'support’s server has a problem': [faultKinds.answer(500), en['error.unavailable']],
    'support’s server is not there': [faultKinds.answer(404), en['error.unavailable']],
    'support cannot be reached': [faultKinds.dropRequest, en['error.network']],
    'the answer is lost': [faultKinds.dropAnswer, en['error.network']],
    'the network answers in place of support': [faultKinds.html, en['error.bad_response']],
    'half of the answer is lost': [faultKinds.truncatedBody, en['error.bad_response']],
    'the first attempt is still at work': [faultKinds.answer(409, {retryAfter: 30}), en['error.busy']],
    'it was a lot at once': [faultKinds.answer(429), en['error.rate_limited']],
    'the session has ended': [faultKinds.answer(401), en['error.unauthenticated']],
  };

  for (const [name, [fault, reason]] of Object.entries(reasons)) {
    it(`says so, with the reason, and is kept: ${name}`, async () => {
      const form = await waitWith(fault);
      const words = en['pending.keptHere'].replace('{reason}', reason);
      expect(form.text).to.include('Dead').and.to.include(words);
      await form.until(() => form.announced === words && form.focused === form.heading);
    });
  }

  it('is there once when it arrives after all, with its number, and that is announced', async () => {
    const form = await waitWith(faultKinds.dropAnswer);
    const created = nextEvent(document.body, TicketCreatedEvent);
    mend();
    dispatchEvent(new Event('online'));
    await form.untilCreated();
    expect((await created).ticketNumber).to.equal(form.createdNumber);
    await form.until(() => form.announced === en['form.created.next'] && form.focused === form.heading);
    expect(keys().size).to.equal(1);
    const tickets = (await ticketsAtDesk(desk)).filter(({subject}) => subject === 'Dead');
    expect(tickets.map(ticket => ticket.ticket_number)).to.eql([form.createdNumber]);
  });

  it('makes way for another, with the words that were written elsewhere meanwhile', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    const elsewhere = await FormHarness.open(desk);
    await elsewhere.fill({subject: 'And the television'});
    await form.press(en['form.another']);
    expect(form.subject.value).to.equal('And the television');
    expect(elsewhere.subject.value).to.equal('And the television');
  });

  it('stands in the list as what it is, until it arrives', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.open(desk);
    await list.until(() => list.unsent.length === 1);
    expect(heardText(list.unsent[0]!)).to.include('Dead').and.to.include(en['error.network']);
    const created = nextEvent(document.body, TicketCreatedEvent);
    mend();
    dispatchEvent(new Event('online'));
    await list.until(() => list.unsent.length === 0);
    expect(list.subjects[0]).to.equal('Dead');
    const {ticketNumber: number} = await created;
    await list.until(() => list.announced === en['form.created'].replace('{number}', number));
  });

  it('takes the focus to the list when it arrives', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.open(desk);
    await list.until(() => list.unsent.length === 1);
    mend();
    list.button(en['pending.retry']).focus();
    await list.press(en['pending.retry']);
    await list.until(() => list.unsent.length === 0);
    expect(list.focused?.matches('.heading')).to.be.true;
  });

  it('can be discarded in the list', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    form.element.remove();
    const list = await ListHarness.open(desk);
    await list.until(() => list.unsent.length === 1);
    expect(allByRole(list.unsent[0]!, 'button').map(nameOf)).to.eql([en['pending.retry'], en['pending.discard']]);
    await list.press(en['pending.discard']);
    await list.until(() => list.unsent.length === 0);
    mend();
    expect((await ticketsAtDesk(desk)).filter(({subject}) => subject === 'Dead')).to.eql([]);
  });

  it('passes axe, in the form and in the list', async () => {
    const form = await waitWith(faultKinds.dropRequest);
    await form.isAccessible();
    form.element.remove();
    const list = await ListHarness.open(desk);
    await list.until(() => list.unsent.length === 1);
    await list.isAccessible();
  });
});
