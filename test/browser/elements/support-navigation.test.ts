import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {SupportHarness} from '../../support/support-harness.js';

const subject = 'Charged twice for the same invoice';
const filled = {subject: 'Slow', description: 'Since Monday.'};

describe('<isp-support> navigation', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('moves the focus to the ticket’s heading and back to its row', async () => {
    const support = await SupportHarness.mount(desk);
    await support.waitUntilShown('list');
    await support.openTicket(subject);
    await support.waitUntil(() => support.focusedElement === support.thread.heading);
    await support.pressBack();
    await support.waitUntil(() => support.focusedElement === support.list.ticketControl(subject));
  });

  it('moves the focus to the ticket’s heading when the ticket has loaded', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: `/customer/tickets/${seededTicketId('charged-twice')}`}, held.fault);
    const support = await SupportHarness.mount(desk);
    support.list.ticketControl(subject).click();
    await held.arrived;
    held.release();
    await support.waitUntilShown('ticket');
    await support.waitUntil(() => support.focusedElement === support.thread.heading);
  });

  it('leaves the focus alone when the customer has moved it while the ticket loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: `/customer/tickets/${seededTicketId('charged-twice')}`}, held.fault);
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    const row = support.list.ticketControl(subject);
    row.focus();
    row.click();
    await held.arrived;
    await support.waitUntil(() => support.thread);
    const button = support.list.button(en['list.new']);
    button.focus();
    held.release();
    await support.waitUntilShown('ticket');
    expect(support.focusedElement === button).to.be.true;
  });

  it('moves the focus to the form’s heading and back to that of the list', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openNewTicketForm();
    await support.waitUntil(() => support.focusedElement === support.form.heading);
    await support.pressBack();
    await support.waitUntil(() => support.focusedElement === support.list.heading);
  });

  it('does not move the focus when it is first rendered', async () => {
    await SupportHarness.mount(desk);
    expect(document.activeElement === document.body).to.be.true;
    await SupportHarness.mount(desk, {properties: {ticketId: seededTicketId('charged-twice')}});
    expect(document.activeElement === document.body).to.be.true;
  });

  it('goes from the form to the created ticket, which is on top of the list', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openNewTicketForm();
    await support.form.fill(filled);
    await support.form.pressCreate();
    await support.form.waitUntilCreated();
    const number = support.form.createdTicketNumber;
    await support.form.pressButton(en['form.open']);
    await support.waitUntilShown('ticket');
    expect(support.thread.ticketNumber).to.equal(number);
    expect(support.thread.messages.map(({text}) => text)).to.eql(['Since Monday.']);
    await support.pressBack();
    expect(support.list.subjects[0]).to.equal('Slow');
    expect(support.list.subjects).to.have.length(15);
  });

  it('returns from the form by Cancel and keeps the draft', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openNewTicketForm();
    await support.form.fill(filled);
    await support.form.pressButton(en['form.cancel']);
    await support.waitUntilShown('list');
    await support.openNewTicketForm();
    expect(support.form.values).to.include(filled);
  });

  it('returns from a ticket that does not exist', async () => {
    const support = await SupportHarness.mount(desk, {properties: {ticketId: 'none'}});
    await support.waitUntil(() => support.thread.text.includes(en['error.not_found']));
    await support.thread.pressButton(en['error.backToList']);
    await support.waitUntilShown('list');
    expect(support.element.ticketId).to.equal('');
  });

  it('goes from a closed ticket to a form that contains the unsent text', async () => {
    const support = await SupportHarness.mount(desk, {properties: {ticketId: seededTicketId('evening-slowdown')}});
    await support.waitUntilShown('ticket');
    await support.thread.typeReply('Half a thought');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await support.element.refresh();
    await support.waitUntil(() => !support.thread.hasReplyBox);
    await support.thread.pressButton(en['composer.closed.new']);
    await support.waitUntilShown('form');
    expect(support.form.values.description).to.equal('Half a thought');
  });

  it('keeps the draft of a reply while another ticket is open', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openTicket(subject);
    await support.thread.typeReply('Half a thought');
    await support.pressBack();
    await support.openTicket('Slow speeds in the evening');
    expect(support.thread.replyBox.value).to.equal('');
    await support.pressBack();
    await support.openTicket(subject);
    expect(support.thread.replyBox.value).to.equal('Half a thought');
  });

  it('updates the row when the ticket changes', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    await support.thread.sendReply('It is not.');
    await support.waitUntil(() => support.list.rowText(subject).includes(en['status.open']));
    expect(support.thread.status).to.equal(en['status.open']);
  });

  it('shows the ticket, list or prefilled form that the page requests by method', async () => {
    const support = await SupportHarness.mount(desk);
    support.element.showTicket(seededTicketId('charged-twice'));
    await support.waitUntilShown('ticket');
    expect(support.element.ticketId).to.equal(seededTicketId('charged-twice'));
    support.element.showNewTicket({subject: 'From the speed test', category: 'slow_speed'});
    await support.waitUntilShown('form');
    expect(support.form.values).to.include({subject: 'From the speed test', category: 'Slow speed'});
    expect(support.element.ticketId).to.equal('');
    support.element.showList();
    await support.waitUntilShown('list');
  });

  it('goBack() returns whether there was a view to go back to', async () => {
    const support = await SupportHarness.mount(desk);
    expect(support.element.goBack()).to.be.false;
    await support.openTicket(subject);
    expect(support.element.goBack()).to.be.true;
    await support.waitUntilShown('list');
    expect(support.element.goBack()).to.be.false;
  });

  it('follows ticket-id to a ticket, another ticket and the list', async () => {
    const support = await SupportHarness.mount(desk);
    support.element.setAttribute('ticket-id', seededTicketId('charged-twice'));
    await support.waitUntilShown('ticket');
    expect(support.thread.heading.innerText).to.equal(subject);
    support.element.ticketId = seededTicketId('evening-slowdown');
    await support.waitUntil(() => support.thread.heading.innerText === 'Slow speeds in the evening');
    support.element.ticketId = '';
    await support.waitUntilShown('list');
  });
});
