import {expect} from 'chai';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {KyClient, type SendOptions} from '../../../src/client/ky-client.js';
import {SupportError} from '../../../src/contract/errors.js';
import {FakeTime} from '../../support/fake-time.js';
import {nextMessageTask} from '../../support/next-task.js';
import {supportErrorOf, rejectionOf} from '../../support/rejection.js';
import {newSignal} from '../../support/stub-backend.js';

const url = 'https://portal.example/api/';

/** A GET with a time limit of one second, and what a test changes of it. */
const optionsWith = (changes: Partial<SendOptions<string>> = {}): SendOptions<string> => ({
  url,
  method: 'GET',
  toRequest: signal => new Request(url, {signal}),
  read: response => response.text(),
  timeout: 1000,
  signal: newSignal(),
  ...changes,
});

/**
 * A client whose fetch ignores its signal, as the patched fetch of some apps does, and its requests. The requests are
 * kept as a whole: in Node, a signal is no longer aborted once its request has been garbage-collected.
 */
function clientOf(answer: () => Promise<Response>) {
  const requests: Request[] = [];
  const client = new KyClient(input => {
    requests.push(input as Request);
    return answer();
  });
  return {client, requests, aborted: () => requests.map(({signal}) => signal.aborted)};
}

const never = (): Promise<never> => new Promise(() => {});
const unreachable = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch'));

describe('KyClient', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
  });

  afterEach(() => time.restore());

  /** Lets the time pass, and then everything happen that waits for no timer. */
  async function pass(milliseconds: number): Promise<void> {
    time.advance(milliseconds);
    await nextMessageTask();
  }

  it('returns what was read from the response', async () => {
    const {client} = clientOf(async () => new Response('whole', {status: 201}));
    const read = async (response: Response) => `${response.status} ${await response.text()}`;
    expect(await client.send(optionsWith({read}))).to.equal('201 whole');
  });

  it('rejects with our own error, without a cause, if fetch rejects', async () => {
    for (const raw of [new TypeError(`Failed to fetch ${url}`), 'no error at all', undefined]) {
      const {client} = clientOf(() => Promise.reject(raw));
      const error = await supportErrorOf(client.send(optionsWith({method: 'POST'})));
      expect(error.code).to.equal('network');
      expect(error).not.to.have.property('cause');
    }
  });

  it('aborts and rejects at the time limit if no response comes', async () => {
    const {client, aborted} = clientOf(never);
    const sent = supportErrorOf(client.send(optionsWith({method: 'POST'})));
    await pass(0);
    await pass(999);
    expect(aborted()).to.eql([false]);
    await pass(1);
    expect((await sent).code).to.equal('network');
    expect(aborted()).to.eql([true]);
  });

  it('aborts and rejects at the time limit if the body never ends', async () => {
    const body = () => new ReadableStream<Uint8Array>({start: stream => stream.enqueue(new Uint8Array([123]))});
    const {client, aborted} = clientOf(async () => new Response(body()));
    const sent = supportErrorOf(client.send(optionsWith({method: 'POST'})));
    await pass(0);
    await pass(999);
    expect(aborted()).to.eql([false]);
    await pass(1);
    expect((await sent).code).to.equal('network');
    expect(aborted()).to.eql([true]);
  });

  it('gives each attempt the whole time limit, and aborts the one before', async () => {
    time.random = 0;
    const {client, aborted} = clientOf(never);
    const sent = supportErrorOf(client.send(optionsWith()));
    const seen: boolean[][] = [];
    for (let attempt = 1; attempt <= 2; attempt++) {
      await pass(0);
      await pass(999);
      seen.push(aborted());
      await pass(1);
    }
    await sent;
    expect(seen).to.eql([[false], [true, false]]);
    expect(aborted()).to.eql([true, true]);
  });

  for (const [random, delay] of [
    [1, 600],
    [0.5, 300],
    [0, 0],
  ] as const) {
    it(`retries a GET once, after ${delay} ms if chance gives ${random} (full jitter)`, async () => {
      time.random = random;
      const {client, requests} = clientOf(unreachable);
      const sent = supportErrorOf(client.send(optionsWith()));
      await pass(0);
      const [wait] = time.pendingDelays;
      await pass(wait!);
      await sent;
      expect(wait).to.equal(delay);
      expect(requests).to.have.lengthOf(2);
    });
  }

  it('sends a GET once while the server is known to fail', async () => {
    const {client, requests} = clientOf(unreachable);
    await supportErrorOf(client.send(optionsWith({isServerFailing: true})));
    expect(requests).to.have.lengthOf(1);
  });

  for (const method of ['POST', 'PUT', 'HEAD']) {
    it(`sends a ${method} once if it fails`, async () => {
      const {client, requests} = clientOf(unreachable);
      await supportErrorOf(client.send(optionsWith({method})));
      expect(requests).to.have.lengthOf(1);
      expect(time.pendingDelays).to.be.empty;
    });
  }

  it('does not retry if the server has said how long to wait', async () => {
    const {client, requests} = clientOf(async () => new Response());
    const busy = new SupportError('unavailable', {retryAfter: 1});
    expect(await supportErrorOf(client.send(optionsWith({read: () => Promise.reject(busy)})))).to.equal(busy);
    expect(requests).to.have.lengthOf(1);
  });

  it('rejects with the reason as soon as the caller aborts, even if fetch ignores signals', async () => {
    const caller = new AbortController();
    const {client, aborted} = clientOf(never);
    const sent = rejectionOf(client.send(optionsWith({signal: caller.signal})));
    await pass(0);
    caller.abort();
    expect(await sent).to.equal(caller.signal.reason);
    expect(aborted()).to.eql([true]);
  });

  it('rejects as soon as the caller aborts between two attempts, and makes no other', async () => {
    const caller = new AbortController();
    const {client, requests} = clientOf(unreachable);
    const sent = rejectionOf(client.send(optionsWith({signal: caller.signal})));
    await pass(0);
    expect(time.pendingDelays).not.to.be.empty;
    caller.abort();
    expect(await sent).to.equal(caller.signal.reason);
    await pass(10_000);
    expect(requests).to.have.lengthOf(1);
  });

  it('sends nothing if the caller has aborted before', async () => {
    const {client, requests} = clientOf(never);
    const signal = AbortSignal.abort();
    expect(await rejectionOf(client.send(optionsWith({signal})))).to.equal(signal.reason);
    expect(requests).to.be.empty;
  });
});
