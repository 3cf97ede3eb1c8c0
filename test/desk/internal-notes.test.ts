import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import type {ApiClient} from './api-client.js';
import {createSeededDesk, storeKinds} from './seeded-desk.js';

const id = seededTicketId('line-drops');

/** The responses of every URL that a customer can read. */
async function allResponses(me: ApiClient, since: string, cursor: string) {
  const addresses = [
    '/tickets',
    '/tickets?limit=3',
    '/tickets?status=resolved',
    `/tickets/${id}`,
    `/tickets/${id}/replies`,
    `/tickets/${id}/replies?limit=100`,
    `/tickets/${id}/replies?cursor=${cursor}`,
    `/tickets/${seededTicketId('red-los-light')}`,
    '/ticket-updates',
    `/ticket-updates?since=${since}`,
    '/ticket-config',
  ];
  const answers = [];
  for (const address of addresses) {
    const {status, headers, text} = await me.get(address);
    headers.delete('X-Request-Id');
    answers.push({address, status, headers: [...headers], text});
  }
  return answers;
}

for (const [name, open] of storeKinds) {
  describe(`an internal note (${name})`, () => {
    const opened = open().then(async store => ({store, ...(await createSeededDesk(store))}));
    let me: ApiClient;
    let since: string;
    let cursor: string;

    before(async () => {
      me = await (await opened).customer();
      since = (await me.get('/ticket-updates')).json.sync_token;
      cursor = (await me.get(`/tickets/${id}`)).json.replies_earlier_cursor;
    });
    after(async () => (await opened).store.close());

    test('does not change a byte of any body, ETag, cursor or sync token', async () => {
      const {staff} = await opened;
      const unaware = await allResponses(me, since, cursor);
      await staff.note(id, 'The splitter is ours, do not tell', 'Karim (Network)');
      await staff.note(seededTicketId('red-los-light'), 'Third call from this street', 'Anna (Support)');
      assert.deepEqual(await allResponses(me, since, cursor), unaware);
    });

    test('stays invisible when the customer and the operator write after it', async () => {
      const {staff} = await opened;
      await staff.note(id, 'Another one', 'Karim (Network)');
      const reply = await me.post(`/tickets/${id}/replies`, {message: 'Hello?'});
      assert.equal(reply.json.ticket.reply_count, 47);
      await staff.reply(id, 'Here I am', 'Anna (Support)');
      const {json} = await me.get(`/tickets/${id}`);
      assert.equal(json.reply_count, 48);
      assert.deepEqual(
        json.replies.slice(-2).map((each: {message: string}) => each.message),
        ['Hello?', 'Here I am'],
      );
      const shown = (await allResponses(me, since, cursor)).map(({text}) => text).join();
      for (const secret of ['do not tell', 'Third call', 'Another one']) assert.ok(!shown.includes(secret));
    });

    test('is returned to staff', async () => {
      const {store} = await opened;
      const notes = (await store.allReplies(id)).filter(reply => reply.isInternal);
      assert.deepEqual(
        notes.map(note => note.message),
        ['The splitter is ours, do not tell', 'Another one'],
      );
    });
  });
}
