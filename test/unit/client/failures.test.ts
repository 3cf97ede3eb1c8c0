import {expect} from '@open-wc/testing';

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

describe('a failure', () => {
  disableRetryDelay();

  for (const [status, code] of Object.entries(codes)) {
    it(`is ${code} after ${status}, for readers and writers alike`, async () => {
      const backend = createRestBackend(recordingFetch(jsonResponse(problem, {status: Number(status)})).fetch);
      const read = await supportErrorOf(backend.getTicket('t1', options));
      const written = await supportErrorOf(backend.addReply('t1', {message: 'Hi'}, options));
      for (const error of [read, written]) expect(error).to.include({code, status: Number(status)});
    });

    it(`${code === 'invalid' || code === 'conflict' ? 'brings' : 'hides'} the server’s words after ${status}`, async () => {
      const {fetch} = recordingFetch(jsonResponse(problem, {status: Number(status)}));
      const {serverMessage: words, fields} = await supportErrorOf(createRestBackend(fetch).addReply('t1', {message: 'Hi'}, options));
      const speaks = code === 'invalid' || code === 'conflict';
      expect(words).to.equal(speaks ? problem.title : '');
      expect([...fields]).to.eql(speaks ? [['message', 'Words for the field']] : []);
    });
  }

  it('is unavailable where there are no tickets at all: no ticket was asked for that could be missing', async () => {
    const backend = createRestBackend(recordingFetch(jsonResponse(problem, {status: 404})).fetch);
    const read = await supportErrorOf(backend.listTickets({cursor: null}, options));
    const written = await supportErrorOf(backend.createTicket(ticket, options));
    for (const error of [read, written]) expect(error).to.include({code: 'unavailable', status: 404});
  });

  it('is unauthenticated after a redirect to who knows where', async () => {
    const error = await supportErrorOf(
      createRestBackend(recordingFetch(opaqueRedirect()).fetch).getTicket('t1', options),
    );
    expect(error.code).to.equal('unauthenticated');
  });

  it('is known for one of the cursor by its type, and by nothing else', async () => {
    const refusesCursor = async (body: object): Promise<boolean> => {
      const {fetch} = recordingFetch(jsonResponse(body, {status: 400}));
      return (await supportErrorOf(createRestBackend(fetch).listTickets({cursor: 'old'}, options))).refusesCursor;
    };
    expect(await refusesCursor({type: 'https://isp-tickets.dev/problems/bad-cursor'})).to.be.true;
    expect(await refusesCursor({type: 'https://isp-tickets.dev/problems/bad-request'})).to.be.false;
    expect(await refusesCursor({title: 'The cursor cannot be used'})).to.be.false;
  });

  it('is network where the connection fails', async () => {
    const {fetch} = recordingFetch(new TypeError('Failed to fetch'));
    expect((await supportErrorOf(createRestBackend(fetch).getTicket('t1', options))).code).to.equal('network');
  });

  it('says which request it was, for the operator’s records', async () => {
    const {fetch} = recordingFetch(jsonResponse({}, {status: 403, headers: {'X-Request-Id': 'req-7'}}));
    expect((await supportErrorOf(createRestBackend(fetch).getTicket('t1', options))).requestId).to.equal('req-7');
  });

  it('says how long to wait: by the header in seconds or as a date, else by the body', async () => {
    const waits = async (headers: Record<string, string>, body = {}): Promise<number | undefined> => {
      const {fetch} = recordingFetch(jsonResponse(body, {status: 429, headers}));
      return (await supportErrorOf(createRestBackend(fetch).addReply('t1', {message: 'Hi'}, options))).retryAfter;
    };
    expect(await waits({'Retry-After': '7'}, {retry_after: 30})).to.equal(7);
    expect(await waits({}, {retry_after: 30})).to.equal(30);
    expect(await waits({'Retry-After': new Date(Date.now() + 60_000).toUTCString()})).to.be.within(50, 60);
    expect(await waits({'Retry-After': new Date(0).toUTCString()})).to.equal(0);
    // This device's clock may be wrong by months: the server's own is right about its own times.
    const clock = {Date: new Date(1e12).toUTCString(), 'Retry-After': new Date(1e12 + 90_000).toUTCString()};
    expect(await waits(clock)).to.equal(90);
    expect(await waits({'Retry-After': 'soon'}, {retry_after: 30})).to.equal(30);
    expect(await waits({})).to.be.undefined;
  });

  it('of a proxy that answers in HTML is still known by its status', async () => {
    const page = new Response('<h1>Bad gateway</h1>', {status: 502, headers: {'Content-Type': 'text/html'}});
    const error = await supportErrorOf(
      createRestBackend(recordingFetch(page).fetch).addReply('t1', {message: 'Hi'}, options),
    );
    expect(error).to.include({code: 'unavailable', words: ''});
  });
});

describe('an answer that is none', () => {
  disableRetryDelay();
  const desk = createBrowserDesk();
  const path = '/customer/tickets/*';

  beforeEach(() => desk.reset());

  const opened = async (): Promise<SupportErrorCode> => {
    const backend = createRestBackend(desk.fetch, credentialsFor(await desk.tokenFor()));
    return (await supportErrorOf(backend.getTicket(seededTicketId('evening-slowdown'), options))).code;
  };

  it('is told apart where it is a captive portal’s page', async () => {
    desk.faults.set({path}, faultKinds.html);
    expect(await opened()).to.equal('bad_response');
  });

  it('is told apart where it ends in the middle of its JSON', async () => {
    desk.faults.set({path}, faultKinds.truncatedBody);
    expect(await opened()).to.equal('bad_response');
  });

  it('is told apart where its connection breaks', async () => {
    desk.faults.set({path, times: Infinity}, faultKinds.halfBody);
    expect(await opened()).to.equal('network');
    desk.faults.set({path, times: Infinity}, faultKinds.dropRequest);
    expect(await opened()).to.equal('network');
  });

  for (const body of [{}, [], null, 'text', {id: 't1'}, {data: 'none'}]) {
    it(`is told apart where it is JSON of another shape: ${JSON.stringify(body)}`, async () => {
      const {fetch} = recordingFetch(jsonResponse(body));
      const backend = createRestBackend(fetch);
      expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('bad_response');
      expect((await supportErrorOf(backend.listTickets({cursor: null}, options))).code).to.equal('bad_response');
    });
  }

  it('is taken for what it is where a server calls its JSON otherwise', async () => {
    const {fetch} = recordingFetch(
      new Response('{"data":[],"next_cursor":null}', {
        headers: {'Content-Type': 'application/hal+json; charset=utf-8'},
      }),
    );
    expect((await createRestBackend(fetch).listTickets({cursor: null}, options)).tickets).to.eql([]);
  });
});
