import {expect} from 'chai';
import {describe, it} from 'node:test';

import {restBackend, type RestOptions} from '../../../adapters/rest.js';
import {askedOf, notFound, type Answer} from '../../../demo/gateway/fixture-server.js';
import {allTickets, bodyOf, connectAdapter, readOptions, writeOptions} from '../../support/adapter-server.js';
import {foreignResponse, jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {apiBaseUrl, disableRetryDelay} from '../../support/rest-backend.js';
import {frameworks} from './fixtures/frameworks.js';
import {portals, type Portal} from './fixtures/portals.js';
import {storedTickets, type StoredTicket} from './fixtures/stored-tickets.js';

disableRetryDelay();

const draft = {subject: 'No internet', description: 'Since this morning.', category: 'wifi', priority: 'normal'};

const responseTo = ({status = 200, body, headers = {}}: Answer): Response => jsonResponse(body, {status, headers});

function connect(portal: Portal, tickets: StoredTicket[]) {
  return connectAdapter(restBackend(portal.options), async request => {
    const asked = await askedOf(request, new URL(apiBaseUrl).pathname);
    return responseTo(portal.answer(asked, tickets) ?? notFound);
  });
}

for (const [name, portal] of Object.entries({...portals, ...frameworks})) {
  const lacks = (what: 'thread' | 'reply'): boolean => portal.lacks?.includes(what) ?? false;

  describe(`a portal with ${name}`, () => {
    it('lists all 97 tickets, page by page, newest first', async () => {
      const stored = storedTickets(97);
      const {backend, flaws} = connect(portal, stored);
      const tickets = await allTickets(backend);
      expect(tickets.map(({subject}) => subject)).to.eql(stored.map(({subject}) => subject));
      expect(tickets.map(({createdAt}) => Date.parse(createdAt!))).to.eql(stored.map(({at}) => at.getTime()));
      expect(new Set(tickets.map(({id}) => id)).size).to.equal(97);
      expect(flaws).to.eql([]);
    });

    it('has no further page if there is one ticket, and none at all', async () => {
      const {backend} = connect(portal, storedTickets(1));
      expect(await allTickets(backend)).to.have.lengthOf(1);
      const {backend: empty} = connect(portal, []);
      expect(await allTickets(empty)).to.eql([]);
    });

    it('reads a thread without internal notes in its messages, counts and times', async () => {
      const {backend, flaws} = connect(portal, storedTickets(30));
      const [newest] = await allTickets(backend);
      const {ticket, replies, description} = await backend.getTicket(newest!.id, readOptions);
      expect(ticket).to.include({subject: 'Ticket 30', status: 'resolved'});
      expect(JSON.stringify([newest, ticket, replies])).not.to.include('Secret');
      expect(flaws).to.eql([]);
      if (lacks('thread')) return;
      expect(description).to.equal('Description 30');
      expect(replies.map(({author, message}) => [author.kind, message])).to.eql([
        ['operator', 'We have replaced the router.'],
        ['customer', 'It works, thanks.'],
      ]);
      expect(ticket).to.include({replyCount: 2, lastReplyBy: 'customer', lastReplyAt: replies[1]!.createdAt});
      expect([2, null]).to.include(newest!.replyCount);
    });

    it('sends a reply, and returns it with the ticket as it is then', async () => {
      const {backend} = connect(portal, storedTickets(30));
      const [newest] = await allTickets(backend);
      const sent = backend.addReply(newest!.id, {message: 'It is slow again.'}, writeOptions);
      if (lacks('reply')) {
        expect((await backend.getTicket(newest!.id, readOptions)).canReply).to.equal(false);
        expect((await supportErrorOf(sent)).code).to.equal('conflict');
        return;
      }
      const {reply, ticket} = await sent;
      expect(reply).to.deep.include({message: 'It is slow again.', isInternal: false});
      expect(reply.author.kind).to.equal('customer');
      expect(ticket.status).not.to.equal('resolved');
      expect(ticket).to.include({id: newest!.id, replyCount: 3});
    });

    it('creates a ticket, and returns it as it is stored', async () => {
      const {backend, flaws} = connect(portal, storedTickets(30));
      const {ticket, description} = await backend.createTicket(draft, writeOptions);
      expect(ticket.subject).to.equal('No internet');
      expect(Date.parse(ticket.createdAt!)).to.equal(Date.UTC(2026, 4, 1, 9) + 6000 * 60_000);
      expect(description).to.equal('Since this morning.');
      expect((await allTickets(backend))[0]).to.include({id: ticket.id});
      expect(flaws).to.eql([]);
    });

    it('reports what the server refuses, in its words and at its fields', async () => {
      const {refusal, options} = portal;
      const {backend} = connectAdapter(restBackend(options), () => responseTo(refusal));
      const error = await supportErrorOf(backend.createTicket(draft, writeOptions));
      expect(error).to.include({code: 'invalid', status: refusal.status});
      if (refusal.text) expect(error.serverMessage).to.equal(refusal.text);
      expect(Object.fromEntries(error.fields)).to.eql(refusal.fields ?? {});
    });

    const codes = {401: 'unauthenticated', 403: 'forbidden', 410: 'gone', 429: 'rate_limited', 500: 'unavailable'};
    for (const [status, code] of Object.entries(codes)) {
      it(`reports a list that fails with ${status} as ${code}`, async () => {
        const {backend} = connectAdapter(restBackend(portal.options), () =>
          jsonResponse({message: 'No'}, {status: Number(status)}),
        );
        expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal(code);
      });
    }

    it('reports a ticket that does not exist as not found', async () => {
      const {backend} = connect(portal, storedTickets(3));
      expect((await supportErrorOf(backend.getTicket('404404', readOptions))).code).to.equal('not_found');
    });

    it('reports a page of a proxy as a bad response', async () => {
      const {backend} = connectAdapter(restBackend(portal.options), () => foreignResponse(403));
      expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal('bad_response');
    });
  });
}

describe('restBackend', () => {
  const row = {id: 1, subject: 'Slow', status: 'open', created_at: '2026-05-01T09:00:00Z'};
  const listOf = async (options: RestOptions, body: unknown) =>
    connectAdapter(restBackend(options), () => jsonResponse(body)).backend.listTickets({cursor: null}, readOptions);

  it('counts as another backend if its options differ, and as the same if they do not', () => {
    expect(String(restBackend({query: {u: 'a'}}))).to.equal(String(restBackend({query: {u: 'a'}})));
    expect(String(restBackend({query: {u: 'a'}}))).not.to.equal(String(restBackend({query: {u: 'b'}})));
    const authorize = (token: string) => ({'X-Key': token});
    expect(String(restBackend({authorize}))).not.to.equal(String(restBackend({})));
  });

  for (const [time, expected] of [
    ['2026-01-15 12:00:00', '2026-01-15T11:00:00.000Z'],
    ['2026-07-15T12:00', '2026-07-15T10:00:00.000Z'],
    // The clocks go forward at 02:00, and back at 03:00.
    ['2026-03-29 03:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 01:30:00.123456', '2026-10-24T23:30:00.123Z'],
    [1_777_626_000, '2026-05-01T09:00:00.000Z'],
    ['1777626000000', '2026-05-01T09:00:00.000Z'],
    ['2026-07-15T12:00:00+05:45', '2026-07-15T06:15:00.000Z'],
  ] as const) {
    it(`reads the time ${time} of a server in Berlin as ${expected}`, async () => {
      const {tickets} = await listOf({timeZone: 'Europe/Berlin'}, [{...row, created_at: time}]);
      expect(new Date(tickets[0]!.createdAt!).toISOString()).to.equal(expected);
    });
  }

  it('stops if the server ignores the page number', async () => {
    const {backend, requests} = connectAdapter(restBackend({pages: 'number'}), () => jsonResponse([row]));
    expect(await allTickets(backend)).to.have.lengthOf(1);
    expect(requests).to.have.lengthOf(2);
  });

  it('goes on after a short page if nothing says that it is the last', async () => {
    const pages: Record<string, object[]> = {1: [row, {...row, id: 2}], 2: [{...row, id: 3}], 3: [{...row, id: 4}]};
    const {backend} = connectAdapter(restBackend({pages: 'number'}), ({url}) =>
      jsonResponse(pages[new URL(url).searchParams.get('page')!] ?? []),
    );
    expect(await allTickets(backend)).to.have.lengthOf(4);
  });

  for (const pages of ['number', 'offset', undefined] as const) {
    it(`refuses a cursor that it has never given out, so that the list starts again, with pages: ${pages}`, async () => {
      const {backend, requests} = connectAdapter(restBackend(pages ? {pages} : {}), () => jsonResponse([row]));
      for (const cursor of ['never-given-out', '-1', '1.5', '1OR']) {
        const error = await supportErrorOf(backend.listTickets({cursor}, readOptions));
        expect(error).to.include({code: 'invalid', refusesCursor: true});
      }
      expect(requests).to.eql([]);
    });
  }

  for (const status of [400, 404, 422]) {
    it(`takes a ${status} to a further page for a cursor that is refused, so that the list starts again`, async () => {
      const {backend} = connectAdapter(restBackend({pages: 'cursor'}), () => jsonResponse({}, {status}));
      const error = await supportErrorOf(backend.listTickets({cursor: 'old'}, readOptions));
      expect(error).to.include({code: 'invalid', refusesCursor: true});
      const first = await supportErrorOf(backend.listTickets({cursor: null}, readOptions));
      expect(first.refusesCursor).to.equal(false);
    });
  }

  for (const next of ['c2', 'https://portal.example/api/tickets?after=c2']) {
    it(`follows the cursor ${next}`, async () => {
      const options: RestOptions = {pages: {kind: 'cursor', parameter: 'after'}};
      const {backend, requests} = connectAdapter(restBackend(options), ({url}) =>
        url.includes('after=c2')
          ? jsonResponse({items: [{...row, id: 2}], next: null})
          : jsonResponse({items: [row], next}),
      );
      expect(await allTickets(backend)).to.have.lengthOf(2);
      expect(requests[1]!.url).to.match(/tickets\?after=c2$/);
    });
  }

  it('reports a failure with the status of a success, and what the server says about fields', async () => {
    const body = {success: false, message: 'Too many open tickets', errors: {title: ['Too long.']}};
    const {backend} = connectAdapter(restBackend({requestFields: {subject: 'title'}}), () => jsonResponse(body));
    const error = await supportErrorOf(backend.createTicket(draft, writeOptions));
    expect(error).to.include({code: 'invalid', serverMessage: 'Too many open tickets'});
    expect(Object.fromEntries(error.fields)).to.eql({subject: 'Too long.'});
    expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal('bad_response');
  });

  it('reports a reply that was sent and cannot be read back as uncertain', async () => {
    const {backend} = connectAdapter(restBackend(), ({method}) =>
      method === 'POST' ? jsonResponse({success: true}) : jsonResponse({message: 'No'}, {status: 500}),
    );
    const error = await supportErrorOf(backend.addReply('1', {message: 'Hi'}, writeOptions));
    expect(error.code).to.equal('uncertain');
  });

  it('takes a 404 for an empty list if the server means that', async () => {
    const {backend} = connectAdapter(restBackend({isEmptyNotFound: true}), () => jsonResponse({}, {status: 404}));
    expect(await allTickets(backend)).to.eql([]);
  });

  for (const flag of [{is_internal: '1'}, {private: true}, {public: false}, {visibility: 'internal'}, {type: 'note'}]) {
    it(`removes a reply with ${JSON.stringify(flag)}`, async () => {
      const replies = [{id: 9, message: 'Secret', created_at: '2026-05-01T10:00:00Z', ...flag}];
      const {backend} = connectAdapter(restBackend(), () =>
        jsonResponse({...row, updated_at: '2026-05-01T10:00:00Z', replies, reply_count: 1}),
      );
      const {ticket, replies: shown} = await backend.getTicket('1', readOptions);
      expect(shown).to.eql([]);
      expect(ticket).to.include({replyCount: 0, lastReplyAt: null, updatedAt: '2026-05-01T09:00:00.000Z'});
    });
  }

  it('sends a priority as the number that the server has for it', async () => {
    const {backend, requests} = connectAdapter(restBackend({priorities: {1: 'low', 2: 'normal'}}), () =>
      jsonResponse({...row, priority: 2}, {status: 201}),
    );
    expect((await backend.createTicket(draft, writeOptions)).ticket.priority).to.equal('normal');
    expect(await bodyOf(requests[0]!)).to.include({priority: 2});
  });

  it('sends cookies to the page’s own origin if the session is one', async () => {
    const {backend, requests} = connectAdapter(restBackend({credentials: 'same-origin'}), () => jsonResponse([row]));
    await allTickets(backend);
    expect(requests[0]!.credentials).to.equal('same-origin');
  });
});
