import {expect} from '@open-wc/testing';

import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import type {RestBackend} from '../../../src/client/rest-backend.js';
import {failureOf} from '../../support/rejection.js';
import {json, recordingFetch} from '../../support/recording-fetch.js';
import {restBackend, withToken} from '../../support/rest.js';
import {aSignal} from '../../support/scripted-backend.js';
import {detailRow, replyRow, ticketRow} from '../../support/wire.js';

const options = {signal: aSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const unchanged = (): Response => new Response(null, {status: 304, headers: {ETag: '"1"'}});
const sentValidators = (requests: readonly Request[]): (string | null)[] =>
  requests.map(request => request.headers.get('if-none-match'));

describe('an answer that is known already', () => {
  const desk = createBrowserDesk();
  const id = seededTicketId('evening-slowdown');
  const ask: Readonly<Record<string, (backend: RestBackend) => Promise<unknown>>> = {
    'the list': backend => backend.listTickets({cursor: null}, options),
    'a ticket': backend => backend.getTicket(id, options),
    'the configuration': backend => backend.getConfig(options),
    'what is new': backend => backend.getUpdates(options),
  };

  beforeEach(() => desk.reset());

  for (const [what, read] of Object.entries(ask)) {
    it(`is the very same object when ${what} has not changed`, async () => {
      const backend = restBackend(desk.fetch, withToken(await desk.tokenFor()));
      const first = await read(backend);
      expect(await read(backend)).to.equal(first);
      expect(desk.requests.map(request => request.status)).to.eql([200, 304]);
    });
  }

  it('is forgotten when forty others have come since', async () => {
    const {fetch, requests} = recordingFetch(async request =>
      json(detailRow({id: request.url.split('/').at(-1)!}), {headers: {ETag: '"1"'}}),
    );
    const backend = restBackend(fetch);
    for (let index = 0; index <= 40; index++) await backend.getTicket(`t${index}`, options);
    await backend.getTicket('t40', options);
    await backend.getTicket('t0', options);
    expect(sentValidators(requests.slice(41))).to.eql(['"1"', null]);
  });

  it('is read anew when it has changed, and known from then on', async () => {
    const backend = restBackend(desk.fetch, withToken(await desk.tokenFor()));
    const first = await backend.getTicket(id, options);
    await desk.staff.setStatus(id, 'resolved');
    const second = await backend.getTicket(id, options);
    expect(first.ticket.status).not.to.equal('resolved');
    expect(second.ticket.status).to.equal('resolved');
    expect(await backend.getTicket(id, options)).to.equal(second);
  });

  it('does not change with an internal note', async () => {
    const backend = restBackend(desk.fetch, withToken(await desk.tokenFor()));
    const first = await backend.getTicket(id, options);
    await desk.staff.note(id, 'Do not tell the customer.');
    expect(await backend.getTicket(id, options)).to.equal(first);
  });
});

describe('a validator', () => {
  it('belongs to one address, query and all', async () => {
    const page = json({data: [ticketRow()], next_cursor: null}, {headers: {ETag: '"1"'}});
    const {fetch, requests} = recordingFetch(page);
    const backend = restBackend(fetch);
    await backend.listTickets({cursor: null}, options);
    await backend.listTickets({cursor: 'next'}, options);
    await backend.listTickets({cursor: 'next'}, options);
    expect(sentValidators(requests)).to.eql([null, null, '"1"']);
  });

  it('is not kept of what broke the contract', async () => {
    const {fetch, requests} = recordingFetch(json({nothing: 'of use'}, {headers: {ETag: '"1"'}}), json(detailRow()));
    const backend = restBackend(fetch);
    await failureOf(backend.getTicket('t1', options));
    await backend.getTicket('t1', options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('is not kept of a write, nor sent with one', async () => {
    const receipt = json({reply: replyRow(), ticket: ticketRow()}, {status: 201, headers: {ETag: '"1"'}});
    const {fetch, requests} = recordingFetch(receipt);
    const backend = restBackend(fetch);
    await backend.addReply('t1', {message: 'Hello'}, options);
    await backend.addReply('t1', {message: 'Hello'}, options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('is one customer’s: another has another client, which knows nothing', async () => {
    const {fetch, requests} = recordingFetch(json(detailRow(), {headers: {ETag: '"1"'}}));
    await restBackend(fetch, withToken('one')).getTicket('t1', options);
    await restBackend(fetch, withToken('other')).getTicket('t1', options);
    expect(sentValidators(requests)).to.eql([null, null]);
  });

  it('is not needed: "not changed" without one is no answer', async () => {
    const {fetch} = recordingFetch(unchanged());
    const error = await failureOf(restBackend(fetch).getTicket('t1', options));
    expect(error.code).to.equal('bad_response');
  });
});
