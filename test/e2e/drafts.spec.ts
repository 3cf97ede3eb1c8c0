import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {ApiClient} from './support/api-client.js';
import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import {t} from './support/translate.js';

const ticketId = seededTicketId('evening-slowdown');
const subject = 'Slow speeds in the evening';

test.describe('A text that a customer writes', () => {
  test.beforeEach(async ({customer}) => {
    await customer.signIn('Léna Moreau');
    // The browser logs each request that fails.
    customer.monitor.allow(/net::ERR_FAILED/);
  });

  const keptNotice = ({page}: Customer) => page.getByText(t('composer.saved'));
  const restoredNotice = ({page}: Customer) => page.getByText(t('composer.restored'));
  const disconnect = ({page}: Customer) => page.route('**/api/**', route => route.abort());
  const reconnect = ({page}: Customer) => page.unroute('**/api/**');

  const deliveries = async (client: ApiClient, text: string): Promise<number> => {
    const {replies} = await client.json<{replies: {message: string}[]}>(`/api/customer/tickets/${ticketId}`);
    return replies.filter(({message}) => message === text).length;
  };

  test('is restored after a reload with a notice, and gone after Discard', async ({customer}) => {
    const {page, thread} = customer;
    await customer.openTicket(ticketId);
    await thread.replyBox.fill('Half a thought');
    await expect(keptNotice(customer)).toBeVisible();
    await page.reload();
    await expect(restoredNotice(customer)).toBeVisible();
    await expect(thread.replyBox).toHaveValue('Half a thought');
    await page.getByRole('button', {name: t('unsent.discard')}).click();
    await expect(restoredNotice(customer)).toBeHidden();
    await page.reload();
    await expect(thread.replyBox).toHaveValue('');
  });

  test('is restored in another tab after its own tab is killed in the middle of a word', async ({customer}) => {
    await customer.openTicket(ticketId);
    await expect(customer.thread.heading(subject)).toBeVisible();
    const tab = await customer.page.context().newPage();
    await tab.goto(`/customer/tickets?ticket=${ticketId}`);
    await tab.getByRole('textbox', {name: t('composer.label')}).fill('In the middle of a wo');
    await expect(tab.getByText(t('composer.saved'))).toBeVisible();
    await tab.close({runBeforeUnload: false});
    await customer.page.reload();
    await expect(restoredNotice(customer)).toBeVisible();
    await expect(customer.thread.replyBox).toHaveValue('In the middle of a wo');
  });

  test('is delivered once after an outage and a reload, with the time at which it was written', async ({
    customer,
    api,
  }) => {
    const {page, monitor, thread} = customer;
    await customer.openTicket(ticketId);
    await expect(thread.heading(subject)).toBeVisible();
    await disconnect(customer);
    await thread.reply('Written during an outage');
    // The thread says so, too, as it cannot be read either.
    await expect(page.getByText(t('error.network')).last()).toBeVisible();
    const waitedAt = Date.now();
    await page.reload();
    await reconnect(customer);
    await expect(thread.sentReply('Written during an outage')).toBeVisible();
    expect(await deliveries(await api.customer('lena.moreau'), 'Written during an outage')).toBe(1);

    const attempts = (await monitor.requests()).filter(({body}) => body.includes('Written during an outage'));
    expect(attempts.length).toBeGreaterThan(1);
    const times = new Set(attempts.map(({body}) => (JSON.parse(body) as {written_at: string}).written_at));
    expect(times.size).toBe(1);
    expect(Date.parse([...times][0]!)).toBeLessThan(waitedAt);
  });

  test('is listed as an unsent ticket during an outage and after a reload, and then gets its number', async ({
    customer,
  }) => {
    const {page, list, form} = customer;
    await customer.openSupport();
    await disconnect(customer);
    await list.newTicket.click();
    await form.subject.fill('Dead since noon');
    await form.description.fill('Not a single light.');
    await form.createButton.click();
    await expect(page.getByRole('heading', {name: t('form.unsent')})).toBeVisible();
    await page.reload();
    const unsent = list.row('Dead since noon').filter({hasNotText: 'TKT-'});
    await expect(unsent).toBeVisible();
    await reconnect(customer);
    await expect(list.row('Dead since noon', 'TKT-')).toBeVisible();
    await expect(unsent).toBeHidden();
  });

  test('is removed from the device when the customer signs out, and never shown to the next customer', async ({
    customer,
  }) => {
    const {thread} = customer;
    await customer.openTicket(ticketId);
    await expect(thread.heading(subject)).toBeVisible();
    await thread.replyBox.fill('For Léna’s eyes only');
    await expect(keptNotice(customer)).toBeVisible();
    await customer.goTo('Home');
    await customer.signOut();
    await customer.signIn('Harbour View Apartments');
    await customer.openSupport();
    expect(await customer.pageMarkup()).not.toContain('For Léna’s eyes only');
    await customer.goTo('Home');
    await customer.signOut();
    await customer.signIn('Léna Moreau');
    await customer.openTicket(ticketId);
    await expect(thread.heading(subject)).toBeVisible();
    await expect(thread.replyBox).toHaveValue('');
  });
});
