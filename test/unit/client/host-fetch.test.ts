import {expect} from 'chai';
import {describe, it} from 'node:test';

import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal()};

describe('the fetch function', () => {
  it('is called without a receiver if the host gives its own, so that it may be the page’s native one', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse(ticketDetailJson()));
    // The native function throws if it is called as a method of anything but its window.
    const strict = function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
      if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation');
      return fetch(input, init);
    };
    await createRestBackend(strict as typeof globalThis.fetch).getTicket('t1', options);
    expect(requests).to.have.lengthOf(1);
  });

  it('is read from the page at each call if the host gives none', async () => {
    const {fetch: native} = globalThis;
    const first = recordingFetch(jsonResponse(ticketDetailJson()));
    const second = recordingFetch(jsonResponse(ticketDetailJson()));
    const backend = createRestBackend(undefined);
    try {
      globalThis.fetch = first.fetch;
      await backend.getTicket('t1', options);
      globalThis.fetch = second.fetch;
      await backend.getTicket('t1', options);
    } finally {
      globalThis.fetch = native;
    }
    expect([first.requests.length, second.requests.length]).to.eql([1, 1]);
  });
});
