import type {ApiClient, RequestOptions} from './support/api-client.js';
import {expect, test} from './support/fixtures.js';

interface TicketPage {
  readonly data: readonly {readonly id: string; readonly subject: string}[];
}

const unknownTicketId = '00000000-0000-4000-8000-000000000000';

test.describe('Another subscriber', () => {
  let otherClient: ApiClient;
  let tickets: TicketPage['data'];

  test.beforeAll(async ({api}) => {
    const client = await api.customer('lena.moreau');
    otherClient = await api.customer('harbour.view');
    ({data: tickets} = await client.json<TicketPage>('/api/customer/tickets?limit=100'));
  });

  /** The response without the headers that differ between requests. */
  const respond = async (path: string, options?: RequestOptions) => {
    const {status, body} = await otherClient.request(path, options);
    return {status, body};
  };

  test('when reading a ticket that is not theirs, gets the same 404 as for an unknown ticket', async () => {
    expect(tickets.length).toBeGreaterThan(10);
    const unknown = await respond(`/api/customer/tickets/${unknownTicketId}`);
    expect(unknown.status).toBe(404);
    for (const {id} of tickets) expect(await respond(`/api/customer/tickets/${id}`)).toEqual(unknown);
  });

  test('when reading replies of, replying to or marking as read a ticket that is not theirs, gets 404', async () => {
    const address = `/api/customer/tickets/${tickets[0]?.id}`;
    const responses = await Promise.all([
      respond(`${address}/replies`),
      respond(`${address}/replies`, {method: 'POST', body: {message: 'Mine now'}}),
      respond(`${address}/read`, {method: 'PUT', body: {last_reply_id: unknownTicketId}}),
    ]);
    expect(responses.map(({status}) => status)).toEqual([404, 404, 404]);
  });

  test('when signing in after the first has signed out, sees none of the first one’s tickets', async ({customer}) => {
    const subjects = tickets.map(({subject}) => subject);
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
    await expect(customer.list.rows.first()).toContainText(subjects[0]!);

    await customer.signOut();
    await customer.signIn('Harbour View Apartments');
    await customer.openSupport();
    const markup = await customer.pageMarkup();
    expect(subjects.filter(subject => markup.includes(subject))).toEqual([]);
  });

  test('when going back after signing out, is asked to sign in', async ({customer}) => {
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
    await customer.signOut();
    await customer.page.goBack();
    await expect(customer.card('Léna Moreau')).toBeVisible();
  });
});
