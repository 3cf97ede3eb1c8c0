import {expect} from '@open-wc/testing';

import {failureOf} from '../../support/rejection.js';
import {json, recordingFetch} from '../../support/recording-fetch.js';
import {address, restBackend} from '../../support/rest.js';
import {aSignal} from '../../support/scripted-backend.js';
import {detailRow} from '../../support/wire.js';

const options = {signal: aSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

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
    it(`is one segment of the path, whatever it holds: ${JSON.stringify(id)}`, async () => {
      const {fetch, requests} = recordingFetch(json(detailRow()));
      await restBackend(fetch).getTicket(id, options);
      const [{url}] = requests as [Request];
      const rest = url.slice(`${address}customer/tickets/`.length);
      expect(url).to.satisfy((whole: string) => whole.startsWith(`${address}customer/tickets/`));
      expect(rest).not.to.match(/[/?#\\]/);
      expect(decodeURIComponent(rest)).to.equal(id);
    });
  }

  for (const id of ['', '.', '..', 'x'.repeat(129)]) {
    it(`leads nowhere, and is asked for nowhere: ${JSON.stringify(id.slice(0, 9))}`, async () => {
      const {fetch, requests} = recordingFetch(json(detailRow()));
      const backend = restBackend(fetch);
      const errors = await Promise.all([
        failureOf(backend.getTicket(id, options)),
        failureOf(backend.listReplies(id, {cursor: 'c'}, options)),
        failureOf(backend.addReply(id, {message: 'Hello'}, options)),
        failureOf(backend.markRead(id, 'r1', options)),
      ]);
      for (const {code} of errors) expect(code).to.equal('not_found');
      expect(requests).to.be.empty;
    });
  }

  it('is one segment in every address that has one', async () => {
    const {fetch, requests} = recordingFetch(json({}));
    const backend = restBackend(fetch);
    await Promise.allSettled([
      backend.listReplies('a/../b', {cursor: '/../..'}, options),
      backend.addReply('a/../b', {message: 'Hello'}, options),
      backend.markRead('a/../b', 'r1', options),
    ]);
    expect(requests.map(({url}) => url.slice(address.length))).to.eql([
      'customer/tickets/a%2F..%2Fb/replies?cursor=%2F..%2F..',
      'customer/tickets/a%2F..%2Fb/replies',
      'customer/tickets/a%2F..%2Fb/read',
    ]);
  });
});
