import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {Caller} from './support/caller.js';

const api = '/api/customer';

interface Detail {
  readonly id: string;
  readonly replies_earlier_cursor: string | null;
}

describe('an internal note, over real HTTP', () => {
  let customer: Caller;
  let staff: Caller;
  let ticketId: string;
  let addresses: string[];

  /** What a customer can read, to the byte, with the validator of each answer. */
  const everything = () =>
    Promise.all(
      addresses.map(async address => {
        const {status, headers, body} = await customer.ask(address);
        return {address, status, etag: headers.get('ETag'), length: headers.get('Content-Length'), body};
      }),
    );

  before(async () => {
    [customer, staff] = await Promise.all([Caller.customer('lena.moreau'), Caller.staff('Karim (Network)')]);
    const {data} = await customer.json<{data: {id: string; reply_count: number}[]}>(`${api}/tickets?limit=100`);
    ticketId = data.reduce((a, b) => (b.reply_count > a.reply_count ? b : a)).id;
    const {replies_earlier_cursor: cursor} = await customer.json<Detail>(`${api}/tickets/${ticketId}`);
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

  test('leaves list, ticket, replies and updates as they were, to the byte, validators too', async () => {
    const unaware = await everything();
    await write('notes', 'Checked the cabinet: it is our own splitter.');
    assert.deepEqual(await everything(), unaware);
  });

  test('lets an answer that is known already stand: 304, with the validator it had', async () => {
    const known = (await everything()).filter(({etag}) => etag !== null);
    assert.equal(known.length, 5);
    await write('notes', 'Called the street works people.');
    for (const {address, etag} of known) {
      const {status, headers, body} = await customer.ask(address, {headers: {'If-None-Match': etag ?? ''}});
      assert.deepEqual({address, status, etag: headers.get('ETag'), body}, {address, status: 304, etag, body: ''});
    }
  });

  test('is kept, and staff read it', async () => {
    const {replies} = await staff.json<{replies: {message: string; is_internal: boolean}[]}>(
      `/staff/tickets/${ticketId}`,
    );
    const notes = replies.filter(reply => reply.is_internal).map(({message}) => message);
    assert.ok(notes.includes('Checked the cabinet: it is our own splitter.'), notes.join());
  });

  test('differs in that from a public reply, which changes every one of them', async () => {
    const before = await everything();
    await write('replies', 'We have replaced the splitter in your street.');
    const after = await everything();
    const same = after.filter(({body}, index) => body === before[index]?.body).map(({address}) => address);
    // Nothing is new before a cursor.
    assert.deepEqual(
      same,
      addresses.filter(address => address.includes('/replies?cursor=')),
    );
  });
});
