import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError, type SupportErrorCode} from '../../../src/contract/errors.js';
import {Reachability, reachabilityOf} from '../../../src/state/reachability.js';
import {FakePage} from '../../support/fake-page.js';
import {FakeTime} from '../../support/fake-time.js';

describe('Reachability', () => {
  let page: FakePage;
  let time: FakeTime;
  let reachability: Reachability;
  let retries: number;
  let unsubscribe: () => void;

  beforeEach(() => {
    page = new FakePage();
    time = new FakeTime();
    reachability = new Reachability(page);
    retries = 0;
    unsubscribe = reachability.onRetry(() => retries++);
  });

  afterEach(() => {
    unsubscribe();
    time.restore();
  });

  const connectionFailures: SupportErrorCode[] = ['network', 'unavailable', 'bad_response', 'rate_limited'];
  for (const code of connectionFailures) {
    it(`reports a problem after ${code}, until the server responds`, () => {
      reachability.recordFailure(new SupportError(code));
      expect(reachability.problem.value?.code).to.equal(code);
      reachability.recordSuccess();
      expect(reachability.problem.value).to.be.undefined;
    });
  }

  for (const code of ['forbidden', 'not_found', 'invalid'] as const) {
    it(`reports no problem after ${code}, which is a response`, () => {
      reachability.recordFailure(new SupportError('network'));
      reachability.recordFailure(new SupportError(code));
      expect(reachability.problem.value).to.be.undefined;
    });
  }

  it('retries with exponential back-off of one minute at most', () => {
    time.random = 1;
    const delays: number[] = [];
    for (let failures = 0; failures < 8; failures++) {
      reachability.recordFailure(new SupportError('network'));
      const [delay = 0] = time.pendingDelays;
      delays.push(delay);
      time.advance(delay);
    }
    expect(delays).to.eql([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(retries).to.equal(8);
  });

  it('keeps its back-off if a server that fails some requests responds to others', () => {
    time.random = 1;
    reachability.recordFailure(new SupportError('unavailable'));
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([1000]);
    time.advance(1000);
    reachability.recordFailure(new SupportError('unavailable'));
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([2000]);
  });

  it('keeps its back-off if a request succeeds at the beginning of a round in which another one fails', () => {
    time.random = 1;
    const delays: number[] = [];
    for (let failures = 0; failures < 4; failures++) {
      reachability.recordSuccess();
      reachability.recordFailure(new SupportError('unavailable'));
      delays.push(time.pendingDelays[0] ?? 0);
      time.advance(time.pendingDelays[0] ?? 0);
    }
    expect(delays).to.eql([1000, 2000, 4000, 8000]);
  });

  it('reports the server as down after two failures without a success in between', () => {
    const failure = new SupportError('unavailable');
    reachability.recordFailure(failure);
    reachability.recordSuccess();
    reachability.recordFailure(failure);
    expect(reachability.isDown).to.be.false;
    reachability.recordFailure(failure);
    expect(reachability.isDown).to.be.true;
    reachability.recordFailure(new SupportError('not_found'));
    expect(reachability.isDown).to.be.false;
  });

  it('is backing off from a failure until the retry, or until a request succeeds', () => {
    expect(reachability.isBackingOff).to.be.false;
    reachability.recordFailure(new SupportError('unavailable'));
    expect(reachability.isBackingOff).to.be.true;
    time.advance(1000);
    expect(reachability.isBackingOff).to.be.false;
    reachability.recordFailure(new SupportError('unavailable'));
    reachability.recordSuccess();
    expect(reachability.isBackingOff).to.be.false;
  });

  it('retries within a second after a response to another request', () => {
    time.random = 1;
    for (let failures = 0; failures < 6; failures++) {
      reachability.recordFailure(new SupportError('network'));
      time.advance(time.pendingDelays[0] ?? 0);
    }
    reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.eql([60_000]);
    time.random = 0.25;
    reachability.recordSuccess();
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([250]);
  });

  it('keeps backing off if other requests succeed between the failures, and starts over after the retry has succeeded', () => {
    time.random = 1;
    const delays: number[] = [];
    for (let failures = 0; failures < 4; failures++) {
      reachability.recordFailure(new SupportError('unavailable'));
      delays.push(time.pendingDelays[0] ?? 0);
      reachability.recordSuccess();
      time.advance(time.pendingDelays[0] ?? 0);
    }
    expect(delays).to.eql([1000, 2000, 4000, 8000]);
    reachability.recordSuccess();
    reachability.recordFailure(new SupportError('unavailable'));
    expect(time.pendingDelays).to.eql([1000]);
  });

  it('keeps to Retry-After if another request succeeds meanwhile', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('unavailable', {retryAfter: 12}));
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([12_000]);
  });

  it('adds full jitter to the back-off', () => {
    time.random = 0.25;
    reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.eql([250]);
  });

  it('schedules one retry for requests that fail together', () => {
    for (let count = 0; count < 5; count++) reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.have.lengthOf(1);
  });

  it('blocks requests until the pause of a 429 is over, and retries then', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    expect(reachability.blockedBy).to.include({code: 'rate_limited', retryAfter: 7});
    expect(time.pendingDelays).to.eql([7000]);
    time.advance(6999);
    expect(reachability.blockedBy?.code).to.equal('rate_limited');
    expect(retries).to.equal(0);
    time.advance(1);
    expect(reachability.blockedBy).to.be.undefined;
    expect(retries).to.equal(1);
  });

  it('retries at the end of a pause that began while an earlier retry was scheduled', () => {
    time.random = 0.5;
    reachability.recordFailure(new SupportError('network'));
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    time.advance(7499);
    retries = 0;
    time.advance(1);
    expect(reachability.blockedBy).to.be.undefined;
    expect(retries).to.equal(1);
  });

  it('does not shorten a pause if a later 429 asks for a shorter one', () => {
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 60}));
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 1}));
    time.advance(50_000);
    expect(reachability.blockedBy?.code).to.equal('rate_limited');
  });

  for (const code of ['rate_limited', 'unavailable'] as const) {
    it(`retries after 15 minutes if Retry-After of ${code} is longer`, () => {
      reachability.recordFailure(new SupportError(code, {retryAfter: 1e9}));
      time.advance(14 * 60_000);
      expect(retries).to.equal(0);
      time.advance(2 * 60_000);
      expect(retries).to.equal(1);
      expect(reachability.blockedBy).to.be.undefined;
    });
  }

  it('retries at the end of a pause during which a retry was blocked', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    page.dispatch('visibilitychange');
    time.advance(6999);
    retries = 0;
    time.advance(1);
    expect(retries).to.equal(1);
  });

  it('pauses for 30 seconds after a 429 without Retry-After', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited'));
    expect(time.pendingDelays).to.eql([30_000]);
  });

  it('adds up to 5 seconds to the pause after a 429 without Retry-After, and full jitter to the retry', () => {
    time.random = 1;
    reachability.recordFailure(new SupportError('rate_limited'));
    expect(time.pendingDelays).to.eql([36_000]);
    time.advance(34_999);
    expect(reachability.blockedBy?.code).to.equal('rate_limited');
    time.advance(1);
    expect(reachability.blockedBy).to.be.undefined;
  });

  it('waits for the Retry-After of a 503', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('unavailable', {retryAfter: 12}));
    expect(time.pendingDelays).to.eql([12_000]);
  });

  for (const [code, retryAfter] of [
    ['forbidden', 0],
    ['invalid', 0.4],
    ['unauthenticated', 5],
    ['not_found', 2],
  ] as const) {
    it(`retries after growing pauses if ${code} asks for ${retryAfter} seconds again and again`, () => {
      time.random = 0.5;
      const delays: number[] = [];
      for (let rounds = 0; rounds < 12; rounds++) {
        // Requests of one round.
        for (let count = 0; count < 3; count++) reachability.recordFailure(new SupportError(code, {retryAfter}));
        expect(time.pendingDelays).to.have.lengthOf(1);
        delays.push(time.pendingDelays[0] ?? 0);
        time.advance(time.pendingDelays[0] ?? 0);
      }
      expect(delays[0]).to.be.within(5000, 6000);
      expect(delays.every((delay, index) => delay >= (delays[index - 1] ?? 0))).to.be.true;
      expect(delays[11]).to.be.within(900_000, 960_000);
      expect(retries).to.equal(12);
    });
  }

  it('asks a server again that refuses for good only if it says when', () => {
    for (const code of ['forbidden', 'unauthenticated', 'gone', 'invalid', 'not_found'] as const) {
      reachability.recordFailure(new SupportError(code));
      expect(time.pendingDelays).to.eql([]);
    }
  });

  it('starts over with short pauses after a refusal has ended', () => {
    time.random = 1;
    for (let rounds = 0; rounds < 4; rounds++) {
      reachability.recordFailure(new SupportError('forbidden', {retryAfter: 0}));
      time.advance(time.pendingDelays[0] ?? 0);
    }
    reachability.recordSuccess();
    reachability.recordFailure(new SupportError('forbidden', {retryAfter: 0}));
    expect(time.pendingDelays).to.eql([6000]);
  });

  it('reports offline while the browser is offline, and retries at once when it is online again', () => {
    page.isOnline = false;
    expect(reachability.blockedBy?.code).to.equal('offline');
    expect(reachability.problem.value?.code).to.equal('offline');
    expect(retries).to.equal(0);
    page.isOnline = true;
    expect(reachability.blockedBy).to.be.undefined;
    expect(retries).to.equal(1);
  });

  it('retries at once when the page becomes visible', () => {
    reachability.recordFailure(new SupportError('network'));
    page.dispatch('visibilitychange');
    expect(retries).to.equal(1);
    expect(time.pendingDelays).to.eql([]);
  });

  it('clears its timer and ignores events after the last listener has unsubscribed', () => {
    reachability.recordFailure(new SupportError('network'));
    unsubscribe();
    expect(time.pendingDelays).to.eql([]);
    page.dispatch('online');
    expect(retries).to.equal(0);
  });
});

describe('reachabilityOf', () => {
  it('returns one instance per server', () => {
    const page = new FakePage();
    expect(reachabilityOf('one', page)).to.equal(reachabilityOf('one', page));
    expect(reachabilityOf('one', page)).not.to.equal(reachabilityOf('other', page));
  });
});
