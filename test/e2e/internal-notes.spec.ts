import type {ApiClient} from './support/api-client.js';
import {expect, test} from './support/fixtures.js';

const api = '/api/customer';

interface Ticket {
  readonly id: string;
  readonly replies_earlier_cursor: string | null;
}

test.describe('An internal note, over HTTP', () => {
  let customer: ApiClient;
  let staff: ApiClient;
  let ticketId: string;
  let addresses: string[];

  /** Everything that the customer can read, to the byte, with the validator of each response. */
  const readAll = () =>
    Promise.all(
      addresses.map(async address => {
        const {status, headers, body} = await customer.request(address);
        return {address, status, etag: headers.get('ETag'), length: headers.get('Content-Length'), body};
      }),
    );

  test.beforeAll(async ({api: signIn}) => {
    customer = await signIn.customer('lena.moreau');
    staff = await signIn.staff('Karim (Network)');
    const {data} = await customer.json<{data: {id: string; reply_count: number}[]}>(`${api}/tickets?limit=100`);
    ticketId = data.reduce((a, b) => (b.reply_count > a.reply_count ? b : a)).id;
    const {replies_earlier_cursor: cursor} = await customer.json<Ticket>(`${api}/tickets/${ticketId}`);
    const {sync_token: since} = await customer.json<{sync_token: string}>(`${api}/ticket-updates`);
    addresses = [
      `${api}/tickets`,
      `${api}/tickets?limit=100`,
      `${api}/tickets/${ticketId}`,
      `${api}/tickets/${ticketId}/replies`,
      `${api}/tickets/${ticketId}/replies?cursor=${cursor}`,
      `${api}/ticket-updates`,
      `${api}/ticket-updates?since=${since}`,
    ];
  });

  const write = (kind: 'notes' | 'replies', message: string) =>
    staff.json(`/staff/tickets/${ticketId}/${kind}`, {method: 'POST', body: {message}});

  test('leaves list, ticket, replies and updates unchanged to the byte, with the same validators', async () => {
    const before = await readAll();
    await write('notes', 'Checked the cabinet: it is our own splitter.');
    expect(await readAll()).toEqual(before);
  });

  test('leaves cached responses valid: conditional requests get 304 with the same validator', async () => {
    const cached = (await readAll()).filter(({etag}) => etag !== null);
    expect(cached).toHaveLength(5);
    await write('notes', 'Called the street works people.');
    for (const {address, etag} of cached) {
      const {status, headers, body} = await customer.request(address, {headers: {'If-None-Match': etag ?? ''}});
      expect({address, status, etag: headers.get('ETag'), body}).toEqual({address, status: 304, etag, body: ''});
    }
  });

  test('is stored, and staff can read it', async () => {
    await write('notes', 'The splitter is ordered.');
    const {replies} = await staff.json<{replies: {message: string; is_internal: boolean}[]}>(
      `/staff/tickets/${ticketId}`,
    );
    const notes = replies.filter(reply => reply.is_internal).map(({message}) => message);
    expect(notes).toContain('The splitter is ordered.');
  });

  test('differs from a public reply, which changes every response but the page of earlier replies', async () => {
    const before = await readAll();
    await write('replies', 'We have replaced the splitter in your street.');
    const after = await readAll();
    const unchanged = after.filter(({body}, index) => body === before[index]?.body).map(({address}) => address);
    expect(unchanged).toEqual(addresses.filter(address => address.includes('/replies?cursor=')));
  });
});
