import {expect} from 'chai';
import {beforeEach, describe, it} from 'node:test';

import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import type {RestBackend} from '../../../src/client/rest-backend.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson, replyJson, ticketJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const unchanged = (): Response => new Response(null, {status: 304, headers: {ETag: '"1"'}});
const sentValidators = (requests: readonly Request[]): (string | null)[] =>
  requests.map(request => request.headers.get('if-none-match'));

describe('a response with an ETag', () => {
  const desk = createBrowserDesk();
  const id = seededTicketId('evening-slowdown');
  const ask: Readonly<Record<string, (backend: RestBackend) => Promise<unknown>>> = {
    'the list': backend => backend.listTickets({cursor: null}, options),
    'a ticket': backend => backend.getTicket(id, options),
    'the configuration': backend => backend.getConfig(options),
    'the unread count': backend => backend.getUpdates(options),
  };

  beforeEach(() => desk.reset());

  for (const [what, read] of Object.entries(ask)) {
    it(`is the same object again if ${what} has not changed`, async () => {
      const backend = createRestBackend(desk.fetch, credentialsFor(await desk.tokenFor()));
      const first = await read(backend);
      expect(await read(backend)).to.equal(first);
      expect(desk.requests.map(request => request.status)).to.eql([200, 304]);
    });
  }

  it('is forgotten after forty others', async () => {
    const {fetch, requests} = recordingFetch(async request =>
      jsonResponse(ticketDetailJson({id: request.url.split('/').at(-1)!}), {headers: {ETag: '"1"'}}),
    );
    const backend = createRestBackend(fetch);
    for (let index = 0; index <= 40; index++) await backend.getTicket(`t${index}`, options);
    await backend.getTicket('t40', options);
    await backend.getTicket('t0', options);
    expect(sentValidators(requests.slice(41))).to.eql(['"1"', null]);
  });

  it('is replaced if it has changed', async () => {
    const backend = createRestBackend(desk.fetch, credentialsFor(await desk.tokenFor()));
    const first = await backend.getTicket(id, options);
    await desk.staff.setStatus(id, 'resolved');
    const second = await backend.getTicket(id, options);
    expect(first.ticket.status).not.to.equal('resolved');
    expect(second.ticket.status).to.equal('resolved');
    expect(await backend.getTicket(id, options)).to.equal(second);
  });

  it('is the same object again after an internal note', async () => {
    const backend = createRestBackend(desk.fetch, credentialsFor(await desk.tokenFor()));
    const first = await backend.getTicket(id, options);
    await desk.staff.note(id, 'Do not tell the customer.');
    expect(await backend.getTicket(id, options)).to.equal(first);
  });
});

describe('If-None-Match', () => {
  it('has the ETag of the same URL, its query included', async () => {
    const page = jsonResponse({data: [ticketJson()], next_cursor: null}, {headers: {ETag: '"1"'}});
    const {fetch, requests} = recordingFetch(page);
    const backend = createRestBackend(fetch);
    await backend.listTickets({cursor: null}, options);
    await backend.listTickets({cursor: 'next'}, options);
    await backend.listTickets({cursor: 'next'}, options);
    expect(sentValidators(requests)).to.eql([null, null, '"1"']);
  });

  it('is not sent after a response that broke the contract', async () => {
    const {fetch, requests} = recordingFetch(
      jsonResponse({nothing: 'of use'}, {headers: {ETag: '"1"'}}),
      jsonResponse(ticketDetailJson()),
    );
    const backend = createRestBackend(fetch);
    await supportErrorOf(backend.getTicket('t1', options));
    await backend.getTicket('t1', options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('is not sent with a write, nor after one', async () => {
    const receipt = jsonResponse({reply: replyJson(), ticket: ticketJson()}, {status: 201, headers: {ETag: '"1"'}});
    const {fetch, requests} = recordingFetch(receipt);
    const backend = createRestBackend(fetch);
    await backend.addReply('t1', {message: 'Hello'}, options);
    await backend.addReply('t1', {message: 'Hello'}, options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('is not sent for another customer', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse(ticketDetailJson(), {headers: {ETag: '"1"'}}));
    await createRestBackend(fetch, credentialsFor('one')).getTicket('t1', options);
    await createRestBackend(fetch, credentialsFor('other')).getTicket('t1', options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('was not sent: a 304 is a bad_response then', async () => {
    const {fetch} = recordingFetch(unchanged());
    const error = await supportErrorOf(createRestBackend(fetch).getTicket('t1', options));
    expect(error.code).to.equal('bad_response');
  });
});
