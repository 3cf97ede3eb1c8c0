import {expect} from 'chai';
import {describe, it} from 'node:test';

import {uispBackend} from '../../../adapters/uisp.js';
import {allTickets, bodyOf, connectAdapter, pathOf, readOptions, writeOptions} from '../../support/adapter-server.js';
import {jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {disableRetryDelay} from '../../support/rest-backend.js';
import {storedTickets, storeReply, storeTicket, type StoredTicket} from './fixtures/stored-tickets.js';

disableRetryDelay();

const draft = {subject: 'No internet', description: 'Since this morning.', category: '', priority: ''};

/** As the API's documentation writes times. */
const time = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, '+0000');

/** A ticket in the form of the documented `ClientZoneTicketReadOnly`. The client zone leaves internal notes out. */
function ticketOf({id, subject, text, status, at, replies}: StoredTicket) {
  const first = {id: 1, by: 'customer', text, at};
  const comments = [first, ...replies.filter(({by}) => by !== 'note')].map(reply => ({
    id: reply.id,
    ticketId: id,
    createdAt: time(reply.at),
    comment: {body: reply.text, attachments: []},
    type: 'comment',
    isAdmin: reply.by === 'staff',
  }));
  const change = {
    id: 2,
    ticketId: id,
    createdAt: time(at),
    statusChange: {status: 3},
    type: 'status_change',
    isAdmin: true,
  };
  const activity = [...comments, change];
  return {id, subject, createdAt: time(at), status: status === 'open' ? 1 : 3, activity};
}

const connect = (tickets: StoredTicket[]) =>
  connectAdapter(uispBackend({pageSize: 20}), async request => {
    const [path, body] = [pathOf(request), await bodyOf(request)];
    const ticket = tickets.find(({id}) => path === `tickets/${id}` || body['ticketId'] === id);
    if (path === 'tickets/comments') {
      const {id, text, at} = storeReply(ticket!, String(body['body']));
      return jsonResponse({id, ticketId: ticket!.id, body: text, createdAt: time(at)}, {status: 201});
    }
    if (ticket) return jsonResponse(ticketOf(ticket));
    if (path !== 'tickets') return jsonResponse({code: 404, message: 'Object not found.'}, {status: 404});
    if (request.method === 'POST') {
      const [{comment}] = body['activity'] as [{comment: {body: string}}];
      const {id} = storeTicket(tickets, String(body['subject']), comment.body);
      return new Response('', {status: 201, headers: {Location: `https://portal.example/api/tickets/${id}`}});
    }
    const offset = Number(new URL(request.url).searchParams.get('offset'));
    return jsonResponse(tickets.slice(offset, offset + 20).map(ticketOf));
  });

describe('the client zone of UISP CRM', () => {
  it('lists all 97 tickets with exact counts, by the key of the customer', async () => {
    const {backend, requests, flaws} = connect(storedTickets(97));
    const tickets = await allTickets(backend);
    expect(tickets).to.have.lengthOf(97);
    expect(tickets[0]).to.include({number: '#97', status: 'resolved', replyCount: 2, lastReplyBy: 'customer'});
    expect(tickets[1]).to.include({status: 'in_progress', replyCount: 0, lastReplyBy: null, priority: null});
    expect(requests[0]!.headers.get('x-auth-app-key')).to.equal('token-1');
    expect(requests[0]!.headers.get('authorization')).to.equal(null);
    expect(flaws).to.eql([]);
  });

  it('refuses a cursor that it has never given out, so that the list starts again', async () => {
    const {backend, requests} = connect(storedTickets(3));
    for (const cursor of ['never-given-out', '-1', '1.5', '1 OR 1=1']) {
      const error = await supportErrorOf(backend.listTickets({cursor}, readOptions));
      expect(error).to.include({code: 'invalid', refusesCursor: true});
    }
    expect(requests).to.eql([]);
  });

  it('reads the comments of a thread, the first of which is the description', async () => {
    const {ticket, description, replies} = await connect(storedTickets(3)).backend.getTicket('3', readOptions);
    expect(description).to.equal('Description 3');
    expect(replies.map(({author, message}) => [author.kind, message])).to.eql([
      ['operator', 'We have replaced the router.'],
      ['customer', 'It works, thanks.'],
    ]);
    expect(ticket.updatedAt).to.equal(replies[1]!.createdAt);
  });

  it('sends a reply, and returns it with the ticket as it is then', async () => {
    const {reply, ticket} = await connect(storedTickets(3)).backend.addReply('3', {message: 'Again.'}, writeOptions);
    expect(reply).to.include({message: 'Again.'});
    expect(ticket).to.include({status: 'in_progress', replyCount: 3});
  });

  it('creates a ticket, and reads it where the server says that it is', async () => {
    const {ticket, description} = await connect(storedTickets(3)).backend.createTicket(draft, writeOptions);
    expect(ticket).to.include({id: '7000', subject: 'No internet'});
    expect(description).to.equal('Since this morning.');
  });

  const codes = {
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'not_found',
    422: 'invalid',
    429: 'rate_limited',
    500: 'unavailable',
  };
  for (const [status, code] of Object.entries(codes)) {
    it(`reports a list that fails with ${status} as ${code}`, async () => {
      const {backend} = connectAdapter(uispBackend(), () => jsonResponse({message: 'No'}, {status: Number(status)}));
      expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal(code);
    });
  }
});
