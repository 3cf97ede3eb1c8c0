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

describe('a ticket that is gone when its thread is read', () => {
  const open = () => {
    const {helpdesk, as} = createGateway({
      counts: 'thread',
      backend: ({id}) => {
        const backend = helpdesk.backendOf(id);
        return {
          ...backend,
          getTicket: async (ticketId, options) =>
            ticketId === '2' ? Promise.reject({code: 'not_found'}) : backend.getTicket(ticketId, options),
        };
      },
    });
    helpdesk.add('lena', 'Slow');
    helpdesk.add('lena', 'Gone');
    for (const id of ['1', '2']) helpdesk.answer('lena', id, 'Hello');
    return as('lena');
  };

  it('costs the list no other ticket', async () => {
    const {json} = await open().get('/tickets');
    assert.deepEqual(
      json.data.map(({id}: {id: string}) => id),
      ['1'],
    );
  });

  it('costs the updates no other ticket', async () => {
    assert.equal((await open().get('/ticket-updates')).json.unread, 1);
  });
});

for (const counts of ['thread', 'backend'] as const) {
  describe(`a ticket that is for staff only, with counts: ${counts}`, () => {
    const open = () => {
      const {helpdesk, as} = createGateway({
        counts,
        backend: ({id}) => {
          const backend = helpdesk.backendOf(id);
          const marked = <Row extends {id: string}>(row: Row): Row => ({...row, isInternal: row.id === '2'});
          return {
            ...backend,
            async listTickets(...query) {
              const page = await backend.listTickets(...query);
              return {...page, tickets: page.tickets.map(marked)};
            },
            async getTicket(...query) {
              const detail = await backend.getTicket(...query);
              return {...detail, ticket: marked(detail.ticket)};
            },
            async getUpdates(options) {
              const updates = await backend.getUpdates!(options);
              return {...updates, tickets: updates.tickets.map(marked)};
            },
          };
        },
      });
      helpdesk.add('lena', 'Slow');
      helpdesk.add('lena', 'Fraud?');
      return {helpdesk, me: as('lena')};
    };

    it('is in no list, and not found', async () => {
      const {me} = open();
      const {json} = await me.get('/tickets');
      assert.deepEqual(
        json.data.map(({id}: {id: string}) => id),
        ['1'],
      );
      for (const path of ['/tickets/2', '/tickets/2/replies', '/tickets/2/replies?cursor=x']) {
        assert.equal((await me.get(path)).status, 404);
      }
    });

    it('takes no reply', async () => {
      const {helpdesk, me} = open();
      assert.equal((await me.post('/tickets/2/replies', {message: 'Hello?'})).status, 404);
      const {replies} = await helpdesk.backendOf('lena').getTicket('2', {signal: new AbortController().signal});
      assert.deepEqual(replies, []);
    });

    it('is in no number of unread replies', async () => {
      const {helpdesk, me} = open();
      helpdesk.answer('lena', '1', 'Hello');
      helpdesk.answer('lena', '2', 'Secret');
      const {json, text} = await me.get('/ticket-updates');
      assert.equal(json.unread, 1);
      assert(!text.includes('Fraud'));
    });
  });
}
