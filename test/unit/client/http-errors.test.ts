import {expect} from 'chai';
import {beforeEach, describe, it} from 'node:test';

import {createBrowserDesk, faultKinds, seededTicketId} from '../../../demo/desk/browser.js';
import type {SupportErrorCode} from '../../../src/contract/errors.js';
import {supportErrorOf} from '../../support/rejection.js';
import {jsonResponse, opaqueRedirect, recordingFetch} from '../../support/recording-fetch.js';
import {createRestBackend, disableRetryDelay, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const ticket = {subject: 'Dead', description: 'No light.', category: 'general', priority: 'normal'};
const problem = {title: 'The server’s own words', errors: [{pointer: '/message', detail: 'Words for the field'}]};

const codes: Readonly<Record<number, SupportErrorCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  413: 'invalid',
  415: 'invalid',
  418: 'bad_response',
  422: 'invalid',
  429: 'rate_limited',
  500: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
  599: 'unavailable',
};

const codesWithText: readonly SupportErrorCode[] = ['invalid', 'conflict'];

describe('the error of a request', () => {
  disableRetryDelay();

  for (const [status, code] of Object.entries(codes)) {
    it(`is ${code} after ${status}, for reads and writes`, async () => {
      const backend = createRestBackend(recordingFetch(jsonResponse(problem, {status: Number(status)})).fetch);
      const read = await supportErrorOf(backend.getTicket('t1', options));
      const written = await supportErrorOf(backend.addReply('t1', {message: 'Hi'}, options));
      for (const error of [read, written]) expect(error).to.include({code, status: Number(status)});
    });

    it(`${codesWithText.includes(code) ? 'has' : 'has not'} the server’s own text after ${status}`, async () => {
      const {fetch} = recordingFetch(jsonResponse(problem, {status: Number(status)}));
      const {serverMessage, fields} = await supportErrorOf(
        createRestBackend(fetch).addReply('t1', {message: 'Hi'}, options),
      );
      const speaks = codesWithText.includes(code);
      expect(serverMessage).to.equal(speaks ? problem.title : '');
      expect([...fields]).to.eql(speaks ? [['message', 'Words for the field']] : []);
    });
  }

  it('is unavailable if the ticket list itself is not found', async () => {
    const backend = createRestBackend(recordingFetch(jsonResponse(problem, {status: 404})).fetch);
    const read = await supportErrorOf(backend.listTickets({cursor: null}, options));
    const written = await supportErrorOf(backend.createTicket(ticket, options));
    for (const error of [read, written]) expect(error).to.include({code: 'unavailable', status: 404});
  });

  it('is unauthenticated after a redirect', async () => {
    const error = await supportErrorOf(
      createRestBackend(recordingFetch(opaqueRedirect()).fetch).getTicket('t1', options),
    );
    expect(error.code).to.equal('unauthenticated');
  });

  it('says that the cursor is refused if the problem’s type says so, and only then', async () => {
    const refusesCursor = async (body: object): Promise<boolean> => {
      const {fetch} = recordingFetch(jsonResponse(body, {status: 400}));
      return (await supportErrorOf(createRestBackend(fetch).listTickets({cursor: 'old'}, options))).refusesCursor;
    };
    expect(await refusesCursor({type: 'https://isp-tickets.dev/problems/bad-cursor'})).to.be.true;
    expect(await refusesCursor({type: 'https://isp-tickets.dev/problems/bad-request'})).to.be.false;
    expect(await refusesCursor({title: 'The cursor cannot be used'})).to.be.false;
  });

  it('is network if the connection fails', async () => {
    const {fetch} = recordingFetch(new TypeError('Failed to fetch'));
    expect((await supportErrorOf(createRestBackend(fetch).getTicket('t1', options))).code).to.equal('network');
  });

  it('has the server’s request id', async () => {
    const {fetch} = recordingFetch(jsonResponse({}, {status: 403, headers: {'X-Request-Id': 'req-7'}}));
    expect((await supportErrorOf(createRestBackend(fetch).getTicket('t1', options))).requestId).to.equal('req-7');
  });

  it('says how long to wait: from the header in seconds or as a date, else from the body', async () => {
    const waits = async (headers: Record<string, string>, body = {}): Promise<number | undefined> => {
      const {fetch} = recordingFetch(jsonResponse(body, {status: 429, headers}));
      return (await supportErrorOf(createRestBackend(fetch).addReply('t1', {message: 'Hi'}, options))).retryAfter;
    };
    expect(await waits({'Retry-After': '7'}, {retry_after: 30})).to.equal(7);
    expect(await waits({}, {retry_after: 30})).to.equal(30);
    expect(await waits({'Retry-After': new Date(Date.now() + 60_000).toUTCString()})).to.be.within(50, 60);
    expect(await waits({'Retry-After': new Date(0).toUTCString()})).to.equal(0);
    // The device's clock may be wrong by months: the server's Date header counts.
    const clock = {Date: new Date(1e12).toUTCString(), 'Retry-After': new Date(1e12 + 90_000).toUTCString()};
    expect(await waits(clock)).to.equal(90);
    expect(await waits({'Retry-After': 'soon'}, {retry_after: 30})).to.equal(30);
    expect(await waits({})).to.be.undefined;
  });

  it('depends on the status alone if a proxy answers in HTML', async () => {
    const page = new Response('<h1>Bad gateway</h1>', {status: 502, headers: {'Content-Type': 'text/html'}});
    const error = await supportErrorOf(
      createRestBackend(recordingFetch(page).fetch).addReply('t1', {message: 'Hi'}, options),
    );
    expect(error).to.include({code: 'unavailable', serverMessage: ''});
  });
});

describe('the error of an unusable response', () => {
  disableRetryDelay();
  const desk = createBrowserDesk();
  const path = '/customer/tickets/*';

  beforeEach(() => desk.reset());

  const opened = async (): Promise<SupportErrorCode> => {
    const backend = createRestBackend(desk.fetch, credentialsFor(await desk.tokenFor()));
    return (await supportErrorOf(backend.getTicket(seededTicketId('evening-slowdown'), options))).code;
  };

  it('is bad_response if it is the page of a captive portal', async () => {
    desk.faults.set({path}, faultKinds.html);
    expect(await opened()).to.equal('bad_response');
  });

  it('is bad_response if it ends in the middle of its JSON', async () => {
    desk.faults.set({path}, faultKinds.truncatedBody);
    expect(await opened()).to.equal('bad_response');
  });

  it('is network if the connection breaks before or within it', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.halfBody);
    expect(await opened()).to.equal('network');
    desk.faults.set({path, times: Infinity}, faultKinds.dropRequest);
    expect(await opened()).to.equal('network');
  });

  for (const body of [{}, [], null, 'text', {id: 't1'}, {data: 'none'}]) {
    it(`is bad_response if it is JSON of another shape: ${JSON.stringify(body)}`, async () => {
      const {fetch} = recordingFetch(jsonResponse(body));
      const backend = createRestBackend(fetch);
      expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('bad_response');
      expect((await supportErrorOf(backend.listTickets({cursor: null}, options))).code).to.equal('bad_response');
    });
  }

  it('does not occur if the server names another JSON media type', async () => {
    const {fetch} = recordingFetch(
      new Response('{"data":[],"next_cursor":null}', {
        headers: {'Content-Type': 'application/hal+json; charset=utf-8'},
      }),
    );
    expect((await createRestBackend(fetch).listTickets({cursor: null}, options)).tickets).to.eql([]);
  });
});
