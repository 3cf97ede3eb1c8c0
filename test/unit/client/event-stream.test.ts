import {expect} from 'chai';
import {describe, it} from 'node:test';

import {readEvents} from '../../../src/client/event-stream.js';
import {SupportError} from '../../../src/contract/errors.js';
import {deferred} from '../../support/deferred.js';
import {FakeTime} from '../../support/fake-time.js';
import {problemResponse} from '../../support/recording-fetch.js';
import {supportErrorOf, rejectionOf} from '../../support/rejection.js';
import {newSignal} from '../../support/stub-backend.js';

const request = (signal: AbortSignal): Request => new Request('https://portal.example/api/events', {signal});

/** A server’s stream, written by a test. */
function stream() {
  let source: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({start: controller => void (source = controller)});
  const encoder = new TextEncoder();
  return {
    send: async () => new Response(body, {headers: {'Content-Type': 'text/event-stream'}}),
    say: (text: string) => source?.enqueue(encoder.encode(text)),
    end: () => source?.close(),
    breakOff: () => source?.error(new TypeError('network error')),
  };
}

describe('readEvents', () => {
  it('reads each event whole, however the stream is cut into chunks', async () => {
    const {send, say, end} = stream();
    const data: string[] = [];
    const listening = readEvents(send, request, newSignal(), text => data.push(text.trim()));
    say(': welcome\n\nevent: ticket.updated\nid: 1\nda');
    say('ta: {"ticket_id": "t1"}\r\n\r\ndata: {"tic');
    say('ket_id": "é"}\n\n');
    end();
    await listening;
    expect(data).to.eql(['{"ticket_id": "t1"}', '{"ticket_id": "é"}']);
  });

  it('rejects if the connection breaks', async () => {
    const {send, breakOff} = stream();
    const listening = rejectionOf(readEvents(send, request, newSignal(), () => {}));
    breakOff();
    await listening;
  });

  it('rejects with not_found if the server answers with something else', async () => {
    const page = async () => new Response('<h1>Hello</h1>', {headers: {'Content-Type': 'text/html'}});
    expect((await supportErrorOf(readEvents(page, request, newSignal(), () => {}))).code).to.equal('not_found');
    const absent = async () => problemResponse(404);
    expect((await supportErrorOf(readEvents(absent, request, newSignal(), () => {}))).code).to.equal('not_found');
  });

  it('rejects with unauthenticated if the server refuses the token', async () => {
    const refusing = async () => problemResponse(401);
    const error = await supportErrorOf(readEvents(refusing, request, newSignal(), () => {}));
    expect(error).to.be.instanceOf(SupportError).and.to.include({code: 'unauthenticated', status: 401});
  });

  it('aborts the request when the caller aborts', async () => {
    const controller = new AbortController();
    const sent = deferred<Request>();
    const fetchIgnoringAbort = (input: RequestInfo | URL): Promise<Response> => {
      sent.resolve(input as Request);
      return new Promise((_, reject) =>
        (input as Request).signal.addEventListener('abort', () => reject((input as Request).signal.reason as Error)),
      );
    };
    const listening = rejectionOf(readEvents(fetchIgnoringAbort, request, controller.signal, () => {}));
    const {signal} = await sent.promise;
    controller.abort();
    await listening;
    expect(signal.aborted).to.be.true;
  });

  it('aborts the request if the server sends nothing for 50 s, not even a comment', async () => {
    const time = new FakeTime();
    try {
      const requests: Request[] = [];
      const silent = (input: RequestInfo | URL): Promise<Response> => {
        requests.push(input as Request);
        return new Promise((_, reject) =>
          (input as Request).signal.addEventListener('abort', () => reject(new TypeError('aborted'))),
        );
      };
      const listening = rejectionOf(readEvents(silent, request, newSignal(), () => {}));
      time.advance(49_000);
      expect(requests[0]!.signal.aborted).to.be.false;
      time.advance(1_000);
      expect(requests[0]!.signal.aborted).to.be.true;
      await listening;
    } finally {
      time.restore();
    }
  });
});
