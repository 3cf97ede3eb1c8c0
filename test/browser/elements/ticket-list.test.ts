import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {NewTicketOpenEvent, TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo, fetchTickets} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';

describe('<isp-ticket-list>', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('shows all tickets of the customer, newest first', async () => {
    const list = await ListHarness.mount(desk);
    const tickets = [...(await fetchTickets(desk))];
    tickets.sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
    expect(list.subjects).to.eql(tickets.map(ticket => ticket.subject));
    expect(list.subjects).to.have.length(14);
  });

  it('shows no tickets of other customers', async () => {
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    expect(list.subjects).to.eql([
      'Emergency phone in the lift has no line',
      'Flat 1204: new tenant, no signal at the socket',
      'Invoice with one line per flat',
    ]);
  });

  it('shows number, subject, status, priority, last reply and number of replies in each row', async () => {
    const list = await ListHarness.mount(desk);
    const tickets = await fetchTickets(desk);
    expect(list.rows).to.have.lengthOf(tickets.length).above(0);
    for (const {subject, ticket_number: number} of tickets) {
      const row = list.rowText(subject);
      expect(row).to.contain(number).and.contain(subject);
      expect(row).to.match(/Open|In progress|Your reply needed|Resolved|Closed|Engineer booked/);
      expect(row).to.match(/((You|Support|Brindlemoor Fibre) replied|Opened) .*20\d\d/);
      expect(row).to.match(/\b\d+ repl(y|ies)\b/);
      if (subject !== 'Paper invoices, please') expect(row).to.match(/Priority: (Low|Normal|High)/);
    }
  });

  it('shows the same visually, with a relative time', async () => {
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => list.visibleRowText('Slow speeds in the evening').includes('Brindlemoor Fibre'));
    expect(list.visibleRowText('Slow speeds in the evening')).to.match(
      /^Slow speeds in the evening TKT-\d{4}-\d+ In progress 1 new reply Brindlemoor Fibre replied 2 hours ago 3$/,
    );
  });

  it('shows who replied last, or when a ticket without replies was opened', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.visibleRowText('Charged twice')).to.contain('You replied');
    await list.waitUntil(() => list.visibleRowText('Moving house').includes('Brindlemoor Fibre replied'));
    expect(list.visibleRowText('Red LOS light')).to.contain('Opened 35 minutes ago');
  });

  it('marks tickets with unread operator replies by text, and no others', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.rowText('Slow speeds in the evening')).to.contain('1 new reply');
    expect(list.rowText('Wi-Fi does not reach')).to.contain('2 new replies');
    expect(list.rows.filter(row => row.textContent?.match(/new repl/))).to.have.length(2);
  });

  it('omits a priority that the server does not send', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.rowText('Paper invoices')).not.to.contain('Priority');
  });

  it('shows subjects as plain text', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.subjects).to.include('**Router page** shows <b>an error</b>');
    expect(list.ticketControl('Router page').children).to.have.length(0);
  });

  it('sets the direction of each subject by its script', async () => {
    const list = await ListHarness.mount(desk);
    expect(getComputedStyle(list.ticketControl('انقطاع')).direction).to.equal('rtl');
    expect(getComputedStyle(list.ticketControl('Slow speeds')).direction).to.equal('ltr');
  });

  it('dispatches isp-ticket-select when a row is pressed', async () => {
    const list = await ListHarness.mount(desk);
    const selected = nextEvent(list.element, TicketSelectEvent);
    await list.pressButton('Slow speeds in the evening');
    expect(await selected).to.include({ticketId: seededTicketId('evening-slowdown'), bubbles: true, composed: true});
  });

  it('dispatches isp-new-ticket-open when New ticket is pressed', async () => {
    const list = await ListHarness.mount(desk);
    const opened = nextEvent(list.element, NewTicketOpenEvent);
    await list.pressButton('New ticket');
    expect(await opened).to.include({bubbles: true, composed: true, cancelable: true});
  });

  it('marks the row of ticket-id as current', async () => {
    const list = await ListHarness.mount(desk, {properties: {ticketId: seededTicketId('wifi-bedroom')}});
    const current = list.rows.filter(row => row.querySelector('[aria-current="true"]'));
    expect(current).to.eql([list.row('Wi-Fi does not reach')]);
    list.element.ticketId = '';
    await list.waitUntil(() => !list.ticketControl('Wi-Fi does not reach').hasAttribute('aria-current'));
  });

  it('has one control for each ticket, New ticket and the filter, and no others', async () => {
    const list = await ListHarness.mount(desk);
    const fields = ['checkbox', 'combobox', 'listbox', 'searchbox', 'switch', 'textbox'];
    const controls = ['button', 'link', 'menu', 'menuitem', ...fields];
    const names = controls.flatMap(role => queryAllByRole(list.element, role)).map(accessibleNameOf);
    expect(names).to.have.length(19);
    const filter = ['list.search', 'list.filter.open', 'list.filter.closed', 'list.filter.all'] as const;
    expect(names).to.have.members([
      'New ticket',
      ...filter.map(key => en[key]),
      ...list.subjects.map(subject => subject.replace(/\s+/g, ' ')),
    ]);
  });

  it('does not change when staff add an internal note', async () => {
    const list = await ListHarness.mount(desk);
    const before = list.rowText('Red LOS light');
    await desk.staff.note(seededTicketId('red-los-light'), 'A splitter is down, tell nobody.');
    await list.element.refresh();
    await list.element.updateComplete;
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(2);
    expect(list.rowText('Red LOS light')).to.equal(before);
  });

  it('shows changes after a refresh', async () => {
    const list = await ListHarness.mount(desk);
    await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
    await desk.staff.setStatus(seededTicketId('red-los-light'), 'pending');
    await list.element.refresh();
    await list.waitUntil(() => list.rowText('Red LOS light').includes('Your reply needed'));
    expect(list.rowText('Red LOS light')).to.contain('1 new reply').and.contain('Brindlemoor Fibre replied');
  });
});
