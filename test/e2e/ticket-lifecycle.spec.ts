import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import type {Staff} from './support/staff.js';
import {t} from './support/translate.js';

const subject = 'Both televisions freeze after nine';
const description = 'Since Sunday, every evening.\nThe router has been restarted twice.';
const note = 'Splitter 7 again. The customer must not hear of it.';
const staffReply = 'We have found the fault in your street. Does it still freeze?';
const customerReply = 'Thank you, but it froze again last night.';

test.describe('A ticket from creation to reopening', () => {
  test.describe.configure({mode: 'serial'});
  let customer: Customer;
  let staff: Staff;
  let other: Customer;
  let number: string;
  let ticketId: string;
  let unread: number;

  test.beforeAll(async ({visitors}) => {
    [customer, staff, other] = await Promise.all([visitors.customer(), visitors.staff(), visitors.customer()]);
    await staff.signIn('Anna (Support)');
  });
  test.afterAll(async ({visitors}) => {
    for (const visitor of [customer, staff, other]) await visitors.leave(visitor);
  });

  const expectUnread = (count: number) => expect(customer.unreadLink(count)).toBeVisible();

  test('after signing in, the customer finds their tickets under Support', async () => {
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
    expect(new URL(customer.page.url()).pathname).toBe('/customer/tickets');
    unread = await customer.unread();
  });

  test('after creation, the ticket’s number is shown, focused and announced', async () => {
    const {list, form} = customer;
    await list.newTicket.click();
    number = await form.create({subject, description, category: 'Slow speed', priority: 'High'});
    expect(number).toMatch(new RegExp(`^TKT-${new Date().getUTCFullYear()}-\\d+$`));
    await expect(form.createdHeading(number)).toBeFocused();
    await expect(form.announcement(t('form.created.next'))).toBeAttached();
  });

  test('after creation, the ticket is at the top of the list with the status Open', async () => {
    for (const text of [subject, number, 'Open', 'High']) {
      await expect(customer.list.rows.first()).toContainText(text);
    }
  });

  test('when opened, the ticket is a thread with the description at the top', async () => {
    const {page, form, thread} = customer;
    await form.open();
    await expect(thread.heading(subject)).toBeVisible();
    ticketId = new URL(page.url()).searchParams.get('ticket') ?? '';
    expect(await thread.messages.first().innerText()).toContain(description);
    await expect(thread.statusSentence('open')).toBeVisible();
  });

  test('when staff add an internal note, nothing changes for the customer', async () => {
    await staff.openTicket(number);
    await staff.note(note);
    await expect(staff.entry(note).getByText('Internal note')).toBeVisible();
    await customer.goTo('Usage');
    await expectUnread(unread);
    await customer.goTo('Home');
    await expectUnread(unread);
    await expect(customer.bannerLink(number, subject)).toHaveCount(0);
  });

  test('when staff reply, the next page of the portal shows the banner and one more unread reply', async () => {
    await staff.reply(staffReply);
    await customer.page.reload();
    await expect(customer.bannerLink(number, subject)).toBeVisible();
    await expectUnread(unread + 1);
  });

  test('when the customer follows the banner, the reply is shown and is no longer unread', async () => {
    await customer.bannerLink(number, subject).click();
    await expect(customer.thread.replyBy('Anna (Support)', staffReply)).toBeVisible();
    expect(new URL(customer.page.url()).searchParams.get('ticket')).toBe(ticketId);
    await expect(customer.bannerLink(number, subject)).toHaveCount(0);
    await expectUnread(unread);
  });

  test('after all of this, the internal note is in no page and no response of the customer’s', async () => {
    await customer.page.reload();
    await expect(customer.thread.replyBy('Anna (Support)', staffReply)).toBeVisible();
    await expect(customer.thread.messages).toHaveCount(2);
    for (const text of [await customer.pageMarkup(), await customer.receivedBodies()]) {
      expect(text).toContain(staffReply);
      expect(text).not.toContain(note);
    }
  });

  test('when staff resolve the ticket, the customer reads that a reply reopens it', async () => {
    const {page, list, thread} = customer;
    await staff.setStatus('Resolved');
    await page.reload();
    await expect(thread.statusSentence('resolved')).toBeVisible();
    await expect(thread.reopensHint).toBeVisible();
    await expect(list.row(number, 'Resolved')).toBeVisible();
  });

  test('when the customer replies, the ticket is open again in thread and list, also after a reload', async () => {
    const {page, list, thread} = customer;
    await thread.reply(customerReply);
    await expect(thread.replyBy('You', customerReply)).toBeVisible();
    await expect(thread.statusSentence('open')).toBeVisible();
    await expect(thread.reopensHint).toHaveCount(0);
    await expect(list.row(number, 'Open', '2 replies')).toBeVisible();
    await page.reload();
    await expect(thread.replyBy('You', customerReply)).toBeVisible();
    await expect(thread.statusSentence('open')).toBeVisible();
  });

  test('after the customer’s reply, staff see the ticket open, with the reply and their note', async () => {
    await staff.openTicket(number);
    expect(await staff.status()).toBe('Open');
    await expect(staff.entry(customerReply)).toBeVisible();
    await expect(staff.entry(note)).toBeVisible();
  });

  test('when another subscriber opens Support, they see nothing of the ticket', async () => {
    await other.signIn('Harbour View Apartments');
    await other.openSupport();
    const readable = (await other.pageMarkup()) + (await other.receivedBodies());
    for (const text of [subject, number, ticketId, staffReply, note]) expect(readable).not.toContain(text);
  });

  test('when another subscriber opens the ticket’s address, they read that it was not found', async () => {
    other.monitor.allow(new RegExp(`404 \\(Not Found\\).*/api/customer/tickets/${ticketId}`));
    await other.openTicket(ticketId);
    await expect(other.thread.notFound).toBeVisible();
    const readable = (await other.pageMarkup()) + (await other.receivedBodies());
    for (const text of [subject, number, staffReply, note]) expect(readable).not.toContain(text);
  });
});
