import {expect} from 'chai';
import {beforeEach, describe, it} from 'node:test';

import {createBrowserDesk, faultKinds, seededTicketId} from '../../../demo/desk/browser.js';
import type {SupportErrorCode} from '../../../src/contract/errors.js';
import {supportErrorOf} from '../../support/rejection.js';
import {
  foreignResponse,
  jsonResponse,
  opaqueRedirect,
  problemResponse,
  recordingFetch,
} from '../../support/recording-fetch.js';
import {createRestBackend, disableRetryDelay, credentialsFor} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const ticket = {subject: 'Dead', description: 'No light.', category: 'general', priority: 'normal'};
const problem = {title: 'The server’s own words', errors: [{pointer: '/message', detail: 'Words for the field'}]};

/** What a failure in the form of the contract says, by status: to a read and, if that differs, to a write. */
const codes: Readonly<Record<number, readonly [SupportErrorCode, write?: SupportErrorCode]>> = {
  400: ['invalid'],
  401: ['unauthenticated'],
  402: ['forbidden'],
  403: ['forbidden'],
  404: ['not_found'],
  405: ['bad_response', 'invalid'],
  406: ['bad_response', 'invalid'],
  407: ['bad_response'],
  408: ['network'],
  409: ['conflict'],
  410: ['gone'],
  413: ['invalid'],
  414: ['invalid'],
  415: ['invalid'],
  418: ['bad_response', 'invalid'],
  421: ['unavailable'],
  422: ['invalid'],
  423: ['conflict'],
  425: ['unavailable'],
  426: ['unavailable'],
  428: ['bad_response', 'invalid'],
  429: ['rate_limited'],
  431: ['invalid'],
  451: ['bad_response'],
  500: ['unavailable'],
  501: ['unavailable'],
  502: ['unavailable'],
  503: ['unavailable'],
  504: ['unavailable'],
  505: ['unavailable'],
  511: ['bad_response'],
  520: ['unavailable'],
  524: ['unavailable'],
  527: ['unavailable'],
  530: ['unavailable'],
  599: ['unavailable'],
};

/** Responses of an intermediary, such as a firewall or a gateway. */
const foreignKinds: Readonly<Record<string, (status: number) => Response>> = {
  HTML: status => foreignResponse(status),
  'an empty body': status => foreignResponse(status, 'text/plain', ''),
  'JSON without error': status => foreignResponse(status, 'application/json', '{"message":"Forbidden"}'),
  'JSON that is cut off': status => foreignResponse(status, 'application/problem+json', '{"title":"Forb'),
  'HTML that is called JSON': status => foreignResponse(status, 'application/json'),
};

/** A customer whose host has no other token. */
const onlyToken = {token: 'token-1', renew: async () => 'token-1'};

const codesWithText: readonly SupportErrorCode[] = ['invalid', 'conflict'];

describe('the error of a request', () => {
  disableRetryDelay();

  for (const [status, [code, writeCode = code]] of Object.entries(codes)) {
    it(`is ${code} after ${status}${writeCode === code ? '' : `, and ${writeCode} for a write`}`, async () => {
      const backend = createRestBackend(recordingFetch(problemResponse(Number(status), problem)).fetch);
      const read = await supportErrorOf(backend.getTicket('t1', options));
      const written = await supportErrorOf(backend.addReply('t1', {message: 'Hi'}, options));
      expect(read).to.include({code, status: Number(status)});
      expect(written).to.include({code: writeCode, status: Number(status)});
    });

    const hasServerText = writeCode === code && codesWithText.includes(code);
    it(`${hasServerText ? 'has' : 'does not have'} the server’s own text after ${status}`, async () => {
      const {fetch} = recordingFetch(problemResponse(Number(status), problem));
      const {serverMessage, fields} = await supportErrorOf(
        createRestBackend(fetch).addReply('t1', {message: 'Hi'}, options),
      );
      expect(serverMessage).to.equal(hasServerText ? problem.title : '');
      expect([...fields]).to.eql(hasServerText ? [['message', 'Words for the field']] : []);
    });
  }

  for (const [kind, foreign] of Object.entries(foreignKinds)) {
    for (const status of [400, 401, 402, 403, 404, 405, 406, 409, 410, 418, 422]) {
      it(`is bad_response for a read after ${status} in ${kind}, and refuses only the message of a write`, async () => {
        const backend = createRestBackend(recordingFetch(foreign(status)).fetch, onlyToken);
        const read = await supportErrorOf(backend.getTicket('t1', options));
        const list = await supportErrorOf(backend.listTickets({cursor: null}, options));
        const written = await supportErrorOf(backend.addReply('t1', {message: 'Hi'}, options));
        for (const error of [read, list]) expect(error).to.include({code: 'bad_response', status, retryable: true});
        expect(written).to.include({code: status === 409 ? 'conflict' : 'invalid', status, refusesAccount: false});
      });
    }
  }

  it('has the server’s own text for a write if the body is JSON of another framework', async () => {
    const body = {message: 'The subject is missing.', errors: {subject: ['Say what it is about.']}};
    const {fetch} = recordingFetch(jsonResponse(body, {status: 422}));
    const error = await supportErrorOf(createRestBackend(fetch).createTicket(ticket, options));
    expect(error).to.include({code: 'invalid', serverMessage: body.message});
    expect([...error.fields]).to.eql([['subject', 'Say what it is about.']]);
  });

  it('has no text of a firewall that answers in JSON', async () => {
    const {fetch} = recordingFetch(foreignKinds['JSON without error']!(403));
    const error = await supportErrorOf(createRestBackend(fetch).createTicket(ticket, options));
    expect(error).to.include({code: 'invalid', serverMessage: ''});
  });

  for (const body of [{error: 'No access'}, {error: {code: 7, message: 'No access'}}]) {
    it(`is the server’s verdict if it is JSON with error: ${JSON.stringify(body)}`, async () => {
      const {fetch} = recordingFetch(jsonResponse(body, {status: 403}));
      const error = await supportErrorOf(createRestBackend(fetch).listTickets({cursor: null}, options));
      expect(error).to.include({code: 'forbidden', status: 403});
    });
  }

  for (const status of [451, 498, 407, 418]) {
    it(`says where it breaks the contract after ${status} in the form of the contract`, async () => {
      const {fetch} = recordingFetch(jsonResponse({error: 'No'}, {status}));
      const error = await supportErrorOf(createRestBackend(fetch).getTicket('t1', options));
      expect(error).to.include({code: 'bad_response', path: 'status', reason: `unexpected status ${status}`});
    });
  }

  it('is unavailable if the ticket list itself is not found', async () => {
    const backend = createRestBackend(recordingFetch(problemResponse(404)).fetch);
    const read = await supportErrorOf(backend.listTickets({cursor: null}, options));
    const written = await supportErrorOf(backend.createTicket(ticket, options));
    for (const error of [read, written]) expect(error).to.include({code: 'unavailable', status: 404});
  });

  it('is bad_response after a redirect, for reads and writes: any network can ask to sign in', async () => {
    const backend = createRestBackend(recordingFetch(opaqueRedirect()).fetch, onlyToken);
    expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('bad_response');
    expect((await supportErrorOf(backend.createTicket(ticket, options))).code).to.equal('bad_response');
  });

  it('says that the cursor is refused if the problem’s type says so, and only then', async () => {
    const refusesCursor = async (body: object): Promise<boolean> => {
      const {fetch} = recordingFetch(problemResponse(400, body));
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
    for (const [value, seconds] of Object.entries({
      ...{'1.5': 1.5, '-5': 0, '3, 5': 5, '120, 120': 120, '1e3': 1000, ' 7 ': 7},
      ...{'30, 5.5': 30, '0.0': 0},
    })) {
      expect(await waits({'Retry-After': value}), value).to.equal(seconds);
    }
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

  for (const body of [{}, null, 'text', 7, {data: 'none'}, {id: null}]) {
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
