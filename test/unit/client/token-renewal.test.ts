import {expect} from 'chai';
import {describe, it} from 'node:test';

import {Http} from '../../../src/client/http.js';
import {RestBackend} from '../../../src/client/rest-backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import {AccessToken} from '../../../src/state/auth/access-token.js';
import {supportErrorOf, rejectionOf} from '../../support/rejection.js';
import {
  foreignResponse,
  jsonResponse,
  opaqueRedirect,
  problemResponse,
  recordingFetch,
} from '../../support/recording-fetch.js';
import {apiBaseUrl, createRestBackend, type Credentials} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson, replyJson, ticketJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const expired = problemResponse(401);

/** A customer whose host gives the next token each time it is response. */
function renewing(...tokens: string[]): Credentials & {readonly refused: string[]} {
  let token = 'stale';
  const refused: string[] = [];
  return {
    refused,
    get token() {
      return token;
    },
    renew: async old => {
      refused.push(old);
      token = tokens[refused.length - 1]!;
      return token;
    },
  };
}

const tokensOf = (requests: readonly Request[]): (string | null)[] =>
  requests.map(request => request.headers.get('authorization'));

describe('a refused token', () => {
  it('is renewed once, and the request is made again with the new one', async () => {
    const {fetch, requests} = recordingFetch(expired, jsonResponse(ticketDetailJson()));
    const credentials = renewing('fresh');
    const {ticket} = await createRestBackend(fetch, credentials).getTicket('t1', options);
    expect(ticket.id).to.equal('t1');
    expect(credentials.refused).to.eql(['stale']);
    expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer fresh']);
  });

  it('makes a reply go again with the same text and the same idempotency key', async () => {
    const {fetch, requests} = recordingFetch(
      expired,
      jsonResponse({reply: replyJson(), ticket: ticketJson()}, {status: 201}),
    );
    await createRestBackend(fetch, renewing('fresh')).addReply('t1', {message: 'Hello'}, options);
    expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer fresh']);
    expect(requests.map(request => request.headers.get('idempotency-key'))).to.eql(['"key"', '"key"']);
    for (const request of requests)
      expect(await request.json()).to.eql({message: 'Hello', written_at: options.writtenAt});
  });

  it('is renewed after a redirect to a sign-in page', async () => {
    const {fetch, requests} = recordingFetch(opaqueRedirect(), jsonResponse(ticketDetailJson()));
    await createRestBackend(fetch, renewing('fresh')).getTicket('t1', options);
    expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer fresh']);
  });

  it('ends the request if the new one is refused as well', async () => {
    const {fetch, requests} = recordingFetch(expired);
    const credentials = renewing('fresh', 'fresher');
    const error = await supportErrorOf(createRestBackend(fetch, credentials).getTicket('t1', options));
    expect(error).to.include({code: 'unauthenticated', status: 401});
    expect(credentials.refused).to.eql(['stale']);
    expect(requests).to.have.lengthOf(2);
  });

  it('is renewed a second time if the new one has been accepted once and then expired', async () => {
    const servesAnother = async (): Promise<Response> => {
      await backend.getTicket('t2', options);
      return expired.clone();
    };
    const {fetch, requests} = recordingFetch(expired, servesAnother, jsonResponse(ticketDetailJson()));
    const backend = createRestBackend(fetch, renewing('fresh', 'fresher'));
    await backend.getTicket('t1', options);
    expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer fresh', 'Bearer fresh', 'Bearer fresher']);
  });

  it('ends the request after three tokens, although other requests are accepted', async () => {
    let isServed = false;
    const servesAnother = async (): Promise<Response> => {
      isServed = !isServed;
      if (!isServed) return jsonResponse(ticketDetailJson());
      await backend.getTicket('t2', options);
      return expired.clone();
    };
    const {fetch} = recordingFetch(servesAnother);
    const credentials = renewing('fresh', 'fresher', 'freshest');
    const backend = createRestBackend(fetch, credentials);
    const error = await supportErrorOf(backend.getTicket('t1', options));
    expect(error.code).to.equal('unauthenticated');
    expect(credentials.refused).to.eql(['stale', 'fresh']);
  });

  it('ends the request if the host has no other', async () => {
    const {fetch, requests} = recordingFetch(expired);
    const error = await supportErrorOf(createRestBackend(fetch).getTicket('t1', options));
    expect(error.code).to.equal('unauthenticated');
    expect(requests).to.have.lengthOf(1);
  });

  it('is not followed by another request if the caller aborts during the renewal', async () => {
    const {fetch, requests} = recordingFetch(expired, jsonResponse(ticketDetailJson()));
    const controller = new AbortController();
    const credentials: Credentials = {
      token: 'stale',
      renew: async () => {
        controller.abort();
        return 'fresh';
      },
    };
    // The patched fetch of some apps ignores signals.
    const fetchIgnoringAbort: typeof globalThis.fetch = input => fetch(new Request(input, {signal: null}));
    const response = createRestBackend(fetchIgnoringAbort, credentials).getTicket('t1', {signal: controller.signal});
    expect(await rejectionOf(response)).to.have.property('name', 'AbortError');
    expect(requests).to.have.lengthOf(1);
  });

  it('is the only reason to renew: other failures are not', async () => {
    for (const status of [400, 403, 404, 409, 410, 422, 429]) {
      const credentials = renewing('fresh');
      await supportErrorOf(
        createRestBackend(recordingFetch(jsonResponse({}, {status})).fetch, credentials).getTicket('t1', options),
      );
      expect(credentials.refused, String(status)).to.be.empty;
    }
  });

  it('does not keep later requests from using a token that the host sets', async () => {
    const {fetch, requests} = recordingFetch(expired, jsonResponse(ticketDetailJson()));
    const credentials = {token: 'stale', renew: () => Promise.reject(new SupportError('unauthenticated'))};
    const backend = createRestBackend(fetch, credentials);
    await supportErrorOf(backend.getTicket('t1', options));
    credentials.token = 'set by the host';
    await backend.getTicket('t1', options);
    expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer set by the host']);
  });
});

const foreign: Readonly<Record<string, Response>> = {
  'in HTML': foreignResponse(401),
  'without a body': foreignResponse(401, 'text/plain', ''),
  'in JSON without `error`': foreignResponse(401, 'application/json', '{"message":"Unauthorized"}'),
  'that is a redirect': opaqueRedirect(),
};

describe('a 401 that is not from the server', () => {
  for (const [kind, response] of Object.entries(foreign)) {
    it(`${kind} renews the token once, and is bad_response if that does not help`, async () => {
      const {fetch, requests} = recordingFetch(response);
      const credentials = renewing('fresh', 'fresher', 'freshest');
      const backend = createRestBackend(fetch, credentials);
      const error = await supportErrorOf(backend.getTicket('t1', options));
      expect(error).to.include({code: 'bad_response', status: response.status});
      expect(tokensOf(requests)).to.eql(['Bearer stale', 'Bearer fresh']);
      for (let poll = 0; poll < 3; poll++) await supportErrorOf(backend.getTicket('t1', options));
      expect(credentials.refused).to.eql(['stale']);
    });

    it(`${kind} is no end of the session if the host has no other token`, async () => {
      const access = new AccessToken('stale', () => true);
      let calls = 0;
      access.sources.add({provider: {}, adopt: () => undefined, requestToken: () => void calls++});
      const {fetch} = recordingFetch(response);
      const backend = new RestBackend(new Http(apiBaseUrl, access, {fetch}));
      for (let poll = 0; poll < 3; poll++) {
        expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('bad_response');
      }
      expect(calls).to.equal(1);
    });
  }

  it('ends the session if the host then says that the user has signed out', async () => {
    const {fetch} = recordingFetch(foreignResponse(401));
    const error = await supportErrorOf(createRestBackend(fetch, renewing('')).getTicket('t1', options));
    expect(error.code).to.equal('unauthenticated');
  });

  it('renews the token once for requests that are refused together', async () => {
    const byToken = (request: Request): Response =>
      request.headers.get('authorization') === 'Bearer fresh' ? jsonResponse(ticketDetailJson()) : foreignResponse(401);
    const {fetch} = recordingFetch(byToken);
    const credentials = renewing('fresh');
    const backend = createRestBackend(fetch, credentials);
    await Promise.all([backend.getTicket('t1', options), backend.getTicket('t2', options)]);
    expect(credentials.refused).to.eql(['stale']);
  });
});
