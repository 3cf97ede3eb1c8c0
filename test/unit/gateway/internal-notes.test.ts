import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {createGateway} from './gateway-client.js';

const paths = ['/tickets', '/tickets/1', '/tickets/1/replies', '/ticket-updates'];

for (const pageSize of [100, 2]) {
  describe(`internal notes behind the gateway, with ${pageSize} replies in a page`, () => {
    const open = () => {
      const gateway = createGateway();
      gateway.helpdesk.pageSize = pageSize;
      gateway.helpdesk.add('lena');
      return {...gateway, me: gateway.as('lena')};
    };
    const readAll = async ({get}: ReturnType<ReturnType<typeof createGateway>['as']>) =>
      Promise.all(paths.map(async path => (await get(path)).text));

    it('change no count and no time of a ticket with replies', async () => {
      const {helpdesk, me} = open();
      helpdesk.answer('lena', '1', 'Hello');
      await me.post('/tickets/1/replies', {message: 'Thanks'});
      const [list, , , updates] = await readAll(me);
      helpdesk.answer('lena', '1', 'Between us', true);
      const after = await readAll(me);
      assert.equal(after[0], list);
      assert.equal(after[3], updates);
      const {json} = await me.get('/tickets/1');
      assert.equal(json.reply_count, 2);
      assert.equal(json.last_reply_by, 'customer');
      assert(!after.join('').includes('Between us'));
    });

    it('have no number that marks them as read', async () => {
      const {helpdesk, me} = open();
      const note = helpdesk.answer('lena', '1', 'Between us', true);
      const reply = helpdesk.answer('lena', '1', 'Hello');
      assert.equal((await me.put('/tickets/1/read', {last_reply_id: note.id})).status, 422);
      assert.equal((await me.put('/tickets/1/read', {last_reply_id: reply.id})).status, 204);
    });
  });
}

describe('an internal note behind the gateway', () => {
  for (const marked of [true, 1, 'true', 'yes']) {
    it(`that says isInternal: ${JSON.stringify(marked)} leaves each response byte for byte as it was`, async () => {
      const {helpdesk, as} = createGateway();
      helpdesk.add('lena');
      helpdesk.answer('lena', '1', 'Hello');
      const read = async () =>
        Promise.all(
          paths.map(async path => {
            const {text, headers} = await as('lena').get(path);
            return `${headers.get('ETag')} ${text}`;
          }),
        );
      const before = await read();
      helpdesk.answer('lena', '1', 'Between us', marked as boolean);
      assert.deepEqual(await read(), before);
    });
  }

  it('is not counted in the ticket that a reply returns', async () => {
    const {helpdesk, as} = createGateway();
    helpdesk.add('lena');
    helpdesk.answer('lena', '1', 'Between us', true);
    const {json} = await as('lena').post('/tickets/1/replies', {message: 'Hello?'});
    assert.equal(json.ticket.reply_count, 1);
  });

  it('is removed from the thread even if the backend’s counts are used', async () => {
    const {helpdesk, as} = createGateway({counts: 'backend'});
    helpdesk.add('lena');
    helpdesk.answer('lena', '1', 'Between us', true);
    const {json} = await as('lena').get('/tickets/1');
    assert.deepEqual(json.replies, []);
    assert.equal(json.reply_count, 0);
  });
});
