import {expect} from '@open-wc/testing';

import {SupportError, type SupportErrorCode} from '../../../src/contract/errors.js';
import {Reachability, reachabilityOf} from '../../../src/state/reachability.js';
import {FakeEnvironment} from '../../support/fake-environment.js';

describe('whether a server can be reached', () => {
  let time: FakeEnvironment;
  let reachability: Reachability;
  let tries: number;
  let stop: () => void;

  beforeEach(() => {
    time = new FakeEnvironment();
    reachability = new Reachability();
    tries = 0;
    stop = reachability.onRetry(() => tries++);
  });

  afterEach(() => {
    stop();
    time.restore();
  });

  const troubles: SupportErrorCode[] = ['network', 'unavailable', 'bad_response', 'rate_limited'];
  for (const code of troubles) {
    it(`is in doubt after ${code}, until the server has answered`, () => {
      reachability.recordFailure(new SupportError(code));
      expect(reachability.problem.value?.code).to.equal(code);
      reachability.recordSuccess();
      expect(reachability.problem.value).to.be.undefined;
    });
  }

  for (const code of ['forbidden', 'not_found', 'invalid'] as const) {
    it(`is beyond doubt after ${code}: that is an answer`, () => {
      reachability.recordFailure(new SupportError('network'));
      reachability.recordFailure(new SupportError(code));
      expect(reachability.problem.value).to.be.undefined;
    });
  }

  it('is tried again by itself, later after each failure, and at the latest after a minute', () => {
    time.random = 1;
    const waits: number[] = [];
    for (let failures = 0; failures < 8; failures++) {
      reachability.recordFailure(new SupportError('network'));
      const [wait = 0] = time.pendingDelays;
      waits.push(wait);
      time.advance(wait);
    }
    expect(waits).to.eql([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(tries).to.equal(8);
  });

  it('is tried again soon when it answers somebody else', () => {
    time.random = 1;
    for (let failures = 0; failures < 6; failures++) {
      reachability.recordFailure(new SupportError('network'));
      time.advance(time.pendingDelays[0] ?? 0);
    }
    reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.eql([60_000]);
    reachability.recordSuccess();
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([1000]);
  });

  it('is tried later after each failure also where it answers somebody else meanwhile', () => {
    time.random = 1;
    const waits: number[] = [];
    for (let failures = 0; failures < 4; failures++) {
      reachability.recordFailure(new SupportError('unavailable'));
      waits.push(time.pendingDelays[0] ?? 0);
      reachability.recordSuccess();
      time.advance(time.pendingDelays[0] ?? 0);
    }
    expect(waits).to.eql([1000, 2000, 4000, 8000]);
    reachability.recordSuccess();
    reachability.recordFailure(new SupportError('unavailable'));
    expect(time.pendingDelays).to.eql([1000]);
  });

  it('is left alone as long as it says though it answers somebody else', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('unavailable', {retryAfter: 12}));
    reachability.recordSuccess();
    expect(time.pendingDelays).to.eql([12_000]);
  });

  it('is tried again at a moment drawn by lot, so that a street does not ask all at once', () => {
    time.random = 0.25;
    reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.eql([250]);
  });

  it('is tried again once, however many requests failed together', () => {
    for (let count = 0; count < 5; count++) reachability.recordFailure(new SupportError('network'));
    expect(time.pendingDelays).to.have.lengthOf(1);
  });

  it('is not asked before a pause is over that the server asked for', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    expect(reachability.blockedBy).to.include({code: 'rate_limited', retryAfter: 7});
    expect(time.pendingDelays).to.eql([7000]);
    time.advance(6999);
    expect(reachability.blockedBy?.code).to.equal('rate_limited');
    expect(tries).to.equal(0);
    time.advance(1);
    expect(reachability.blockedBy).to.be.undefined;
    expect(tries).to.equal(1);
  });

  it('is tried again after a pause that was asked for while something else was to be tried again sooner', () => {
    time.random = 0.5;
    reachability.recordFailure(new SupportError('network'));
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    time.advance(7499);
    tries = 0;
    time.advance(1);
    expect(reachability.blockedBy).to.be.undefined;
    expect(tries).to.equal(1);
  });

  it('is not asked sooner because of a shorter pause that was asked for later', () => {
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 60}));
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 1}));
    time.advance(50_000);
    expect(reachability.blockedBy?.code).to.equal('rate_limited');
  });

  for (const code of ['rate_limited', 'unavailable'] as const) {
    it(`is tried again after a quarter of an hour, for however long it wants to be left alone: ${code}`, () => {
      reachability.recordFailure(new SupportError(code, {retryAfter: 1e9}));
      time.advance(14 * 60_000);
      expect(tries).to.equal(0);
      time.advance(2 * 60_000);
      expect(tries).to.equal(1);
      expect(reachability.blockedBy).to.be.undefined;
    });
  }

  it('is tried again after a pause in which somebody looked in vain', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited', {retryAfter: 7}));
    document.dispatchEvent(new Event('visibilitychange'));
    time.advance(6999);
    tries = 0;
    time.advance(1);
    expect(tries).to.equal(1);
  });

  it('is not asked for half a minute where the server does not say how long', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('rate_limited'));
    expect(time.pendingDelays).to.eql([30_000]);
  });

  it('waits as long as a server that is down says', () => {
    time.random = 0;
    reachability.recordFailure(new SupportError('unavailable', {retryAfter: 12}));
    expect(time.pendingDelays).to.eql([12_000]);
  });

  it('is tried at once when the browser is online again, and not before', () => {
    time.isOnline = false;
    dispatchEvent(new Event('offline'));
    expect(reachability.blockedBy?.code).to.equal('offline');
    expect(reachability.problem.value?.code).to.equal('offline');
    expect(tries).to.equal(0);
    time.isOnline = true;
    dispatchEvent(new Event('online'));
    expect(reachability.blockedBy).to.be.undefined;
    expect(tries).to.equal(1);
  });

  it('is tried at once when somebody looks again', () => {
    reachability.recordFailure(new SupportError('network'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(tries).to.equal(1);
    expect(time.pendingDelays).to.eql([]);
  });

  it('concerns nobody who does not listen any more', () => {
    reachability.recordFailure(new SupportError('network'));
    stop();
    expect(time.pendingDelays).to.eql([]);
    dispatchEvent(new Event('online'));
    expect(tries).to.equal(0);
  });
});

describe('a server', () => {
  it('is one, whoever asks it', () => {
    expect(reachabilityOf('one')).to.equal(reachabilityOf('one'));
    expect(reachabilityOf('one')).not.to.equal(reachabilityOf('other'));
  });
});
