import {expect} from 'chai';
import {describe, it} from 'node:test';

import type {RestBackend} from '../../../src/client/rest-backend.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const token = 'header.c2VjcmV0.signature';
const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

const everything: Readonly<Record<string, (backend: RestBackend) => Promise<unknown>>> = {
  'reading the configuration': backend => backend.getConfig(options),
  'reading the list': backend => backend.listTickets({cursor: null}, options),
  'reading the next page of the list': backend => backend.listTickets({cursor: 'next'}, options),
  'opening a ticket': backend => backend.getTicket('t1', options),
  'reading earlier replies': backend => backend.listReplies('t1', {cursor: 'before'}, options),
  'creating a ticket': backend => backend.createTicket(draft, options),
  replying: backend => backend.addReply('t1', {message: 'Hello'}, options),
  'reading the unread count': backend => backend.getUpdates(options),
  'marking as read': backend => backend.markRead('t1', 'r1', options),
};

async function sentBy(act: (backend: RestBackend) => Promise<unknown>): Promise<Request> {
  const {fetch, requests} = recordingFetch(jsonResponse({}));
  await act(createRestBackend(fetch, {token, renew: () => Promise.reject(new Error('No token was refused'))})).catch(
    () => {},
  );
  expect(requests).to.have.lengthOf(1);
  return requests[0]!;
}

describe('an authenticated request', () => {
  for (const [what, act] of Object.entries(everything)) {
    it(`has the token in its Authorization header and nowhere else: ${what}`, async () => {
      const request = await sentBy(act);
      expect(request.headers.get('authorization')).to.equal(`Bearer ${token}`);
      const {url, referrer} = request;
      const body = await request.text();
      const others = [...request.headers].filter(([name]) => name !== 'authorization').flat();
      for (const place of [url, referrer, body, ...others]) expect(place).not.to.contain('c2VjcmV0');
    });
  }

  it('sends no cookies and no referrer, is not stored, and follows no redirect', async () => {
    const request = await sentBy(everything['reading the list']!);
    expect(request).to.include({
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
    });
  });
});
