import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import {Resource} from '../../../../src/state/cache/resource.js';
import {Revalidator, type Revalidatable} from '../../../../src/state/cache/revalidator.js';
import {deferred, type Deferred} from '../../../support/deferred.js';
import {FakePage} from '../../../support/fake-page.js';
import {FakeTime} from '../../../support/fake-time.js';

/** A value that is revalidated at once, and counts how often. */
class CountingResource implements Revalidatable {
  fetchedAt = Date.now();
  requestedAt = Date.now();
  requests = 0;

  constructor(readonly ticketId = '') {}

  async poll(): Promise<void> {
    this.requests++;
    this.fetchedAt = this.requestedAt = Date.now();
  }

  revalidate(): Promise<void> {
    return this.poll();
  }

  isAffectedBy(ticketId: string): boolean {
    return this.ticketId === '' || this.ticketId === ticketId;
  }

  receive(): boolean {
    return false;
  }
}

const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));

describe('Revalidator with polling', () => {
  let page: FakePage;
  let time: FakeTime;
  const unwatchAll: (() => void)[] = [];

  beforeEach(() => {
    page = new FakePage();
    time = new FakeTime();
  });

  afterEach(() => {
    for (const unwatch of unwatchAll.splice(0)) unwatch();
    time.restore();
  });

  function watched(revalidator: Revalidator, intervalFactor = 1): CountingResource {
    const resource = new CountingResource();
    unwatchAll.push(revalidator.watch(resource, intervalFactor));
    return resource;
  }

  it('does not request a value again whose first response has not come', () => {
    const revalidator = new Revalidator(absent, page);
    const list = watched(revalidator);
    list.fetchedAt = 0;
    revalidator.revalidateDue();
    expect(list.requests).to.equal(0);
  });

  it('does not poll while the server is backing off from, and polls within ten seconds afterwards', async () => {
    let isBackingOff = true;
    const revalidator = new Revalidator(absent, page, () => isBackingOff);
    const list = watched(revalidator);
    await time.advanceAsync(200_000);
    expect(list.requests).to.equal(0);
    isBackingOff = false;
    await time.advanceAsync(10_000);
    expect(list.requests).to.equal(1);
  });

  it('revalidates in a round of retries what is due, and nothing else', async () => {
    const revalidator = new Revalidator(absent, page, () => true);
    const [list, thread] = [watched(revalidator), watched(revalidator, 1 / 3)];
    time.advance(20_000);
    revalidator.revalidateDue();
    expect([list.requests, thread.requests]).to.eql([0, 1]);
    time.advance(40_000);
    revalidator.revalidateDue();
    expect([list.requests, thread.requests]).to.eql([1, 2]);
  });

  it('polls at the interval that the server asks for, and a thread three times as often', async () => {
    const revalidator = new Revalidator(absent, page);
    const [list, thread] = [watched(revalidator), watched(revalidator, 1 / 3)];
    time.advance(20_000);
    // The server has no event stream, which is known from now on.
    await time.advanceAsync(0);
    time.advance(39_000);
    expect([list.requests, thread.requests]).to.eql([0, 2]);
    time.advance(1_000);
    expect([list.requests, thread.requests]).to.eql([1, 3]);
    revalidator.setPollInterval(300);
    time.advance(120_000);
    expect(list.requests).to.be.at.most(2);
  });

  for (const [asked, seconds] of [
    [3_600_000, 86_400],
    [1e21, 86_400],
    [Infinity, 86_400],
    [5, 5],
    [1, 5],
    [0, 5],
    [-1, 5],
    [NaN, 60],
    [null, 60],
  ] as const) {
    it(`polls every ${seconds} s, with one timer, if the server asks for ${asked}`, async () => {
      const revalidator = new Revalidator(absent, page);
      revalidator.setPollInterval(asked);
      const [list, thread] = [watched(revalidator), watched(revalidator, 1 / 3)];
      expect(time.pendingDelays).to.eql([Math.max(5000, (seconds * 1000) / 3)]);
      await time.advanceAsync(seconds * 1000);
      expect(list.requests).to.equal(1);
      expect(thread.requests).to.be.within(1, 3);
      expect(time.pendingDelays).to.have.lengthOf(1);
    });
  }

  for (const seconds of [2, 5, 14]) {
    it(`makes one request at a time and one for each poll on a line whose responses take ${seconds} s`, async () => {
      const revalidator = new Revalidator(absent, page);
      let requests = 0;
      const list = new Resource(async () => {
        requests++;
        return new Promise<number>(done => setTimeout(done, seconds * 1000, requests));
      }, revalidator);
      void list.load();
      unwatchAll.push(list.watch()!);
      await time.advanceAsync(600_000);
      expect(requests).to.be.within(8, 11);
    });
  }

  it('polls a value once for several watchers', () => {
    const revalidator = new Revalidator(absent, page);
    const list = watched(revalidator);
    unwatchAll.push(revalidator.watch(list, 1), revalidator.watch(list, 1));
    time.advance(60_000);
    expect(list.requests).to.equal(1);
  });

  it('sends nothing while the page is hidden, and revalidates at once when it is visible again', () => {
    const list = watched(new Revalidator(absent, page));
    page.isHidden = true;
    expect(time.pendingDelays).to.eql([]);
    time.advance(3_600_000);
    expect(list.requests).to.equal(0);
    page.isHidden = false;
    expect(list.requests).to.equal(1);
  });

  it('revalidates on focus, unless it has done so in the last 10 seconds', () => {
    const list = watched(new Revalidator(absent, page));
    time.advance(5_000);
    page.dispatch('focus');
    expect(list.requests).to.equal(0);
    time.advance(5_000);
    page.dispatch('focus');
    expect(list.requests).to.equal(1);
  });

  it('stops after the last watcher has left', () => {
    const revalidator = new Revalidator(absent, page);
    const list = watched(revalidator);
    for (const unwatch of unwatchAll.splice(0)) unwatch();
    expect(time.pendingDelays).to.eql([]);
    page.dispatch('focus');
    time.advance(3_600_000);
    expect(list.requests).to.equal(0);
  });
});

describe('Revalidator with an event stream', () => {
  let page: FakePage;
  let time: FakeTime;
  let streams: {
    readonly report: (ticketId: string) => void;
    readonly end: Deferred<void>;
    readonly signal: AbortSignal;
  }[];
  let revalidator: Revalidator;
  let thread: CountingResource;
  let other: CountingResource;
  let unwatchAll: (() => void)[];

  beforeEach(() => {
    page = new FakePage();
    time = new FakeTime();
    streams = [];
    revalidator = new Revalidator((report, signal) => {
      const end = deferred();
      streams.push({report, end, signal});
      return end.promise;
    }, page);
    [thread, other] = [new CountingResource('t1'), new CountingResource('t2')];
    unwatchAll = [thread, other].map(resource => revalidator.watch(resource, 1));
  });

  afterEach(() => {
    for (const unwatch of unwatchAll) unwatch();
    time.restore();
  });

  it('opens the stream with the first poll', () => {
    expect(streams).to.be.empty;
    time.advance(60_000);
    expect(streams).to.have.length(1);
  });

  it('revalidates what the stream reports at once, and hardly polls any more', () => {
    time.advance(60_000);
    const before = thread.requests;
    streams[0]!.report('t1');
    expect([thread.requests, other.requests]).to.eql([before + 1, before]);
    // Polls once more: the stream does not report what changed before it started.
    time.advance(60_000);
    expect(other.requests).to.equal(before + 1);
    time.advance(240_000);
    expect(other.requests).to.equal(before + 1);
  });

  it('polls once more what was loaded in the first 5 seconds of the stream, as it may have started later', () => {
    time.advance(60_000);
    time.advance(5_000);
    streams[0]!.report('t1');
    time.advance(1);
    streams[0]!.report('t2');
    const before = [thread.requests, other.requests];
    time.advance(60_000);
    expect([thread.requests, other.requests]).to.eql([before[0]! + 1, before[1]]);
  });

  it('revalidates everything when the stream ends, and opens it again', async () => {
    time.advance(60_000);
    const before = thread.requests;
    streams[0]!.end.resolve();
    await time.advanceAsync(0);
    expect(thread.requests).to.equal(before + 1);
    time.advance(60_000);
    expect(streams).to.have.length(2);
  });

  it('goes on polling, and does not open the stream again, if the server has none', async () => {
    time.advance(60_000);
    streams[0]!.end.reject(new SupportError('not_found'));
    await time.advanceAsync(0);
    time.advance(600_000);
    expect(streams).to.have.length(1);
    expect(thread.requests).to.be.above(5);
  });

  it('closes the stream while the page is hidden', () => {
    time.advance(60_000);
    page.isHidden = true;
    expect(streams[0]!.signal.aborted).to.be.true;
    expect(time.pendingDelays).to.eql([]);
  });
});
