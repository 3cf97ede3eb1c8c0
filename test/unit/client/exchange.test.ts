import {expect} from '@open-wc/testing';

import {exchange} from '../../../src/client/exchange.js';
import {deferred} from '../../support/deferred.js';
import {rejectionOf} from '../../support/rejection.js';
import {newSignal} from '../../support/stub-backend.js';

const address = 'https://portal.example/api/';
const request = (signal: AbortSignal): Request => new Request(address, {signal});

describe('one request and its answer', () => {
  it('is the status, the headers and the whole text', async () => {
    const send = async (): Promise<Response> => new Response('whole', {status: 201, headers: {ETag: '"1"'}});
    const {status, headers, text} = await exchange(send, request, newSignal(), 1000);
    expect([status, headers.get('etag'), text]).to.eql([201, '"1"', 'whole']);
  });

  it('is given up, and aborted, when the answer does not come in time', async () => {
    const asked: Request[] = [];
    const send = (sent: RequestInfo | URL): Promise<Response> => {
      asked.push(sent as Request);
      return new Promise(() => {});
    };
    await rejectionOf(exchange(send as typeof fetch, request, newSignal(), 1));
    expect(asked.map(({signal}) => signal.aborted)).to.eql([true]);
  });

  it('is given up when the answer stops in its middle', async () => {
    const body = new ReadableStream<Uint8Array>({start: stream => stream.enqueue(new Uint8Array([123]))});
    await rejectionOf(exchange(async () => new Response(body), request, newSignal(), 1));
  });

  it('is given up by a fetch that does not know of signals as well', async () => {
    const leaving = new AbortController();
    const arrived = deferred();
    const deaf = (): Promise<Response> => {
      arrived.resolve();
      return new Promise(() => {});
    };
    const asked = rejectionOf(exchange(deaf, request, leaving.signal, 1000));
    await arrived.promise;
    leaving.abort();
    await asked;
  });
});
