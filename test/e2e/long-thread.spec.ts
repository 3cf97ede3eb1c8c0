import type {Locator} from '@playwright/test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {ApiClient} from './support/api-client.js';
import type {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import {t} from './support/translate.js';

interface Ticket {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  readonly reply_count: number;
  readonly replies: readonly Reply[];
  readonly replies_earlier_cursor: string | null;
}

interface Reply {
  readonly id: string;
  readonly message: string;
}

interface EarlierReplies {
  readonly data: readonly Reply[];
  readonly earlier_cursor: string | null;
}

/** All replies of a ticket from the API, oldest first. */
async function readAllReplies(client: ApiClient, ticket: Ticket): Promise<Reply[]> {
  const replies = [...ticket.replies];
  for (let cursor = ticket.replies_earlier_cursor; cursor !== null;) {
    const address = `/api/customer/tickets/${ticket.id}/replies?limit=100&cursor=${cursor}`;
    const page: EarlierReplies = await client.json(address);
    replies.unshift(...page.data);
    cursor = page.earlier_cursor;
  }
  return replies;
}

test.describe('A thread of a thousand replies', () => {
  test.describe.configure({mode: 'serial'});
  let customer: Customer;
  let ticket: Ticket;
  let replies: Reply[];

  test.beforeAll(async ({api, visitors}) => {
    const client = await api.customer('harbour.view');
    const id = seededTicketId('riser-saga');
    ticket = await client.json<Ticket>(`/api/customer/tickets/${id}`);
    replies = await readAllReplies(client, ticket);
    customer = await visitors.customer();
    await customer.signIn('Harbour View Apartments');
    await customer.openTicket(id);
    await expect(customer.thread.replyBox).toBeVisible();
  });
  test.afterAll(({visitors}) => visitors.leave(customer));

  /** The thread shows exactly the newest replies, in order. */
  const expectNewest = async (count: number) => {
    const shown = customer.thread.replies;
    await expect(shown).toHaveCount(count);
    const texts = await shown.allTextContents();
    for (const [index, {message}] of replies.slice(-count).entries()) expect(texts[index]).toContain(message);
  };

  test('when read from the API, has each reply once', () => {
    expect(ticket.reply_count).toBeGreaterThanOrEqual(1000);
    expect(replies.length).toBe(ticket.reply_count);
    expect(new Set(replies.map(({id}) => id)).size).toBe(replies.length);
  });

  test('when opened, shows the newest 20 replies below the description', async () => {
    const {thread} = customer;
    await expectNewest(20);
    expect(await thread.messages.first().textContent()).toContain(t('thread.description'));
    expect(await thread.description.textContent()).toContain(ticket.description);
  });

  test('when earlier replies are loaded, shows them page by page above the newest', async () => {
    for (const count of [40, 60, 80]) {
      await customer.thread.earlier.click();
      await expectNewest(count);
    }
  });

  test('when earlier replies are loaded, does not move the reply that is being read', async () => {
    const {thread} = customer;
    const first = thread.replies.filter({hasText: replies.at(-80)!.message}).first();
    await thread.earlier.scrollIntoViewIfNeeded();
    const before = await steadyTop(first);
    await thread.earlier.click();
    await expect(thread.replies).toHaveCount(100);
    const after = await steadyTop(first);
    expect(Math.abs(after - before), `from ${before} px to ${after} px`).toBeLessThan(4);
  });
});

const steadyTop = (locator: Locator): Promise<number> =>
  locator.evaluate(element => (globalThis as unknown as MonitorScript).steadyTop(element));

interface MonitorScript {
  steadyTop(element: Element): Promise<number>;
}
