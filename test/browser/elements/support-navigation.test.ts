import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {SupportHarness} from '../../support/support-harness.js';

const subject = 'Charged twice for the same invoice';
const filled = {subject: 'Slow', description: 'Since Monday.'};

describe('<isp-support>, from one view to another', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('takes the focus to the heading of the ticket, and back to its row', async () => {
    const support = await SupportHarness.open(desk);
    await support.untilShown('list');
    await support.open(subject);
    await support.until(() => support.focused === support.thread.heading);
    await support.back();
    await support.until(() => support.focused === support.list.opener(subject));
  });

  it('takes the focus to the heading of a ticket that has to be loaded first', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: `/customer/tickets/${seededTicketId('charged-twice')}`}, held.fault);
    const support = await SupportHarness.open(desk);
    support.list.opener(subject).click();
    await held.arrived;
    held.release();
    await support.untilShown('ticket');
    await support.until(() => support.focused === support.thread.heading);
  });

  it('leaves the focus with somebody who has moved on while the ticket was on its way', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: `/customer/tickets/${seededTicketId('charged-twice')}`}, held.fault);
    const support = await SupportHarness.open(desk, {width: 'wide'});
    const row = support.list.opener(subject);
    row.focus();
    row.click();
    await held.arrived;
    await support.until(() => support.thread);
    const button = support.list.button(en['list.new']);
    button.focus();
    held.release();
    await support.untilShown('ticket');
    expect(support.focused === button).to.be.true;
  });

  it('takes the focus to the heading of the form, and back to that of the list', async () => {
    const support = await SupportHarness.open(desk);
    await support.newTicket();
    await support.until(() => support.focused === support.form.heading);
    await support.back();
    await support.until(() => support.focused === support.list.heading);
  });

  it('leaves the focus alone when it first appears', async () => {
    await SupportHarness.open(desk);
    expect(document.activeElement === document.body).to.be.true;
    await SupportHarness.open(desk, {with: {ticketId: seededTicketId('charged-twice')}});
    expect(document.activeElement === document.body).to.be.true;
  });

  it('leads from New Ticket to the new ticket, which is on top of the list', async () => {
    const support = await SupportHarness.open(desk);
    await support.newTicket();
    await support.form.fill(filled);
    await support.form.create();
    await support.form.untilCreated();
    const number = support.form.createdNumber;
    await support.form.press(en['form.open']);
    await support.untilShown('ticket');
    expect(support.thread.number).to.equal(number);
    expect(support.thread.messages.map(({words}) => words)).to.eql(['Since Monday.']);
    await support.back();
    expect(support.list.subjects[0]).to.equal('Slow');
    expect(support.list.subjects).to.have.length(15);
  });

  it('leads from the banner straight to the ticket', async () => {
    const support = await SupportHarness.open(desk);
    await support.until(() => support.banner.ways.length > 0);
    support.banner.way('Slow speeds in the evening').click();
    await support.until(() => support.thread.heading.innerText === 'Slow speeds in the evening');
    await support.back();
    await support.until(() => support.banner.ways.length === 1);
  });

  it('leads back from the form by Cancel, and keeps what was written', async () => {
    const support = await SupportHarness.open(desk);
    await support.newTicket();
    await support.form.fill(filled);
    await support.form.press(en['form.cancel']);
    await support.untilShown('list');
    await support.newTicket();
    expect(support.form.filled).to.include(filled);
  });

  it('leads back from a ticket that there is not', async () => {
    const support = await SupportHarness.open(desk, {with: {ticketId: 'none'}});
    await support.until(() => support.thread.text.includes(en['error.not_found']));
    await support.thread.press(en['error.backToList']);
    await support.untilShown('list');
    expect(support.element.ticketId).to.equal('');
  });

  it('leads from a ticket that takes no replies to a form with the words', async () => {
    const support = await SupportHarness.open(desk, {with: {ticketId: seededTicketId('evening-slowdown')}});
    await support.untilShown('ticket');
    await support.thread.write('Half a thought');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await support.element.refresh();
    await support.until(() => !support.thread.hasBox);
    await support.thread.press(en['composer.closed.new']);
    await support.untilShown('form');
    expect(support.form.filled.description).to.equal('Half a thought');
  });

  it('keeps a reply that is being written while one looks elsewhere', async () => {
    const support = await SupportHarness.open(desk);
    await support.open(subject);
    await support.thread.write('Half a thought');
    await support.back();
    await support.open('Slow speeds in the evening');
    expect(support.thread.box.value).to.equal('');
    await support.back();
    await support.open(subject);
    expect(support.thread.box.value).to.equal('Half a thought');
  });

  it('changes the row along with the ticket', async () => {
    const support = await SupportHarness.open(desk, {width: 'wide'});
    await support.open(subject);
    await support.thread.reply('It is not.');
    await support.until(() => support.list.row(subject).includes(en['status.open']));
    expect(support.thread.status).to.equal(en['status.open']);
  });

  it('shows what the host’s code asks for: a ticket, the list, a form with words', async () => {
    const support = await SupportHarness.open(desk);
    support.element.showTicket(seededTicketId('charged-twice'));
    await support.untilShown('ticket');
    expect(support.element.ticketId).to.equal(seededTicketId('charged-twice'));
    support.element.showNewTicket({subject: 'From the speed test', category: 'slow_speed'});
    await support.untilShown('form');
    expect(support.form.filled).to.include({subject: 'From the speed test', category: 'Slow speed'});
    expect(support.element.ticketId).to.equal('');
    support.element.showList();
    await support.untilShown('list');
  });

  it('goes back as far as there is somewhere to go, and says so', async () => {
    const support = await SupportHarness.open(desk);
    expect(support.element.goBack()).to.be.false;
    await support.open(subject);
    expect(support.element.goBack()).to.be.true;
    await support.untilShown('list');
    expect(support.element.goBack()).to.be.false;
  });

  it('follows its ticket-id: to a ticket, to another, to the list', async () => {
    const support = await SupportHarness.open(desk);
    support.element.setAttribute('ticket-id', seededTicketId('charged-twice'));
    await support.untilShown('ticket');
    expect(support.thread.heading.innerText).to.equal(subject);
    support.element.ticketId = seededTicketId('evening-slowdown');
    await support.until(() => support.thread.heading.innerText === 'Slow speeds in the evening');
    support.element.ticketId = '';
    await support.untilShown('list');
  });
});
