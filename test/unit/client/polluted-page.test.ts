import {expect} from '@open-wc/testing';

import {withPlanted} from '../../support/planted.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {rejectionOf} from '../../support/rejection.js';
import {apiBaseUrl, createRestBackend} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

describe('a page that has put things on Object.prototype', () => {
  const things = {
    headers: {'X-Planted': 'yes', Authorization: 'Bearer planted'},
    searchParams: {planted: 'yes'},
    baseUrl: 'https://evil.example/',
    prefix: 'https://evil.example/',
    json: {planted: 'yes'},
    retry: 0,
    throwHttpErrors: false,
  };

  async function expectUntouched(request: Request): Promise<void> {
    expect([`${apiBaseUrl}customer/tickets`, `${apiBaseUrl}customer/tickets/t1/replies`]).to.include(request.url);
    expect(request.headers.get('authorization')).to.equal('Bearer token-1');
    expect(request.headers.get('x-planted')).to.be.null;
    expect(await request.text()).not.to.contain('planted');
  }

  for (const [name, thing] of Object.entries(things)) {
    it(`does not change what is asked for by ${name}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse({}));
      const backend = createRestBackend(fetch);
      await withPlanted({[name]: thing}, () => rejectionOf(backend.listTickets({cursor: null}, options)));
      await expectUntouched(requests[0]!);
    });

    it(`does not change what is written by ${name}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse({}));
      const backend = createRestBackend(fetch);
      await withPlanted({[name]: thing}, () => rejectionOf(backend.addReply('t1', {message: 'Hello'}, options)));
      await expectUntouched(requests[0]!);
    });
  }

  for (const status of [200, 403, 500]) {
    it(`does not see with its hooks what is answered with ${status}`, async () => {
      let seen = 0;
      const see = (): void => void seen++;
      const hooks = {init: [see], beforeRequest: [see], beforeRetry: [see], beforeError: [see], afterResponse: [see]};
      const backend = createRestBackend(recordingFetch(jsonResponse({}, {status})).fetch);
      await withPlanted({hooks}, () => rejectionOf(backend.addReply('t1', {message: 'Hello'}, options)));
      expect(seen).to.equal(0);
    });
  }

  it('does not see with parsers of its own what is said', async () => {
    let seen = 0;
    const see = (): void => void seen++;
    const backend = createRestBackend(recordingFetch(jsonResponse({})).fetch);
    await withPlanted({parseJson: see, stringifyJson: see, fetch: see}, () =>
      rejectionOf(backend.addReply('t1', {message: 'Hello'}, options)),
    );
    expect(seen).to.equal(0);
  });
});

describe('a host’s fetch', () => {
  it('may be the page’s own, handed over as it is', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    // A browser's own throws when it is called as a method of anything but its window.
    const strict = function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
      if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
      return fetch(input, init);
    };
    await rejectionOf(createRestBackend(strict as typeof globalThis.fetch).listTickets({cursor: null}, options));
    expect(requests).to.have.lengthOf(1);
  });

  it('is the one that stands in the page when it is called, where the host gives none', async () => {
    const {fetch: own} = globalThis;
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const backend = createRestBackend(undefined);
    globalThis.fetch = fetch;
    try {
      await rejectionOf(backend.listTickets({cursor: null}, options));
    } finally {
      globalThis.fetch = own;
    }
    expect(requests).to.have.lengthOf(1);
  });
});
