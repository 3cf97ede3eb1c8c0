import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import type {Caller} from './caller.js';
import {deskOn, storeKinds} from './desk-on.js';

const id = seededTicketId('line-drops');

/** Every address a customer can read, with everything that comes back from it. */
async function everything(me: Caller, since: string, cursor: string) {
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
  describe(`an internal note, on ${name}`, () => {
    const opened = open().then(async store => ({store, ...(await deskOn(store))}));
    let me: Caller;
    let since: string;
    let cursor: string;

    before(async () => {
      me = await (await opened).customer();
      since = (await me.get('/ticket-updates')).json.sync_token;
      cursor = (await me.get(`/tickets/${id}`)).json.replies_earlier_cursor;
    });
    after(async () => (await opened).store.close());

    test('leaves every body, validator, cursor and sync token as it was, to the byte', async () => {
      const {staff} = await opened;
      const unaware = await everything(me, since, cursor);
      await staff.note(id, 'The splitter is ours, do not tell', 'Karim (Network)');
      await staff.note(seededTicketId('red-los-light'), 'Third call from this street', 'Anna (Support)');
      assert.deepEqual(await everything(me, since, cursor), unaware);
    });

    test('goes on leaving no trace when the customer and the operator write after it', async () => {
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
      const shown = (await everything(me, since, cursor)).map(({text}) => text).join();
      for (const secret of ['do not tell', 'Third call', 'Another one']) assert.ok(!shown.includes(secret));
    });

    test('is there for staff', async () => {
      const {store} = await opened;
      const notes = (await store.allReplies(id)).filter(reply => reply.isInternal);
      assert.deepEqual(
        notes.map(note => note.message),
        ['The splitter is ours, do not tell', 'Another one'],
      );
    });
  });
}
