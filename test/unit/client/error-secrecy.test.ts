import {expect} from 'chai';
import {describe, it} from 'node:test';

import {toSupportError} from '../../../src/client/http-errors.js';
import {SupportError} from '../../../src/contract/errors.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {rejectionOf} from '../../support/rejection.js';
import {createRestBackend, disableRetryDelay, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const secret = 'sEcReT';
const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

/** All that a log, a tracker or a curious script can read of an error, however deep. */
function everythingOf(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const inner = value instanceof Map ? [...value].flat() : value instanceof Headers ? [...value].flat() : [];
  const own = Object.getOwnPropertyNames(value).map(name => (value as Record<string, unknown>)[name]);
  return [String(value), JSON.stringify(value), ...[...own, ...inner].map(each => everythingOf(each, seen))].join('\n');
}

describe('an error that leaves the client', () => {
  disableRetryDelay();

  const failures: Readonly<Record<string, Response | Error>> = {
    'a 401': jsonResponse({title: 'No', detail: `Bearer ${secret}`}, {status: 401}),
    'a server error': jsonResponse({error: `token ${secret} at https://portal.example`}, {status: 500}),
    'a lost connection': new TypeError(`Failed to fetch https://portal.example/?token=${secret}`),
    'an HTML page instead of JSON': new Response(`<p>${secret}</p>`, {headers: {'Content-Type': 'text/html'}}),
    'a truncated response': new Response(`{"id": "${secret}`, {headers: {'Content-Type': 'application/json'}}),
    'a response of another shape': jsonResponse({token: secret}),
    'a fetch that throws': Object.assign(new Error('patched'), {request: {headers: {authorization: secret}}}),
  };

  for (const [failure, response] of Object.entries(failures)) {
    it(`is a SupportError without token, header or address after ${failure}`, async () => {
      const backend = createRestBackend(recordingFetch(response).fetch, credentialsFor(secret));
      const error = await rejectionOf(backend.getTicket('t1', options));
      expect(error).to.be.instanceOf(SupportError);
      const {stack, ...rest} = Object.getOwnPropertyDescriptors(error);
      const all = [everythingOf(error), String(stack?.value), JSON.stringify(rest)].join('\n');
      for (const word of [secret, 'Bearer', 'portal.example', '/api/', 'uthorization'])
        expect(all).not.to.contain(word);
    });

    it(`holds nothing of its cause after ${failure}`, async () => {
      const backend = createRestBackend(recordingFetch(response).fetch, credentialsFor(secret));
      const error = await rejectionOf(backend.addReply('t1', {message: secret}, options));
      expect(error).not.to.have.any.keys('cause', 'request', 'response', 'options', 'data');
      expect(everythingOf(error)).not.to.contain(secret);
    });
  }

  it('is checked by an assertion that finds a secret in a raw error', () => {
    const raw = new Error('x', {cause: {request: {headers: new Headers({Authorization: secret})}}});
    expect(everythingOf(raw)).to.contain(secret);
    expect(everythingOf(toSupportError(raw))).not.to.contain(secret);
  });
});
