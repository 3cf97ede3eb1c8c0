import {expect} from 'chai';
import {describe, it} from 'node:test';

import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {apiBaseUrl, createRestBackend} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

const hostile = [
  '//evil.example',
  'http://evil.example/',
  '/\\evil.example',
  '\thttp://evil.example',
  '../../admin',
  '..%2f..%2fadmin',
  '%2e%2e',
  '%2E%2E/x',
  '..\\..',
  '?status=closed',
  '#top',
  'a/b',
  '@evil.example',
  ' ',
  '\u202e',
  'ü/é',
];

describe('a ticket’s id', () => {
  for (const id of hostile) {
    it(`is one segment of the path: ${JSON.stringify(id)}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse(ticketDetailJson()));
      await createRestBackend(fetch).getTicket(id, options);
      const [{url}] = requests as [Request];
      const rest = url.slice(`${apiBaseUrl}customer/tickets/`.length);
      expect(url).to.satisfy((whole: string) => whole.startsWith(`${apiBaseUrl}customer/tickets/`));
      expect(rest).not.to.match(/[/?#\\]/);
      expect(decodeURIComponent(rest)).to.equal(id);
    });
  }

  for (const id of ['', '.', '..', 'x'.repeat(129)]) {
    it(`is not found, and nothing is sent: ${JSON.stringify(id.slice(0, 9))}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse(ticketDetailJson()));
      const backend = createRestBackend(fetch);
      const errors = await Promise.all([
        supportErrorOf(backend.getTicket(id, options)),
        supportErrorOf(backend.listReplies(id, {cursor: 'c'}, options)),
        supportErrorOf(backend.addReply(id, {message: 'Hello'}, options)),
        supportErrorOf(backend.markRead(id, 'r1', options)),
      ]);
      for (const {code} of errors) expect(code).to.equal('not_found');
      expect(requests).to.be.empty;
    });
  }

  it('is one segment in every URL that has one', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const backend = createRestBackend(fetch);
    await Promise.allSettled([
      backend.listReplies('a/../b', {cursor: '/../..'}, options),
      backend.addReply('a/../b', {message: 'Hello'}, options),
      backend.markRead('a/../b', 'r1', options),
    ]);
    expect(requests.map(({url}) => url.slice(apiBaseUrl.length))).to.eql([
      'customer/tickets/a%2F..%2Fb/replies?cursor=%2F..%2F..',
      'customer/tickets/a%2F..%2Fb/replies',
      'customer/tickets/a%2F..%2Fb/read',
    ]);
  });
});
