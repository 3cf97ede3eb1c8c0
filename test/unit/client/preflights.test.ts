import {expect} from 'chai';
import {describe, it} from 'node:test';

import {ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, problemResponse, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

type Headers = Readonly<Record<string, string>>;

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const unstored: Headers = {ETag: '"1"', 'Cache-Control': 'no-store'};
const careless: readonly Headers[] = [
  {ETag: '"1"'},
  {ETag: '"1"', 'Cache-Control': 'private, max-age=600'},
  {ETag: '"1"', 'Cache-Control': 'no-cache'},
];

const detail = (headers: Headers, subject = 'Slow'): Response => jsonResponse(ticketDetailJson({subject}), {headers});
const unchanged = (headers: Headers): Response => new Response(null, {status: 304, headers});
const cacheModes = (requests: readonly Request[]): string[] => requests.map(({cache}) => cache);

/** Reads one ticket several times, on a page of another origin than the API, unless it is given. */
async function readTimes(times: number, responses: readonly Response[], probeOrigin = 'https://other.example') {
  const {fetch, requests} = recordingFetch(...responses);
  const backend = createRestBackend(fetch, credentialsFor('token-1'), {probeOrigin});
  const subjects: string[] = [];
  for (let time = 0; time < times; time++) {
    const read = backend.getTicket('t1', options);
    subjects.push(await read.then(({ticket}) => ticket.subject).catch(() => 'failed'));
  }
  return {modes: cacheModes(requests), subjects};
}

describe('a read from another origin', () => {
  it('lets the browser remember its preflight once the server has said no-store: the list and a ticket', async () => {
    const page = jsonResponse({data: [ticketJson()], next_cursor: null}, {headers: unstored});
    const {fetch, requests} = recordingFetch(page, detail(unstored), unchanged(unstored));
    const backend = createRestBackend(fetch, credentialsFor('token-1'), {probeOrigin: 'https://other.example'});
    for (let time = 0; time < 3; time++) {
      await backend.listTickets({cursor: null}, options);
      await backend.getTicket('t1', options);
    }
    const [list, ticket, ...others] = cacheModes(requests);
    expect([list, ticket]).to.eql(['no-store', 'no-store']);
    expect(new Set(others)).to.eql(new Set(['force-cache']));
  });

  it('goes on after a 304 that does not repeat Cache-Control', async () => {
    const {modes} = await readTimes(4, [detail(unstored), unchanged({ETag: '"1"'})]);
    expect(modes).to.eql(['no-store', 'force-cache', 'force-cache', 'force-cache']);
  });

  for (const headers of careless) {
    it(`is never stored if the server says ${headers['Cache-Control'] ?? 'nothing'}`, async () => {
      const {modes} = await readTimes(4, [detail(headers), unchanged(headers), detail(headers, 'Slower')]);
      expect(modes).to.eql(['no-store', 'no-store', 'no-store', 'no-store']);
    });

    it(`asks the server again for a response that may be stored: ${headers['Cache-Control'] ?? 'nothing'}`, async () => {
      const {modes, subjects} = await readTimes(3, [
        detail(unstored),
        detail(headers, 'From the cache'),
        detail(headers, 'Slower'),
        unchanged(headers),
      ]);
      expect(subjects).to.eql(['Slow', 'Slower', 'Slower']);
      expect(modes).to.eql(['no-store', 'force-cache', 'no-store', 'no-store']);
    });
  }

  it('bypasses the cache after a failure, which the cache may have answered', async () => {
    const {modes, subjects} = await readTimes(4, [
      detail(unstored),
      problemResponse(404),
      detail(unstored, 'Slower'),
      unchanged(unstored),
    ]);
    expect(subjects).to.eql(['Slow', 'failed', 'Slower', 'Slower']);
    expect(modes).to.eql(['no-store', 'force-cache', 'no-store', 'force-cache']);
  });

  it('bypasses the cache without an ETag: Chromium would store the response to a request without a condition', async () => {
    const {modes} = await readTimes(3, [detail({'Cache-Control': 'no-store'})]);
    expect(modes).to.eql(['no-store', 'no-store', 'no-store']);
  });
});

describe('a request without a preflight, or that is made once', () => {
  it('bypasses the cache if the API has the origin of the page', async () => {
    const {modes} = await readTimes(3, [detail(unstored), unchanged(unstored)], 'https://portal.example');
    expect(modes).to.eql(['no-store', 'no-store', 'no-store']);
  });

  it('bypasses the cache if it is a write, also to the URL of a read', async () => {
    const page = jsonResponse({data: [ticketJson()], next_cursor: null}, {headers: unstored});
    const {fetch, requests} = recordingFetch(page, problemResponse(422));
    const backend = createRestBackend(fetch, credentialsFor('token-1'), {probeOrigin: 'https://other.example'});
    await backend.listTickets({cursor: null}, options);
    const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};
    await supportErrorOf(backend.createTicket(draft, options));
    expect(cacheModes(requests)).to.eql(['no-store', 'no-store']);
  });
});
