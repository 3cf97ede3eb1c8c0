import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {NewTicketOpenEvent, TicketSelectEvent} from '../../../src/contract/ticket-events.js';
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

  it('shows all of the customer’s tickets, newest first', async () => {
    const list = await ListHarness.mount(desk);
    const tickets = [...(await fetchTickets(desk))];
    tickets.sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
    expect(list.subjects).to.eql(tickets.map(ticket => ticket.subject));
    expect(list.subjects).to.have.length(14);
  });

  it('shows nobody else’s', async () => {
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    expect(list.subjects).to.eql([
      'Emergency phone in the lift has no line',
      'Flat 1204: new tenant, no signal at the socket',
      'Invoice with one line per flat',
    ]);
  });

  it('says number, subject, status, priority, last reply and replies count in each row', async () => {
    const list = await ListHarness.mount(desk);
    for (const {subject, ticket_number: number} of await fetchTickets(desk)) {
      const row = list.rowText(subject);
      expect(row).to.contain(number).and.contain(subject);
      expect(row).to.match(/Open|In progress|Waiting for you|Resolved|Closed|Engineer booked/);
      expect(row).to.match(/(You replied|Support replied|Opened) .*20\d\d/);
      expect(row).to.match(/\b\d+ repl(y|ies)\b/);
      if (subject !== 'Paper invoices, please') expect(row).to.match(/Priority: (Low|Normal|High)/);
    }
  });

  it('shows the same to the eye, with the time in short', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.visibleRowText('Slow speeds in the evening')).to.match(
      /^Slow speeds in the evening In progress TKT-\d{4}-\d+ 1 new reply Support replied 2 hours ago Normal 3$/,
    );
  });

  it('tells who replied last, and when a ticket without replies was opened', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.visibleRowText('Charged twice')).to.contain('You replied');
    expect(list.visibleRowText('Moving house')).to.contain('Support replied');
    expect(list.visibleRowText('Red LOS light')).to.contain('Opened 35 minutes ago');
  });

  it('marks tickets with unread replies of the operator in words, and no other', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.rowText('Slow speeds in the evening')).to.contain('1 new reply');
    expect(list.rowText('Wi-Fi does not reach')).to.contain('2 new replies');
    expect(list.rows.filter(row => row.textContent?.match(/new repl/))).to.have.length(2);
  });

  it('leaves out a priority that the server does not say', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.rowText('Paper invoices')).not.to.contain('Priority');
  });

  it('shows subjects as they were typed', async () => {
    const list = await ListHarness.mount(desk);
    expect(list.subjects).to.include('**Router page** shows <b>an error</b>');
    expect(list.ticketControl('Router page').children).to.have.length(0);
  });

  it('reads a subject in the direction of its own script', async () => {
    const list = await ListHarness.mount(desk);
    expect(getComputedStyle(list.ticketControl('انقطاع')).direction).to.equal('rtl');
    expect(getComputedStyle(list.ticketControl('Slow speeds')).direction).to.equal('ltr');
  });

  it('opens a ticket by its row', async () => {
    const list = await ListHarness.mount(desk);
    const selected = nextEvent(list.element, TicketSelectEvent);
    await list.pressButton('Slow speeds in the evening');
    expect(await selected).to.include({ticketId: seededTicketId('evening-slowdown'), bubbles: true, composed: true});
  });

  it('asks for the form by New ticket', async () => {
    const list = await ListHarness.mount(desk);
    const opened = nextEvent(list.element, NewTicketOpenEvent);
    await list.pressButton('New ticket');
    expect(await opened).to.include({bubbles: true, composed: true, cancelable: true});
  });

  it('tells which ticket is open beside it', async () => {
    const list = await ListHarness.mount(desk, {properties: {ticketId: seededTicketId('wifi-bedroom')}});
    const current = list.rows.filter(row => row.querySelector('[aria-current="true"]'));
    expect(current).to.eql([list.row('Wi-Fi does not reach')]);
    list.element.ticketId = '';
    await list.waitUntil(() => !list.ticketControl('Wi-Fi does not reach').hasAttribute('aria-current'));
  });

  it('offers a way to each ticket and to the form, and no other control', async () => {
    const list = await ListHarness.mount(desk);
    const controls = ['button', 'link', 'checkbox', 'combobox', 'listbox', 'menu', 'menuitem', 'switch', 'textbox'];
    const names = controls.flatMap(role => queryAllByRole(list.element, role)).map(accessibleNameOf);
    expect(names).to.have.length(15);
    expect(names).to.have.members(['New ticket', ...list.subjects.map(subject => subject.replace(/\s+/g, ' '))]);
  });

  it('is the same before and after an internal note', async () => {
    const list = await ListHarness.mount(desk);
    const before = list.rowText('Red LOS light');
    await desk.staff.note(seededTicketId('red-los-light'), 'A splitter is down, tell nobody.');
    await list.element.refresh();
    await list.element.updateComplete;
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(2);
    expect(list.rowText('Red LOS light')).to.equal(before);
  });

  it('shows what has happened when it is refreshed', async () => {
    const list = await ListHarness.mount(desk);
    await desk.staff.reply(seededTicketId('red-los-light'), 'A colleague is on the way.');
    await desk.staff.setStatus(seededTicketId('red-los-light'), 'pending');
    await list.element.refresh();
    await list.waitUntil(() => list.rowText('Red LOS light').includes('Waiting for you'));
    expect(list.rowText('Red LOS light')).to.contain('1 new reply').and.contain('Support replied');
  });
});
