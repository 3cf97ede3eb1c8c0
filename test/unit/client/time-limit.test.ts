import {expect} from 'chai';
import {afterEach, beforeEach, describe, it} from 'node:test';

import type {RestBackend} from '../../../src/client/rest-backend.js';
import {FakeTime} from '../../support/fake-time.js';
import {nextMessageTask} from '../../support/next-task.js';
import {supportErrorOf} from '../../support/rejection.js';
import {createRestBackend} from '../../support/rest-backend.js';
import {newSignal} from '../../support/stub-backend.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};

describe('the time limit of a request', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
  });

  afterEach(() => time.restore());

  /** After how many milliseconds a request is aborted that the server does not answer, and how long its body is. */
  async function limitOf(send: (backend: RestBackend) => Promise<unknown>) {
    const requests: Request[] = [];
    const backend = createRestBackend(input => {
      requests.push(input as Request);
      return new Promise(() => {});
    });
    const failed = supportErrorOf(send(backend));
    await nextMessageTask();
    const request = requests[0]!;
    const {length} = await request.clone().text();
    const start = Date.now();
    while (!request.signal.aborted) {
      time.advance(100);
      await nextMessageTask();
      if (Date.now() - start > 600_000) throw new Error('It was not aborted in ten minutes.');
    }
    const limit = Date.now() - start;
    expect((await failed).code).to.equal('network');
    return {limit, length};
  }

  it('is 15 s for a write of a few words', async () => {
    const {limit} = await limitOf(backend => backend.addReply('t1', {message: 'Hello'}, options));
    expect(limit).to.be.within(15_000, 15_200);
  });

  it('is longer by a second for each 4,000 characters of the body', async () => {
    const message = 'x'.repeat(100_000);
    const {limit, length} = await limitOf(backend => backend.addReply('t1', {message}, options));
    expect(length).to.be.above(100_000);
    expect(limit - 15_000).to.be.within(length / 4, length / 4 + 200);
  });
});
