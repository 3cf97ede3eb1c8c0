import type {ApiClient} from './support/api-client.js';
import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';

interface TicketPage {
  readonly data: readonly {readonly id: string; readonly ticket_number: string; readonly created_at: string}[];
  readonly next_cursor: string | null;
}

/** All pages of the list, from the API. */
async function readAllTickets(client: ApiClient): Promise<TicketPage['data']> {
  const rows = [];
  for (let address = '/api/customer/tickets?limit=100'; ;) {
    const {data, next_cursor} = await client.json<TicketPage>(address);
    rows.push(...data);
    if (next_cursor === null) return rows;
    address = `/api/customer/tickets?limit=100&cursor=${next_cursor}`;
  }
}

test.describe('A customer with two thousand tickets', () => {
  test.describe.configure({mode: 'serial'});
  let customer: Customer;
  let tickets: TicketPage['data'];

  test.beforeAll(async ({api, visitors}) => {
    customer = await visitors.customer();
    await customer.signIn('Harbour View Apartments');
    tickets = await readAllTickets(await api.customer('harbour.view'));
    await customer.openSupport();
  });
  test.afterAll(({visitors}) => visitors.leave(customer));

  /** The list shows exactly the newest tickets, in order. */
  const expectNewest = async (count: number) => {
    const {rows} = customer.list;
    await expect(rows).toHaveCount(count);
    const numbers = (await rows.allTextContents()).map(text => /TKT-\d+-\d+/.exec(text)?.[0]);
    expect(numbers).toEqual(tickets.slice(0, count).map(row => row.ticket_number));
  };

  test('gets each ticket once from the API, newest first', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(tickets.map(({id}) => id)).size).toBe(tickets.length);
    const times = tickets.map(({created_at}) => created_at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('when opening the list, sees the newest 20 tickets', async () => {
    await expectNewest(20);
  });

  test('when scrolling to the end, sees the next pages', async () => {
    for (const count of [40, 60]) {
      await customer.page.keyboard.press('End');
      await expectNewest(count);
    }
  });

  test('when pressing the button at the end, sees the next pages without scrolling', async () => {
    for (const count of [80, 100]) {
      await customer.list.more.press('Enter');
      await expectNewest(count);
    }
  });

  test('after a page has loaded, hears how many tickets are shown', async () => {
    await expect(customer.list.loadedAnnouncement(100)).toBeAttached();
  });

  test('when opening a ticket far down and going back, returns to its row', async () => {
    const {page, list, thread} = customer;
    const {ticket_number: number} = tickets[90]!;
    await list.row(number).getByRole('link').click();
    await expect(thread.replyBox).toBeVisible();
    await page.goBack();
    await expect(list.focusedLink(number)).toBeVisible();
  });
});
