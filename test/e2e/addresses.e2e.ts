import assert from 'node:assert/strict';
import {before, beforeEach, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {Customer} from './support/customer.js';
import {onStage} from './support/stage.js';

const ticket = {id: seededTicketId('red-los-light'), subject: 'Red LOS light on the fibre box, no internet at all'};
const other = {id: seededTicketId('second-socket'), subject: 'A second socket in the study'};

const addressOf = ({id}: {id: string}) => `/customer/tickets?ticket=${id}`;

describe('the address of a ticket', () => {
  const stage = onStage();
  let lena: Customer;

  before(async () => {
    lena = await stage.customer();
  });

  test('asks somebody who is signed out to sign in, and then leads to the ticket', async () => {
    await lena.page.goto(addressOf(ticket));
    await lena.card('Léna Moreau').click();
    await lena.page.waitForURL(`**${addressOf(ticket)}`);
    await lena.thread.heading(ticket.subject).waitFor();
  });

  test('opens the ticket, with the list beside it', async () => {
    await lena.page.goto(addressOf(other));
    await lena.thread.heading(other.subject).waitFor();
    await lena.list.ticket(ticket.subject).waitFor();
  });

  test('works as an email might write it', async () => {
    await lena.page.goto(`/customer/tickets/${ticket.id}`);
    await lena.page.waitForURL(`**${addressOf(ticket)}`);
    await lena.thread.heading(ticket.subject).waitFor();
  });

  test('is that of its row, which opens in a tab of its own, too', async () => {
    await lena.openSupport();
    const opening = lena.page.context().waitForEvent('page');
    await lena.list.ticket(ticket.subject).click({modifiers: ['ControlOrMeta']});
    const tab = await opening;
    await tab.getByRole('heading', {name: ticket.subject}).waitFor();
    assert.ok(tab.url().endsWith(addressOf(ticket)));
    assert.equal(new URL(lena.page.url()).search, '');
    await tab.close();
  });
});

describe('the Back button', () => {
  const stage = onStage();
  let lena: Customer;

  before(async () => {
    lena = await stage.customer();
    await lena.signIn('Léna Moreau');
  });
  beforeEach(() => lena.openSupport());

  const search = () => new URL(lena.page.url()).search;

  test('leads from a ticket to the list and to its row, and Forward to the ticket again', async () => {
    await lena.list.ticket(ticket.subject).click();
    await lena.thread.heading(ticket.subject).waitFor();
    assert.equal(search(), `?ticket=${ticket.id}`);

    await lena.page.goBack();
    await lena.list.focused(ticket.subject).waitFor();
    assert.equal(search(), '');
    assert.equal(await lena.thread.box.count(), 0);

    await lena.page.goForward();
    await lena.thread.heading(ticket.subject).waitFor();
  });

  test('leads from one ticket to the one before, and from there to the list', async () => {
    await lena.list.ticket(ticket.subject).click();
    await lena.thread.heading(ticket.subject).waitFor();
    await lena.list.ticket(other.subject).click();
    await lena.thread.heading(other.subject).waitFor();
    await lena.page.goBack();
    await lena.thread.heading(ticket.subject).waitFor();
    await lena.page.goBack();
    await lena.list.focused(ticket.subject).waitFor();
  });

  test('keeps what was written in the form and in a reply', async () => {
    await lena.list.ticket(ticket.subject).click();
    await lena.thread.box.fill('One more thing');
    await lena.list.newTicket.click();
    await lena.form.subject.fill('Half a thought');
    await lena.page.goBack();
    await lena.thread.heading(ticket.subject).waitFor();
    assert.equal(await lena.thread.box.inputValue(), 'One more thing');
    await lena.page.goForward();
    assert.equal(await lena.form.subject.inputValue(), 'Half a thought');
  });

  test('leads out of the Support tab to the page before it', async () => {
    await lena.goTo('Billing');
    await lena.openSupport();
    await lena.list.ticket(ticket.subject).click();
    await lena.thread.heading(ticket.subject).waitFor();
    await lena.page.goBack();
    await lena.page.goBack();
    await lena.page.getByRole('heading', {name: 'Billing', level: 1}).waitFor();
  });
});
