import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import {Revalidator, type Revalidatable} from '../../../../src/state/cache/revalidator.js';
import {deferred, type Deferred} from '../../../support/deferred.js';
import {FakeEnvironment} from '../../../support/fake-environment.js';

/** Something that is read in no time, and keeps account of it. */
class Read implements Revalidatable {
  fetchedAt = Date.now();
  times = 0;

  constructor(readonly ticketId = '') {}

  async revalidate(): Promise<void> {
    this.times++;
    this.fetchedAt = Date.now();
  }

  isAffectedBy(ticketId: string): boolean {
    return this.ticketId === '' || this.ticketId === ticketId;
  }
}

const aFewTicks = async (): Promise<void> => {
  for (let ticks = 0; ticks < 4; ticks++) await Promise.resolve();
};

const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));

describe('what somebody looks at', () => {
  let time: FakeEnvironment;
  const stops: (() => void)[] = [];

  beforeEach(() => {
    time = new FakeEnvironment();
  });

  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    time.restore();
  });

  function watched(freshness: Revalidator, share = 1, ticketId = ''): Read {
    const read = new Read(ticketId);
    stops.push(freshness.watch(read, share));
    return read;
  }

  it('is read again as often as the server wants, a thread three times as often', async () => {
    const freshness = new Revalidator(absent);
    const [list, thread] = [watched(freshness), watched(freshness, 1 / 3)];
    time.advance(20_000);
    // There is nothing to listen to: that is known from now on.
    await aFewTicks();
    time.advance(39_000);
    expect([list.times, thread.times]).to.eql([0, 2]);
    time.advance(1_000);
    expect([list.times, thread.times]).to.eql([1, 3]);
    freshness.pollInterval = 300;
    time.advance(120_000);
    expect(list.times).to.be.at.most(2);
  });

  it('is read once, however many look', () => {
    const freshness = new Revalidator(absent);
    const list = watched(freshness);
    stops.push(freshness.watch(list, 1), freshness.watch(list, 1));
    time.advance(60_000);
    expect(list.times).to.equal(1);
  });

  it('is not read while the page is hidden, and at once when it is looked at again', () => {
    const list = watched(new Revalidator(absent));
    time.isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(time.pendingDelays).to.eql([]);
    time.advance(3_600_000);
    expect(list.times).to.equal(0);
    time.isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(list.times).to.equal(1);
  });

  it('is not read at each glance', () => {
    const list = watched(new Revalidator(absent));
    time.advance(5_000);
    dispatchEvent(new Event('focus'));
    expect(list.times).to.equal(0);
    time.advance(5_000);
    dispatchEvent(new Event('focus'));
    expect(list.times).to.equal(1);
  });

  it('is left alone when nobody looks any more', () => {
    const freshness = new Revalidator(absent);
    const list = watched(freshness);
    for (const stop of stops.splice(0)) stop();
    expect(time.pendingDelays).to.eql([]);
    dispatchEvent(new Event('focus'));
    time.advance(3_600_000);
    expect(list.times).to.equal(0);
  });
});

describe('a server that tells of changes', () => {
  let time: FakeEnvironment;
  let streams: {
    readonly tell: (ticketId: string) => void;
    readonly end: Deferred<void>;
    readonly signal: AbortSignal;
  }[];
  let freshness: Revalidator;
  let thread: Read;
  let other: Read;
  let stops: (() => void)[];

  beforeEach(() => {
    time = new FakeEnvironment();
    streams = [];
    freshness = new Revalidator((tell, signal) => {
      const end = deferred();
      streams.push({tell, end, signal});
      return end.promise;
    });
    [thread, other] = [new Read('t1'), new Read('t2')];
    stops = [thread, other].map(read => freshness.watch(read, 1));
  });

  afterEach(() => {
    for (const stop of stops) stop();
    time.restore();
  });

  it('is listened to once somebody has stayed for a while', () => {
    expect(streams).to.be.empty;
    time.advance(60_000);
    expect(streams).to.have.length(1);
  });

  it('is hardly asked any more, and what it tells of is read at once', () => {
    time.advance(60_000);
    const before = thread.times;
    streams[0]!.tell('t1');
    expect([thread.times, other.times]).to.eql([before + 1, before]);
    // Once more: of what happened before it began to tell, nobody tells.
    time.advance(60_000);
    expect(other.times).to.equal(before + 1);
    time.advance(240_000);
    expect(other.times).to.equal(before + 1);
  });

  it('is asked what it may have told when it ends, and listened to again', async () => {
    time.advance(60_000);
    const before = thread.times;
    streams[0]!.end.resolve();
    await aFewTicks();
    expect(thread.times).to.equal(before + 1);
    time.advance(60_000);
    expect(streams).to.have.length(2);
  });

  it('is not listened to again where there is nothing to listen to', async () => {
    time.advance(60_000);
    streams[0]!.end.reject(new SupportError('not_found'));
    await aFewTicks();
    time.advance(600_000);
    expect(streams).to.have.length(1);
    expect(thread.times).to.be.above(5);
  });

  it('is let go while the page is hidden', () => {
    time.advance(60_000);
    time.isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(streams[0]!.signal.aborted).to.be.true;
    expect(time.pendingDelays).to.eql([]);
  });
});
