import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import {tabTo, tabToAndPress, tabToAndType} from './support/keyboard.js';
import {t} from './support/translate.js';

const subject = 'The router hums, and then the line is gone';

test.describe('A customer who uses only the keyboard', () => {
  test.describe.configure({mode: 'serial'});
  let customer: Customer;
  let number: string;

  test.beforeAll(async ({visitors}) => {
    customer = await visitors.customer();
    await customer.page.goto('/');
  });
  test.afterAll(({visitors}) => visitors.leave(customer));

  test('signs in and opens the Support tab', async () => {
    await tabToAndPress(customer.card('Léna Moreau'));
    await customer.page.waitForURL('**/customer');
    await tabToAndPress(customer.menuItem('Support'));
    await expect(customer.list.rows.first()).toBeVisible();
  });

  test('submits the empty form, hears which fields are missing, and fills them in', async () => {
    const {page, list, form} = customer;
    await tabToAndPress(list.newTicket);
    await tabToAndPress(form.createButton);
    await expect(form.announcement(t('form.required'))).toBeAttached();
    await expect(form.subject).toBeFocused();

    await page.keyboard.type(subject);
    await tabTo(form.category);
    await page.keyboard.press('w');
    await expect(form.category).toHaveValue('wifi');
    await tabToAndPress(form.priority('Normal'), 'ArrowRight');
    await expect(form.priority('High')).toBeChecked();
    await tabToAndType(form.description, 'Since noon.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('The red light is on.');
  });

  test('submits the form and opens the new ticket', async () => {
    const {form, thread} = customer;
    await tabToAndPress(form.createButton);
    number = await form.createdNumber();
    await tabToAndPress(form.openButton);
    await expect(thread.heading(subject)).toBeVisible();
    // Unlike toContainText, innerText keeps the line break.
    expect(await thread.description.innerText()).toContain('Since noon.\nThe red light is on.');
  });

  test('sends a reply, which is announced', async () => {
    const {list, thread} = customer;
    await tabToAndType(thread.replyBox, 'It works again.');
    await tabToAndPress(thread.sendButton);
    await expect(thread.replyBy('You', 'It works again.')).toBeVisible();
    await expect(thread.announcement(t('composer.sent'))).toBeAttached();
    await expect(list.row(number, '1 reply')).toBeVisible();
  });

  test('after a reply, returns to the reply box and sends another with Ctrl+Enter', async () => {
    const {page, list, thread} = customer;
    await tabToAndType(thread.replyBox, 'No, it does not.');
    await page.keyboard.press('Control+Enter');
    await expect(thread.replyBy('You', 'No, it does not.')).toBeVisible();
    await expect(list.row(number, '2 replies')).toBeVisible();
  });
});
