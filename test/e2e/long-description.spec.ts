import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';

const line = 'ping 203.0.113.9: 14 ms, 15 ms, 220 ms – “lost” <timeout> & back 😀\n';
const description = line.repeat(Math.ceil(1_000_000 / line.length)) + 'the last line';

test.describe('A description of one megabyte', () => {
  test.describe.configure({mode: 'serial'});
  let customer: Customer;
  let number: string;

  test.beforeAll(async ({visitors}) => {
    customer = await visitors.customer();
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
  });
  test.afterAll(({visitors}) => visitors.leave(customer));

  test('when pasted into the form, creates a ticket', async () => {
    const {list, form} = customer;
    await list.newTicket.click();
    await form.subject.fill('A night of measurements');
    await form.pasteDescription(description);
    await form.createButton.click();
    number = await form.createdNumber();
    await expect(list.row(number, 'A night of measurements')).toBeVisible();
  });

  test('when read from the API, is unchanged to the character', async ({api}) => {
    const client = await api.customer('lena.moreau');
    const {data} = await client.json<{data: {id: string; ticket_number: string}[]}>('/api/customer/tickets');
    const id = data.find(row => row.ticket_number === number)?.id;
    const ticket = await client.json<{description: string}>(`/api/customer/tickets/${id}`);
    // Compared without `toBe`, whose message would print two megabytes.
    expect(ticket.description.length).toBe(description.length);
    expect(ticket.description === description).toBe(true);
  });

  test('in the thread, shows its beginning, and all of it after “Show more”', async () => {
    const {form, thread} = customer;
    await form.open();
    await expect(thread.showMore).toBeVisible();
    const shownLength = async () => ((await thread.description.textContent()) ?? '').length;
    expect(await shownLength()).toBeLessThan(10_000);
    while (await thread.showMore.isVisible()) {
      const before = await shownLength();
      await thread.showMore.click();
      expect(await shownLength()).toBeGreaterThan(before);
    }
    const paragraphs = await thread.description.getByRole('paragraph').allTextContents();
    expect(paragraphs.join('\n') === description).toBe(true);
  });
});
