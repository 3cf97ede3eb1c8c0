import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {expect, test} from './support/fixtures.js';

const ticket = {id: seededTicketId('red-los-light'), subject: 'Red LOS light on the fibre box, no internet at all'};
const other = {id: seededTicketId('second-socket'), subject: 'A second socket in the study'};

const addressOf = ({id}: {id: string}) => `/customer/tickets?ticket=${id}`;
const searchOf = (url: string) => new URL(url).search;

test.describe('The address of a ticket', () => {
  test('when opened by a signed-out customer, leads to sign-in and then to the ticket', async ({customer}) => {
    await customer.page.goto(addressOf(ticket));
    await customer.card('Léna Moreau').click();
    await customer.page.waitForURL(`**${addressOf(ticket)}`);
    await expect(customer.thread.heading(ticket.subject)).toBeVisible();
  });

  test('when opened by a signed-in customer, shows the ticket beside the list', async ({customer}) => {
    await customer.signIn('Léna Moreau');
    await customer.page.goto(addressOf(other));
    await expect(customer.thread.heading(other.subject)).toBeVisible();
    await expect(customer.list.ticket(ticket.subject)).toBeVisible();
  });

  test('when written as a path, as in an email, redirects to the ticket', async ({customer}) => {
    await customer.signIn('Léna Moreau');
    await customer.page.goto(`/customer/tickets/${ticket.id}`);
    await customer.page.waitForURL(`**${addressOf(ticket)}`);
    await expect(customer.thread.heading(ticket.subject)).toBeVisible();
  });

  test('when its row is opened in a new tab, is the address of that tab', async ({customer}) => {
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
    const opening = customer.page.context().waitForEvent('page');
    await customer.list.ticket(ticket.subject).click({modifiers: ['ControlOrMeta']});
    const tab = await opening;
    await expect(tab.getByRole('heading', {name: ticket.subject})).toBeVisible();
    expect(tab.url().endsWith(addressOf(ticket))).toBe(true);
    expect(searchOf(customer.page.url())).toBe('');
    await tab.close();
  });
});

test.describe('The Back button', () => {
  test.beforeEach(async ({customer}) => {
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
  });

  test('on a ticket, leads to its row in the list, and Forward leads to the ticket again', async ({customer}) => {
    const {page, list, thread} = customer;
    await list.ticket(ticket.subject).click();
    await expect(thread.heading(ticket.subject)).toBeVisible();
    expect(searchOf(page.url())).toBe(`?ticket=${ticket.id}`);

    await page.goBack();
    await expect(list.focusedLink(ticket.subject)).toBeVisible();
    expect(searchOf(page.url())).toBe('');
    await expect(thread.replyBox).toHaveCount(0);

    await page.goForward();
    await expect(thread.heading(ticket.subject)).toBeVisible();
  });

  test('on a second ticket, leads to the first and then to the list', async ({customer}) => {
    const {page, list, thread} = customer;
    await list.ticket(ticket.subject).click();
    await expect(thread.heading(ticket.subject)).toBeVisible();
    await list.ticket(other.subject).click();
    await expect(thread.heading(other.subject)).toBeVisible();
    await page.goBack();
    await expect(thread.heading(ticket.subject)).toBeVisible();
    await page.goBack();
    await expect(list.focusedLink(ticket.subject)).toBeVisible();
  });

  test('when pressed while writing, keeps the text in the form and in the reply box', async ({customer}) => {
    const {page, list, thread, form} = customer;
    await list.ticket(ticket.subject).click();
    await thread.replyBox.fill('One more thing');
    await list.newTicket.click();
    await form.subject.fill('Half a thought');
    await page.goBack();
    await expect(thread.heading(ticket.subject)).toBeVisible();
    await expect(thread.replyBox).toHaveValue('One more thing');
    await page.goForward();
    await expect(form.subject).toHaveValue('Half a thought');
  });

  test('on the list, leads to the page that was open before the Support tab', async ({customer}) => {
    const {page, list, thread} = customer;
    await customer.goTo('Billing');
    await customer.openSupport();
    await list.ticket(ticket.subject).click();
    await expect(thread.heading(ticket.subject)).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page.getByRole('heading', {name: 'Billing', level: 1})).toBeVisible();
  });
});
