import {expect} from 'chai';
import {describe, it} from 'node:test';

import {freescoutBackend} from '../../../adapters/freescout.js';
import {freshdeskBackend} from '../../../adapters/freshdesk.js';
import {splynxBackend} from '../../../adapters/splynx.js';
import {whmcsBackend} from '../../../adapters/whmcs.js';
import {allTickets, connectAdapter, readOptions, writeOptions} from '../../support/adapter-server.js';
import {jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {disableRetryDelay} from '../../support/rest-backend.js';
import {customerTokenHelpdesks} from './fixtures/customer-token-helpdesks.js';
import {answerOf, responseTo, type Helpdesk} from './fixtures/helpdesk.js';
import {staffKeyHelpdesks} from './fixtures/staff-key-helpdesks.js';
import {customerId, foreignTicket, storedTickets, type StoredTicket} from './fixtures/stored-tickets.js';

disableRetryDelay();

const draft = {
  subject: 'No internet',
  description: 'Since this morning.\nIt’s <all> & "dead".',
  category: '',
  priority: 'normal',
};

const connect = (helpdesk: Helpdesk, tickets: StoredTicket[]) =>
  connectAdapter(helpdesk.backend, async request => responseTo(await answerOf(helpdesk, request, tickets)));

const isWrite = ({method}: Request): boolean => method !== 'GET';

for (const [name, helpdesk] of Object.entries({...customerTokenHelpdesks, ...staffKeyHelpdesks})) {
  describe(`the adapter for ${name}`, () => {
    it('lists all 97 tickets of the customer, page by page, newest first', async () => {
      const stored = storedTickets(97);
      const others = helpdesk.hasStaffKey ? [foreignTicket()] : [];
      const {backend, requests, flaws} = connect(helpdesk, [...stored, ...others]);
      const tickets = await allTickets(backend);
      expect(tickets.map(({subject}) => subject)).to.eql(stored.map(({subject}) => subject));
      expect(tickets.map(({createdAt}) => Date.parse(createdAt!))).to.eql(stored.map(({at}) => at.getTime()));
      expect(Object.fromEntries(requests[0]!.headers)).to.include(helpdesk.credential);
      expect(flaws).to.eql([]);
    });

    it('has no further page if there is one ticket, and none at all', async () => {
      expect(await allTickets(connect(helpdesk, storedTickets(1)).backend)).to.have.lengthOf(1);
      expect(await allTickets(connect(helpdesk, []).backend)).to.eql([]);
    });

    it('refuses a cursor that it has never given out, so that the list starts again', async () => {
      const {backend, requests} = connect(helpdesk, storedTickets(3));
      for (const cursor of ['never-given-out', '-1', '1.5', '1 OR 1=1']) {
        const error = await supportErrorOf(backend.listTickets({cursor}, readOptions));
        expect(error).to.include({code: 'invalid', refusesCursor: true});
      }
      expect(requests).to.eql([]);
    });

    it('reads a thread without internal notes in its messages, counts and times', async () => {
      const {backend, flaws} = connect(helpdesk, storedTickets(30));
      const [newest] = await allTickets(backend);
      const {ticket, replies, description, canReply} = await backend.getTicket(newest!.id, readOptions);
      expect(ticket.subject).to.equal('Ticket 30');
      expect(description).to.equal('Description 30');
      expect(canReply).to.equal(true);
      expect(replies.map(({author, message}) => [author.kind, message])).to.eql([
        ['operator', 'We have replaced the router.'],
        ['customer', 'It works, thanks.'],
      ]);
      const lastReplyAt = replies[1]!.createdAt;
      expect(ticket).to.include({replyCount: 2, lastReplyBy: 'customer', lastReplyAt, updatedAt: lastReplyAt});
      expect(JSON.stringify([newest, ticket, replies])).not.to.include('Secret');
      expect(newest!.replyCount).to.equal(helpdesk.listsThreads ? 2 : null);
      expect(newest!.updatedAt).to.equal(helpdesk.listsThreads ? lastReplyAt : newest!.createdAt);
      expect(flaws).to.eql([]);
    });

    it('sends a reply, and returns it with the ticket as it is then', async () => {
      const {backend} = connect(helpdesk, storedTickets(30));
      const before = await backend.getTicket('30', readOptions);
      const {reply, ticket} = await backend.addReply('30', {message: draft.description}, writeOptions);
      expect(reply).to.include({message: draft.description, isInternal: false});
      expect(reply.author.kind).to.equal('customer');
      expect(reply.author.name).to.match(/^(?:Asha .+)?$/);
      expect(ticket).to.include({id: '30', replyCount: 3, lastReplyBy: 'customer'});
      expect(ticket.status).not.to.equal(before.ticket.status);
    });

    it('creates a ticket, and returns it as it is stored', async () => {
      const {backend, flaws} = connect(helpdesk, storedTickets(30));
      const {ticket, description, replies} = await backend.createTicket(draft, writeOptions);
      expect(ticket).to.include({id: '7000', subject: 'No internet', replyCount: 0});
      expect(description).to.equal(draft.description);
      expect(replies).to.eql([]);
      expect((await allTickets(backend))[0]).to.include({id: '7000'});
      expect(flaws).to.eql([]);
    });

    it('reports what the server refuses, in its words and at its fields', async () => {
      const {refusal, backend: factory} = helpdesk;
      const {backend} = connectAdapter(factory, () => responseTo(refusal));
      const error = await supportErrorOf(backend.createTicket(draft, writeOptions));
      expect(error).to.include({code: 'invalid', serverMessage: refusal.text});
      expect(Object.fromEntries(error.fields)).to.eql(refusal.fields);
    });

    it('reports a ticket that does not exist as not found', async () => {
      const {backend} = connect(helpdesk, storedTickets(3));
      expect((await supportErrorOf(backend.getTicket('404404', readOptions))).code).to.equal('not_found');
    });

    it('reports the ticket of another customer as not found, and sends no reply to it', async () => {
      const foreign = foreignTicket();
      const tickets = [...storedTickets(3), foreign];
      const {backend, requests} = connect(helpdesk, tickets);
      expect((await supportErrorOf(backend.getTicket(String(foreign.id), readOptions))).code).to.equal('not_found');
      const sent = backend.addReply(String(foreign.id), {message: 'Hi'}, writeOptions);
      expect((await supportErrorOf(sent)).code).to.equal('not_found');
      expect(foreign.replies).to.eql([]);
      // WHMCS reads by POST. Its store shows that there is no reply.
      if (helpdesk.hasStaffKey && name !== 'WHMCS') expect(requests.filter(isWrite)).to.eql([]);
    });

    const codes = {
      401: 'unauthenticated',
      // A key of staff is not the customer's.
      403: helpdesk.hasStaffKey ? 'unavailable' : 'forbidden',
      404: 'not_found',
      410: helpdesk.hasStaffKey ? 'unavailable' : 'gone',
      500: 'unavailable',
      503: 'unavailable',
    };
    for (const [status, code] of Object.entries(codes)) {
      it(`reports a list that fails with ${status} as ${code}`, async () => {
        const {backend} = connectAdapter(helpdesk.backend, () => jsonResponse({}, {status: Number(status)}));
        expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal(code);
      });
    }

    it('reports a 429 with the time to wait', async () => {
      const {backend} = connectAdapter(helpdesk.backend, () =>
        jsonResponse({}, {status: 429, headers: {'Retry-After': '30'}}),
      );
      const error = await supportErrorOf(backend.listTickets({cursor: null}, readOptions));
      expect(error).to.include({code: 'rate_limited', retryAfter: 30});
    });

    it('reports a reply that was sent and cannot be read back as uncertain', async () => {
      const tickets = storedTickets(3);
      let isDown = false;
      const {backend} = connectAdapter(helpdesk.backend, async request => {
        if (isDown) return jsonResponse({}, {status: 503});
        const count = tickets[0]!.replies.length;
        const answer = await answerOf(helpdesk, request, tickets);
        isDown = tickets[0]!.replies.length > count;
        return responseTo(answer);
      });
      expect((await supportErrorOf(backend.addReply('3', {message: 'Hi'}, writeOptions))).code).to.equal('uncertain');
    });
  });
}

for (const [name, helpdesk] of Object.entries(customerTokenHelpdesks)) {
  it(`renews the customer’s token after a 401 of ${name}, and asks again`, async () => {
    const credentials = {
      token: 'token-1',
      renew: async () => (credentials.token = 'token-2'),
    };
    const {backend, requests} = connectAdapter(
      helpdesk.backend,
      async request => {
        if (!request.headers.get('authorization')!.includes('token-2')) return jsonResponse({}, {status: 401});
        return responseTo(await answerOf(helpdesk, request, []));
      },
      credentials,
    );
    expect((await backend.listTickets({cursor: null}, readOptions)).tickets).to.eql([]);
    expect(requests).to.have.lengthOf(2);
  });
}

describe('an adapter with a key of staff', () => {
  const adapters = {
    splynxBackend: (id: string) => splynxBackend({customerId: id, apiKey: 'key', apiSecret: 'secret'}),
    whmcsBackend: (id: string) => whmcsBackend({customerId: id, identifier: 'id', secret: 'secret', departmentId: '1'}),
    freshdeskBackend: (id: string) => freshdeskBackend({customerId: id, apiKey: 'key'}),
    freescoutBackend: (id: string) => freescoutBackend({customerId: id, apiKey: 'key', mailboxId: 1}),
  };
  for (const [name, create] of Object.entries(adapters)) {
    for (const global of ['document', 'window'] as const) {
      it(`refuses to be created where there is a ${global}: ${name}`, () => {
        Object.defineProperty(globalThis, global, {value: {}, configurable: true});
        try {
          expect(() => create(customerId)).to.throw(`${name} has a key of staff, which must not be in a browser`);
        } finally {
          Reflect.deleteProperty(globalThis, global);
        }
      });
    }

    it(`refuses to be created without a customer: ${name}`, () => {
      for (const id of ['', ' ']) expect(() => create(id)).to.throw(`${name} needs a customerId`);
    });

    it(`does not tell its key as its source text: ${name}`, () => {
      expect(String(create(customerId))).not.to.match(/'?(?:key|secret)'?:|"(?:key|secret)"/);
    });
  }
});
