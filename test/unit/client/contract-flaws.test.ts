import {describe, it} from 'node:test';

import {expect} from 'chai';

import {GuardedBackend} from '../../../src/client/guarded-backend.js';
import {Http} from '../../../src/client/http.js';
import {RestBackend} from '../../../src/client/rest-backend.js';
import type {SupportError} from '../../../src/contract/errors.js';
import {idsOf, reply, ticket} from '../../support/ticket-fixtures.js';
import {replyJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';
import {foreignResponse, jsonResponse, problemResponse, recordingFetch} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {apiBaseUrl, authFor, credentialsFor, disableRetryDelay} from '../../support/rest-backend.js';
import {newSignal, stubBackend} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};
const firstPage = {cursor: null};
const row = ticketJson();

/** A backend whose server gives these answers in order, and the flaws that it reports. */
function backendOf(...answers: readonly Response[]) {
  const flaws: SupportError[] = [];
  const tolerated: boolean[] = [];
  const onFlaw = (flaw: SupportError, isTolerated: boolean): void => {
    flaws.push(flaw);
    tolerated.push(isTolerated);
  };
  const {fetch, requests} = recordingFetch(...answers);
  const backend = new RestBackend(new Http(apiBaseUrl, authFor(credentialsFor('token-1')), {fetch, onFlaw}));
  const said = (): string[] => flaws.map(({path, reason}) => `${path}: ${reason}`);
  return {backend, flaws, tolerated, said, requests};
}

const textResponse = (body: unknown, type: string): Response =>
  new Response(JSON.stringify(body), {headers: {'Content-Type': type}});

describe('a flaw of a response', () => {
  it('is reported with its path, its reason, the status and the id of the request', async () => {
    const headers = {'X-Request-Id': 'r-7'};
    const data = [row, ticketJson({id: 't2', reply_count: '3'})];
    const {backend, flaws, tolerated} = backendOf(jsonResponse({data, next_cursor: null}, {headers}));
    const {tickets} = await backend.listTickets(firstPage, options);
    expect(tickets.map(({replyCount}) => replyCount)).to.eql([1, 3]);
    expect(flaws).to.have.lengthOf(1);
    const [{code, status, requestId, path, reason}] = flaws as [SupportError];
    expect([code, status, requestId, path]).to.eql(['bad_response', 200, 'r-7', 'data.1.reply_count']);
    expect(reason).to.equal('string instead of a whole number from 0 to 1000000');
    expect(tolerated).to.eql([true]);
  });

  it('is reported once, however many rows and responses have it', async () => {
    const data = Array.from({length: 1000}, (_, id) => ticketJson({id, subject: null, reply_count: '3'}));
    const {backend, said} = backendOf(jsonResponse({data, next_cursor: null}));
    expect((await backend.listTickets(firstPage, options)).tickets).to.have.lengthOf(1000);
    await backend.listTickets(firstPage, options);
    expect(said()).to.have.lengthOf(2);
  });

  it('costs no row: a list of 1,000 with one that is no object has 1,000', async () => {
    const data = Array.from({length: 1000}, (_, id) => (id === 500 ? null : ticketJson({id})));
    const {backend, said} = backendOf(jsonResponse({data, next_cursor: null}));
    const {tickets} = await backend.listTickets(firstPage, options);
    expect(tickets).to.have.lengthOf(1000);
    expect(tickets[500]).to.include({id: '', subject: ''});
    expect(said()).to.eql(['data.500: null instead of an object']);
  });
});

describe('a page of another shape', () => {
  for (const [what, body, flaw] of [
    ['items instead of data', {items: [row], next_cursor: 'p2'}, 'items: items instead of data'],
    ['tickets instead of data', {tickets: [row], next_cursor: 'p2'}, 'tickets: tickets instead of data'],
    ['nextCursor', {data: [row], nextCursor: 'p2'}, 'nextCursor: nextCursor instead of next_cursor'],
    ['a number as cursor', {data: [row], next_cursor: 2}, 'next_cursor: number instead of a cursor or null'],
    ['an empty cursor', {data: [row], next_cursor: ''}, 'next_cursor: string instead of a cursor or null'],
    ['a bare array', [row], 'data: array instead of data'],
  ] as const) {
    it(`is read if it has ${what}, and that is reported`, async () => {
      const {backend, said} = backendOf(jsonResponse(body));
      const {tickets, nextCursor} = await backend.listTickets(firstPage, options);
      expect(tickets).to.have.lengthOf(1);
      expect(nextCursor).to.equal(
        {nextCursor: 'p2', 'a number as cursor': '2'}[what as string] ?? (/items|tickets/.test(what) ? 'p2' : null),
      );
      expect(said()).to.eql([flaw]);
    });
  }

  for (const name of ['items', 'tickets', 'results', 'rows', 'content', 'records']) {
    it(`is read if the rows are called ${name} and come after other arrays`, async () => {
      const {backend} = backendOf(jsonResponse({warnings: [], links: [{rel: 'next'}], [name]: [row]}));
      expect((await backend.listTickets(firstPage, options)).tickets.map(({id}) => id)).to.eql(['t1']);
    });
  }

  for (const [what, data, ids, reason] of [
    ['null', null, [], 'null instead of an array'],
    ['an object with gaps', {0: row, 2: ticketJson({id: 't2'})}, ['t1', 't2'], 'object instead of an array'],
    ['an object by number', {17: row}, ['t1'], 'object instead of an array'],
  ] as const) {
    it(`has its rows if data is ${what}, and that is reported`, async () => {
      const {backend, said} = backendOf(jsonResponse({data, next_cursor: null}));
      expect((await backend.listTickets(firstPage, options)).tickets.map(({id}) => id)).to.eql(ids);
      expect(said()).to.eql([`data: ${reason}`]);
    });
  }

  it('of replies has its rows if they are an object with gaps, in the thread as well', async () => {
    const replies = {1: replyJson({id: 'a'}), 3: replyJson({id: 'b'})};
    const {backend} = backendOf(jsonResponse({data: replies}), jsonResponse(ticketDetailJson({replies})));
    expect((await backend.listReplies('t1', {cursor: 'p'}, options)).replies.map(({id}) => id)).to.eql(['a', 'b']);
    expect((await backend.getTicket('t1', options)).replies.map(({id}) => id)).to.eql(['a', 'b']);
  });

  for (const data of [{}, {tickets: 7}, {0: row, total: 1}, true]) {
    it(`is refused if data is ${Object.keys(data).join(' and ') || JSON.stringify(data)}`, async () => {
      const {backend} = backendOf(jsonResponse({data}));
      expect(await supportErrorOf(backend.listTickets(firstPage, options))).to.include({path: 'data'});
    });
  }

  for (const name of ['warnings', 'links', 'notices']) {
    it(`is refused if its only array is called ${name}`, async () => {
      const {backend} = backendOf(jsonResponse({[name]: [{message: 'Slow'}]}));
      expect(await supportErrorOf(backend.listTickets(firstPage, options))).to.include({
        code: 'bad_response',
        path: 'data',
      });
    });
  }

  it('is read if every name is in camel case', async () => {
    const {id, ...others} = row;
    const camelCased = Object.entries(others).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]);
    const {backend} = backendOf(jsonResponse({data: [{id, ...Object.fromEntries(camelCased)}], next_cursor: null}));
    const {tickets} = await backend.listTickets(firstPage, options);
    const expected = await backendOf(jsonResponse({data: [row]})).backend.listTickets(firstPage, options);
    expect(tickets).to.eql(expected.tickets);
  });

  for (const type of ['text/plain', 'text/html; charset=utf-8', 'application/octet-stream']) {
    it(`is read if it is JSON that is called ${type}`, async () => {
      const {backend, said} = backendOf(textResponse({data: [row]}, type));
      expect((await backend.listTickets(firstPage, options)).tickets).to.have.lengthOf(1);
      expect(said()).to.eql([`content-type: ${type.split(';')[0]} instead of application/json`]);
    });
  }

  for (const [what, response, path, reason] of [
    [
      'a web page',
      new Response('<p>Log in</p>', {headers: {'Content-Type': 'text/html'}}),
      'content-type',
      /^text\/html/,
    ],
    [
      'JSON that ends early',
      new Response('{"data":[', {headers: {'Content-Type': 'application/json'}}),
      'body',
      /JSON/,
    ],
    ['a text', jsonResponse('OK'), 'body', /^string instead of an object$/],
    ['data that is no array', jsonResponse({data: {}}), 'data', /^object instead of an array$/],
    ['nothing that is known', jsonResponse({}), 'data', /^missing$/],
  ] as const) {
    it(`is refused as bad_response, with path and reason, if it is ${what}`, async () => {
      const {backend, flaws, tolerated} = backendOf(response);
      const error = await supportErrorOf(backend.listTickets(firstPage, options));
      expect(error).to.include({code: 'bad_response', status: 200, path});
      expect(error.reason).to.match(reason);
      expect(flaws.map(flaw => flaw.path)).to.eql([path]);
      expect(tolerated).to.eql([false]);
    });
  }
});

describe('a refusal that is not in the form of the contract', () => {
  disableRetryDelay();
  const html = 'text/html instead of application/problem+json';
  for (const [status, response, path, reason] of [
    [403, foreignResponse(403), 'content-type', html],
    [403, jsonResponse({message: 'Forbidden'}, {status: 403}), 'body', 'no error'],
    [407, foreignResponse(407), 'content-type', html],
    [418, jsonResponse(['teapot'], {status: 418}), 'body', 'no error'],
    [
      451,
      foreignResponse(451, 'text/plain; charset=utf-8', 'Blocked'),
      'content-type',
      'text/plain instead of application/problem+json',
    ],
    [511, foreignResponse(511), 'content-type', html],
    [410, foreignResponse(410, 'application/problem+json', '{"error":'), 'body', 'no error'],
    [409, foreignResponse(409), 'content-type', html],
  ] as const) {
    it(`has path and reason, and is reported once: ${status}, ${path}: ${reason}`, async () => {
      const {backend, flaws, tolerated} = backendOf(response);
      const read = await supportErrorOf(backend.listTickets(firstPage, options));
      const written = await supportErrorOf(backend.addReply('t1', {message: 'Hi'}, options));
      for (const error of [read, written]) {
        expect(error).to.include({status, path, reason});
      }
      expect(flaws).to.eql([read]);
      expect(tolerated).to.eql([false]);
    });
  }

  it('is reported even if a success has been called by a wrong type before', async () => {
    const {backend, said} = backendOf(textResponse({data: [row]}, 'text/html'), foreignResponse(403));
    await backend.listTickets(firstPage, options);
    await supportErrorOf(backend.listTickets(firstPage, options));
    expect(said()).to.eql(['content-type: text/html instead of application/json', `content-type: ${html}`]);
  });

  for (const [what, response] of [
    ['in the form of the contract', problemResponse(403)],
    ['a server that is down behind a proxy', foreignResponse(502)],
    ['an optional operation that is not there', foreignResponse(404)],
  ] as const) {
    it(`is not reported if it is ${what}`, async () => {
      const {backend, flaws} = backendOf(response);
      await supportErrorOf(backend.getUpdates(options));
      expect(flaws).to.be.empty;
    });
  }
});

describe('ids beyond 2^53 as numbers', () => {
  it('are refused by name, so that no two rows have the same id', async () => {
    const rows = ['9007199254740993', '9007199254740992', '1e300'].map(id => JSON.stringify(row).replace('"t1"', id));
    const {backend, said} = backendOf(
      new Response(`{"data":[${rows.join()}]}`, {headers: {'Content-Type': 'application/json'}}),
    );
    const {tickets} = await backend.listTickets(firstPage, options);
    expect(tickets.map(({id}) => id)).to.eql(['', '', '']);
    expect(said()).to.eql(['data.0.id: number that is not exact: send ids as text']);
  });
});

describe('a 200 with an error', () => {
  const bodies = [
    {error: 'Ticket locked'},
    {error: {code: 7, message: 'Ticket locked'}},
    {error: true, message: 'Ticket locked'},
    {error: 'Ticket locked', data: [], reply: null, ticket: null, id: null},
  ];
  for (const body of bodies) {
    it(`is a failure in the server’s words: ${JSON.stringify(body)}`, async () => {
      const {backend} = backendOf(jsonResponse(body));
      const reads = [
        backend.listTickets(firstPage, options),
        backend.getTicket('t1', options),
        backend.getUpdates(options),
      ];
      const writes = [
        backend.addReply('t1', {message: 'Hello'}, options),
        backend.createTicket(draft, options),
        backend.markRead('t1', 'r1', options),
      ];
      for (const [requests, code] of [
        [reads, 'bad_response'],
        [writes, 'invalid'],
      ] as const) {
        for (const error of await Promise.all(requests.map(request => supportErrorOf(request)))) {
          expect(error).to.include({code, serverMessage: 'Ticket locked', path: 'error', status: 200});
        }
      }
    });
  }

  for (const body of [
    {success: false, message: 'Ticket locked'},
    {success: false, message: 'Ticket locked', errors: [], data: null},
    {ok: false, error: null, detail: 'Ticket locked'},
  ]) {
    it(`is a failure in the server’s words without an error, too: ${JSON.stringify(body)}`, async () => {
      const {backend} = backendOf(jsonResponse(body));
      const refused = {serverMessage: 'Ticket locked', status: 200};
      const read = await supportErrorOf(backend.listTickets(firstPage, options));
      expect(read).to.include({...refused, code: 'bad_response'});
      const writes = [
        backend.addReply('t1', {message: 'Hello'}, options),
        backend.createTicket(draft, options),
        backend.markRead('t1', 'r1', options),
      ];
      for (const error of await Promise.all(writes.map(write => supportErrorOf(write)))) {
        expect(error).to.include({...refused, code: 'invalid'});
      }
    });
  }

  for (const body of [
    {error: {message: 'Ticket locked'}, ticket: ticketJson()},
    {error: 'Ticket locked', meta: {request: 'r1'}},
    {success: false, message: 'Ticket locked', ticket: ticketJson()},
  ]) {
    it(`refuses a reply if what comes with it is no receipt: ${JSON.stringify(Object.keys(body))}`, async () => {
      const {backend} = backendOf(jsonResponse(body));
      const error = await supportErrorOf(backend.addReply('t1', {message: 'Hello'}, options));
      expect(error).to.include({code: 'invalid', serverMessage: 'Ticket locked', status: 200});
    });
  }

  it('is a success if the receipt of the reply comes with it', async () => {
    const {backend} = backendOf(
      jsonResponse({success: false, error: 'No mail sent', reply: replyJson({id: 'r9'}), ticket: ticketJson()}),
    );
    expect((await backend.addReply('t1', {message: 'Hello'}, options)).reply.id).to.equal('r9');
  });

  for (const body of [
    {success: false, message: 'Session expired', errors: []},
    {success: 'false', message: 'Session expired', data: []},
    {ok: false, error: {message: 'Session expired'}},
    {status: 'error', message: 'Session expired', data: null},
    {status: 'fail', detail: 'Session expired', warnings: []},
    {errors: [{message: 'Session expired'}]},
    {errors: ['Session expired'], tickets: []},
    {errors: [{title: 'Session expired'}], data: null},
    {success: false, data: {message: 'Session expired'}},
    {success: false, data: 'Session expired'},
    {success: false, message: 'Session expired', warnings: ['Maintenance tonight'], meta: {request: 'r1'}},
    {status: 'fail', data: {title: 'Session expired'}},
    {status: 500, message: 'Session expired', data: null},
    {code: 401, msg: 'Session expired', data: null},
    {code: '10001', msg: 'Session expired', data: []},
    {code: -1, message: 'Session expired', data: null},
    {isSuccess: false, message: 'Session expired', data: null},
    {Succeeded: 'False', message: 'Session expired', data: null},
    {hasError: true, message: 'Session expired', data: []},
    {has_errors: 1, errorMessage: 'Session expired', data: []},
    {status: 'NOK', message: 'Session expired', data: null},
    {result: 'failed', message: 'Session expired', data: null},
    {exception: {message: 'Session expired'}, data: []},
    {exception: 'Session expired'},
    {error_code: 3, message: 'Session expired', data: []},
    {errno: '3', errmsg: 'Session expired', tickets: []},
    {statusCode: 503, message: 'Session expired', data: null},
  ]) {
    it(`is a failure in the server’s words if it is called otherwise: ${JSON.stringify(body)}`, async () => {
      const {backend} = backendOf(jsonResponse(body));
      const read = await supportErrorOf(backend.listTickets(firstPage, options));
      expect(read).to.include({code: 'bad_response', serverMessage: 'Session expired', status: 200});
      const write = await supportErrorOf(backend.markRead('t1', 'r1', options));
      expect(write).to.include({code: 'invalid', serverMessage: 'Session expired', status: 200});
    });
  }

  for (const signs of [
    {success: true},
    {ok: true, errors: []},
    {status: 'success', errors: {}},
    {errors: null},
    {code: 0, msg: 'ok'},
    {status: 200, message: 'OK'},
    {code: 20000},
    {isSuccess: true, hasError: false},
    {error_code: 0, exception: null},
    {hasErrors: 'false', errno: '0'},
    {code: 1, result: 'ok'},
  ]) {
    it(`is a success if nothing has failed: ${JSON.stringify(signs)}`, async () => {
      const {backend} = backendOf(jsonResponse({data: [], next_cursor: null, ...signs}));
      expect((await backend.listTickets(firstPage, options)).tickets).to.eql([]);
    });
  }

  it('is a ticket if its status is called error or failed', async () => {
    const {backend} = backendOf(jsonResponse(ticketDetailJson({status: 'failed'})));
    expect((await backend.getTicket('t1', options)).ticket.status).to.equal('failed');
  });

  for (const error of [null, '', false]) {
    it(`is a success if the error is ${JSON.stringify(error)}`, async () => {
      const {backend} = backendOf(jsonResponse({data: [row], next_cursor: null, error}));
      expect((await backend.listTickets(firstPage, options)).tickets).to.have.lengthOf(1);
    });
  }

  it('costs no row that comes with it', async () => {
    const {backend} = backendOf(jsonResponse({data: [row], error: 'One of two systems is down'}));
    expect((await backend.listTickets(firstPage, options)).tickets).to.have.lengthOf(1);
  });
});

describe('the receipt of a reply', () => {
  it('without a ticket is completed by reading the ticket, so that the reply is not sent again', async () => {
    const {backend, requests} = backendOf(
      jsonResponse({reply: replyJson({id: 'r9'})}),
      jsonResponse(ticketDetailJson()),
    );
    const {reply: stored, ticket: after} = await backend.addReply('t1', {message: 'Hello'}, options);
    expect([stored.id, after.subject]).to.eql(['r9', 'Slow in the evening']);
    expect(requests.map(({method}) => method)).to.eql(['POST', 'GET']);
  });
});

describe('what is marked as internal', () => {
  for (const [mark, isHidden] of [
    [true, true],
    ['yes', true],
    [1, true],
    [0, false],
    ['0', false],
    ['false', false],
    ['', false],
  ] as const) {
    it(`${isHidden ? 'is left out' : 'is shown'} in lists, threads, updates and receipts alike: ${JSON.stringify(mark)}`, async () => {
      const marked = {is_internal: mark};
      const list = backendOf(jsonResponse({data: [row, ticketJson({id: 't2', ...marked})]})).backend;
      const thread = backendOf(jsonResponse(ticketDetailJson({replies: [replyJson(marked)]}))).backend;
      const updates = backendOf(
        jsonResponse({
          unread: 3,
          tickets: [
            {id: 't1', unread_count: 1},
            {id: 't2', unread_count: 2, ...marked},
          ],
        }),
      ).backend;
      const receipt = backendOf(jsonResponse({reply: replyJson(marked), ticket: row})).backend;
      const count = isHidden ? 1 : 2;
      expect((await list.listTickets(firstPage, options)).tickets).to.have.lengthOf(count);
      expect((await thread.getTicket('t1', options)).replies[0]?.isInternal).to.equal(isHidden);
      const {unread, tickets} = await updates.getUpdates(options);
      expect([unread, tickets.length]).to.eql(isHidden ? [1, 1] : [3, 2]);
      expect((await receipt.addReply('t1', {message: 'x'}, options)).reply.isInternal).to.equal(isHidden);
    });
  }

  it('is not shown if it is the ticket itself', async () => {
    const {backend} = backendOf(jsonResponse(ticketDetailJson({is_internal: 'yes'})));
    expect((await supportErrorOf(backend.getTicket('t1', options))).code).to.equal('bad_response');
  });
});

describe('the order of rows of a host’s backend', () => {
  const at = (hour: number): string => `2026-05-02T${hour}:00:00.000Z`;
  const hooks = {beforeRequest: () => undefined, onSuccess: () => undefined, onFailure: () => undefined};

  it('is by creation: tickets newest first, replies oldest first, equal times as they came', async () => {
    const replies = [reply('c', {createdAt: at(12)}), reply('a', {createdAt: at(10)}), reply('b', {createdAt: at(10)})];
    const backend = new GuardedBackend(
      stubBackend({
        listTickets: async () => ({
          tickets: [
            ticket('t1', {createdAt: at(10)}),
            ticket('t3', {createdAt: at(12)}),
            ticket('t2', {createdAt: at(11)}),
          ],
          nextCursor: null,
        }),
        getTicket: async id => ({ticket: ticket(id), description: '', canReply: true, replies, earlierCursor: null}),
        listReplies: async () => ({replies, earlierCursor: null}),
      }),
      hooks,
    );
    expect(idsOf((await backend.listTickets(firstPage, options)).tickets)).to.equal('t3 t2 t1');
    expect(idsOf((await backend.getTicket('t1', options)).replies)).to.equal('a b c');
    expect(idsOf((await backend.listReplies('t1', {cursor: 'p'}, options)).replies)).to.equal('a b c');
  });
});
