import {expect} from 'chai';
import {describe, it} from 'node:test';

import {deferred} from '../../support/deferred.js';
import {supportErrorOf, rejectionOf} from '../../support/rejection.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend, disableRetryDelay} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';
import {ticketDetailJson} from '../../support/json-fixtures.js';

const options = {
  signal: newSignal(),
  idempotencyKey: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  writtenAt: '2026-05-02T10:00:00.000Z',
};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};
const down = jsonResponse({}, {status: 503});
const lost = new TypeError('Failed to fetch');

describe('a read', () => {
  disableRetryDelay();

  for (const [what, failure] of Object.entries({'the server is down': down, 'the connection is lost': lost})) {
    it(`is retried once if ${what}`, async () => {
      const {fetch, requests} = recordingFetch(failure, jsonResponse(ticketDetailJson()));
      expect((await createRestBackend(fetch).getTicket('t1', options)).ticket.id).to.equal('t1');
      expect(requests).to.have.lengthOf(2);
    });

    it(`fails after two attempts if ${what}, and then after one, until a request succeeds`, async () => {
      const {fetch, requests} = recordingFetch(
        ...[failure, failure, failure, failure],
        ...[jsonResponse(ticketDetailJson()), failure, failure],
      );
      const backend = createRestBackend(fetch);
      const counts: number[] = [];
      for (const outcome of ['fails', 'fails', 'fails', 'succeeds', 'fails']) {
        const before = requests.length;
        await (outcome === 'fails' ? supportErrorOf : Promise.resolve.bind(Promise))(backend.getTicket('t1', options));
        counts.push(requests.length - before);
      }
      expect(counts).to.eql([2, 1, 1, 1, 2]);
    });

    it(`is not retried after a write that failed because ${what}`, async () => {
      const {fetch, requests} = recordingFetch(failure);
      const backend = createRestBackend(fetch);
      await supportErrorOf(backend.addReply('t1', {message: 'Hello'}, options));
      await supportErrorOf(backend.getTicket('t1', options));
      expect(requests.map(({method}) => method)).to.eql(['POST', 'GET']);
    });
  }

  it('is retried once after an answer that the server gives on purpose', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}, {status: 404}), down);
    const backend = createRestBackend(fetch);
    await supportErrorOf(backend.getTicket('t1', options));
    await supportErrorOf(backend.getTicket('t1', options));
    expect(requests).to.have.lengthOf(3);
  });

  for (const status of [400, 403, 404, 410, 422]) {
    it(`is not retried after ${status}`, async () => {
      const {fetch, requests} = recordingFetch(jsonResponse({}, {status}));
      await supportErrorOf(createRestBackend(fetch).getTicket('t1', options));
      expect(requests).to.have.lengthOf(1);
    });
  }

  it('is not retried if the server says how long to wait', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}, {status: 429, headers: {'Retry-After': '30'}}));
    expect(await supportErrorOf(createRestBackend(fetch).getTicket('t1', options))).to.include({
      code: 'rate_limited',
      retryAfter: 30,
    });
    expect(requests).to.have.lengthOf(1);
  });

  it('is not retried if an unavailable server says how long to wait, in the header or in the body', async () => {
    const later = [
      jsonResponse({}, {status: 503, headers: {'Retry-After': '1'}}),
      jsonResponse({retry_after: 1}, {status: 503}),
    ];
    for (const answer of later) {
      const {fetch, requests} = recordingFetch(answer);
      const error = await supportErrorOf(createRestBackend(fetch).getTicket('t1', options));
      expect(error).to.include({code: 'unavailable', retryAfter: 1});
      expect(requests).to.have.lengthOf(1);
    }
  });
});

describe('a write', () => {
  disableRetryDelay();

  for (const [what, failure] of Object.entries({'the server is down': down, 'the connection is lost': lost})) {
    it(`is sent once if ${what}: it may have arrived`, async () => {
      const {fetch, requests} = recordingFetch(failure);
      const backend = createRestBackend(fetch);
      await supportErrorOf(backend.createTicket(draft, options));
      await supportErrorOf(backend.addReply('t1', {message: 'Hello'}, options));
      await supportErrorOf(backend.markRead('t1', 'r1', options));
      expect(requests.map(request => request.method)).to.eql(['POST', 'POST', 'PUT']);
    });
  }

  it('has its idempotency key as a structured-field string', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const backend = createRestBackend(fetch);
    await rejectionOf(backend.createTicket(draft, options));
    await rejectionOf(backend.addReply('t1', {message: 'Hello'}, options));
    expect(requests).to.have.lengthOf(2);
    for (const {headers} of requests) {
      expect(headers.get('idempotency-key')).to.equal('"8e03978e-40d5-43dd-bc93-6894a57f9324"');
    }
  });

  it('has the draft and the time of writing as JSON, and nothing else', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const backend = createRestBackend(fetch);
    await rejectionOf(backend.createTicket(draft, options));
    await rejectionOf(backend.addReply('t1', {message: 'Grüße\n🌙'}, options));
    await backend.markRead('t1', 'r1', options);
    expect(requests.map(({url, method}) => `${method} ${new URL(url).pathname}`)).to.eql([
      'POST /api/customer/tickets',
      'POST /api/customer/tickets/t1/replies',
      'PUT /api/customer/tickets/t1/read',
    ]);
    expect(await Promise.all(requests.map(request => request.json()))).to.eql([
      {...draft, written_at: options.writtenAt},
      {message: 'Grüße\n🌙', written_at: options.writtenAt},
      {last_reply_id: 'r1'},
    ]);
    for (const {headers} of requests) expect(headers.get('content-type')).to.equal('application/json');
  });
});

describe('a request whose caller aborts', () => {
  disableRetryDelay();

  it('rejects with the abort reason', async () => {
    const controller = new AbortController();
    const arrived = deferred();
    const {fetch} = recordingFetch(() => {
      arrived.resolve();
      return new Promise(() => {});
    });
    const response = rejectionOf(createRestBackend(fetch).getTicket('t1', {signal: controller.signal}));
    await arrived.promise;
    controller.abort();
    expect(await response).to.have.property('name', 'AbortError');
  });

  it('rejects with the abort reason between two attempts', async () => {
    const controller = new AbortController();
    const {fetch, requests} = recordingFetch(() => {
      controller.abort();
      return down.clone();
    });
    const response = createRestBackend(fetch).getTicket('t1', {signal: controller.signal});
    expect(await rejectionOf(response)).to.have.property('name', 'AbortError');
    expect(requests).to.have.lengthOf(1);
  });

  it('is not sent if the caller has aborted before', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse(ticketDetailJson()));
    const response = createRestBackend(fetch).getTicket('t1', {signal: AbortSignal.abort()});
    expect(await rejectionOf(response)).to.have.property('name', 'AbortError');
    expect(requests).to.be.empty;
  });
});
