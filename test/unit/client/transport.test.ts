import {expect} from 'chai';
import {describe, it} from 'node:test';

import {Http} from '../../../src/client/http.js';
import {createTransport} from '../../../src/client/transport.js';
import type {Transport} from '../../../src/contract/transport.js';
import {customerKeyToken} from '../../../src/internal/customer-key.js';
import {jsonResponse, recordingFetch} from '../../support/recording-fetch.js';
import {consoleOutputOf} from '../../support/captured-console.js';
import {supportErrorOf} from '../../support/rejection.js';
import {apiBaseUrl, authFor, credentialsFor, disableRetryDelay, type Credentials} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

disableRetryDelay();

const signal = newSignal();
const json = {'Content-Type': 'application/json'};

function transportOver(
  fetch: typeof globalThis.fetch,
  credentials: Credentials = credentialsFor('token-1'),
): Transport {
  return createTransport(new Http(apiBaseUrl, authFor(credentials), {fetch}), apiBaseUrl);
}

const headersOf = (request: Request | undefined) => Object.fromEntries(request?.headers ?? []);

describe('the transport of a custom backend', () => {
  it('sends the token to a path below the API, and returns status, headers and JSON', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({id: 1}, {headers: {'X-Total': '7'}}));
    const transport = transportOver(fetch);
    const {status, headers, body} = await transport.request('Ticket/1', {query: {fields: 'Subject'}, signal});
    expect(status).to.equal(200);
    expect(headers.get('x-total')).to.equal('7');
    expect(body).to.eql({id: 1});
    expect(requests[0]?.url).to.equal(`${transport.baseUrl}Ticket/1?fields=Subject`);
    expect(headersOf(requests[0])).to.eql({accept: 'application/json', authorization: 'Bearer token-1'});
  });

  it('sends the token in the headers that the backend wants', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    await transportOver(fetch).request('tickets', {authorize: token => ({'X-Auth-App-Key': token}), signal});
    expect(headersOf(requests[0])).to.eql({accept: 'application/json', 'x-auth-app-key': 'token-1'});
  });

  it('sends no token, but cookies if the backend wants them, for a customer with a key', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const transport = transportOver(fetch, credentialsFor(customerKeyToken('C-1042')));
    await transport.request('tickets', {credentials: 'same-origin', signal});
    expect(headersOf(requests[0])).to.eql({accept: 'application/json'});
    expect(requests[0]?.credentials).to.equal('same-origin');
  });

  it('sends an object as JSON, and a text as it is', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const transport = transportOver(fetch);
    await transport.request('a', {method: 'POST', body: {message: 'Hi'}, signal});
    await transport.request('b', {
      method: 'PATCH',
      body: 'message=Hi',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      signal,
    });
    expect(await requests[0]?.json()).to.eql({message: 'Hi'});
    expect(requests[0]?.headers.get('content-type')).to.equal('application/json');
    expect(await requests[1]?.text()).to.equal('message=Hi');
    expect(requests[1]).to.include({method: 'PATCH'});
    expect(requests[1]?.headers.get('content-type')).to.equal('application/x-www-form-urlencoded');
  });

  it('returns a text that is not JSON as it is', async () => {
    const {fetch} = recordingFetch(new Response('Ticket 1 created'));
    expect((await transportOver(fetch).request('a', {signal})).body).to.equal('Ticket 1 created');
  });

  it('renews the token after a 401, in whatever form, and sends the request again', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({message: 'expired'}, {status: 401}), jsonResponse({}));
    const credentials = {
      token: 'token-1',
      async renew() {
        return (credentials.token = 'token-2');
      },
    };
    await transportOver(fetch, credentials).request('a', {signal});
    expect(requests.map(request => request.headers.get('authorization'))).to.eql(['Bearer token-1', 'Bearer token-2']);
  });

  const statuses = {
    400: 'invalid',
    403: 'forbidden',
    404: 'not_found',
    409: 'conflict',
    410: 'gone',
    503: 'unavailable',
  };
  for (const [status, code] of Object.entries(statuses)) {
    it(`rejects with ${code} for a ${status} in JSON of any form, and for one without a body`, async () => {
      for (const response of [
        jsonResponse({message: 'No'}, {status: Number(status)}),
        new Response(null, {status: Number(status)}),
      ]) {
        const {fetch} = recordingFetch(response);
        const error = await supportErrorOf(transportOver(fetch).request('a', {method: 'POST', signal}));
        expect(error).to.include({code, status: Number(status)});
      }
    });
  }

  it('rejects with bad_response for the page of a firewall, and says no more about the customer', async () => {
    const {fetch} = recordingFetch(
      new Response('<h1>Blocked</h1>', {status: 403, headers: {'Content-Type': 'text/html'}}),
    );
    expect((await supportErrorOf(transportOver(fetch).request('a', {signal}))).code).to.equal('bad_response');
  });

  it('has the words and the fields of a 422, and the delay of a 429', async () => {
    const invalid = recordingFetch(
      jsonResponse({message: 'Check the form', errors: {subject: ['is too short']}}, {status: 422}),
      jsonResponse({}, {status: 429, headers: {'Retry-After': '30'}}),
    );
    const transport = transportOver(invalid.fetch);
    const error = await supportErrorOf(transport.request('a', {method: 'POST', signal}));
    expect(error).to.include({code: 'invalid', serverMessage: 'Check the form'});
    expect([...error.fields]).to.eql([['subject', 'is too short']]);
    const limited = await supportErrorOf(transport.request('a', {method: 'POST', signal}));
    expect(limited).to.include({code: 'rate_limited', retryAfter: 30});
  });

  for (const [shape, body, readProblem] of [
    [
      'Zendesk',
      {error: 'RecordInvalid', details: {base: [{field_key: 'subject', description: 'Too short'}]}},
      (found: unknown) => {
        const [{field_key: name, description}] = (found as {details: {base: [Record<string, string>]}}).details.base;
        return {detail: 'Check it', errors: {[name!]: description}};
      },
    ],
    [
      'Freshdesk',
      {description: 'Validation failed', errors: [{field: 'subject', message: 'Too short'}]},
      (found: unknown) => {
        const [{field, message}] = (found as {errors: [Record<string, string>]}).errors;
        return {detail: 'Check it', errors: {[field!]: [message]}};
      },
    ],
    ['an empty body', undefined, (found: unknown) => ({detail: 'Check it', errors: {subject: found ?? 'Too short'}})],
  ] as const) {
    it(`has the words and the fields of a 422 as the backend reads them, for ${shape}`, async () => {
      const {fetch} = recordingFetch(new Response(body && JSON.stringify(body), {status: 422, headers: json}));
      const error = await supportErrorOf(transportOver(fetch).request('a', {method: 'POST', readProblem, signal}));
      expect(error).to.include({code: 'invalid', serverMessage: 'Check it'});
      expect([...error.fields]).to.eql([['subject', 'Too short']]);
    });
  }

  it('has the code of a 422, and no words, if the backend fails to read it, which the console says', async () => {
    const {fetch} = recordingFetch(new Response('{"error": "RecordInvalid"}', {status: 422, headers: json}));
    const readProblem = (found: unknown): unknown => ({detail: (found as {a: {b: string}}).a.b});
    const lines = await consoleOutputOf(async () => {
      const error = await supportErrorOf(transportOver(fetch).request('a', {method: 'POST', readProblem, signal}));
      expect(error).to.include({code: 'invalid', status: 422, serverMessage: ''});
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('readProblem of the backend has failed');
  });

  it('asks with If-None-Match, and returns the response that it has after a 304', async () => {
    const {fetch, requests} = recordingFetch(
      jsonResponse({id: 1}, {headers: {ETag: '"1"'}}),
      new Response(null, {status: 304}),
    );
    const transport = transportOver(fetch);
    const first = await transport.request('a', {signal});
    expect(await transport.request('a', {signal})).to.equal(first);
    expect(requests[1]?.headers.get('if-none-match')).to.equal('"1"');
  });

  it('retries a GET once after a 503, and a POST not', async () => {
    const {fetch, requests} = recordingFetch(new Response(null, {status: 503}));
    await supportErrorOf(transportOver(fetch).request('a', {signal}));
    expect(requests).to.have.length(2);
    await supportErrorOf(transportOver(fetch).request('a', {method: 'POST', signal}));
    expect(requests).to.have.length(3);
  });

  it('sends nothing to a path that leaves the API, or that changes under way', async () => {
    const {fetch, requests} = recordingFetch(jsonResponse({}));
    const transport = transportOver(fetch);
    for (const path of [
      '../admin',
      'Ticket/../User',
      'Ticket/%2e%2e/User',
      'Ticket/.',
      '//other.example/',
      'https://other.example/',
    ]) {
      await transport.request(path, {signal}).catch(() => undefined);
    }
    expect(requests.filter(({url}) => !url.startsWith(apiBaseUrl) || /User|admin/.test(url))).to.eql([]);
  });

  it('creates errors for what only the backend knows', () => {
    const error = transportOver(recordingFetch(jsonResponse({})).fetch).error('conflict', {serverMessage: 'Closed'});
    expect(error).to.include({code: 'conflict', serverMessage: 'Closed'});
  });
});
