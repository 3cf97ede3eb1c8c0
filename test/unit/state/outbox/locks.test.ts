import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type * as Locks from '../../../../src/state/outbox/locks.js';
import {TaskQueues, withTabLock} from '../../../../src/state/outbox/locks.js';
import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {deferred} from '../../../support/deferred.js';
import {FakeTime} from '../../../support/fake-time.js';
import {rejectionOf} from '../../../support/rejection.js';
import {provideWebLocks} from '../../../support/web-locks.js';

provideWebLocks();
let customers = 0;

/** `withTabLock` of another tab: a module that is loaded again has another page id. */
const tab = async (name: string): Promise<typeof Locks.withTabLock> =>
  ((await import(new URL(`../../../../src/state/outbox/locks.ts?${name}`, import.meta.url).href)) as typeof Locks)
    .withTabLock;

describe('withTabLock without Web Locks', () => {
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  let storage: CustomerStorage;
  let time: FakeTime;
  let done: string[];

  beforeEach(() => {
    Object.defineProperty(globalThis, 'navigator', {configurable: true, value: {}});
    storage = new CustomerStorage(new MemoryStorage(), `locks ${customers++}/`);
    time = new FakeTime();
    done = [];
  });

  afterEach(() => {
    time.restore();
    if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });

  const storedLock = async (): Promise<unknown> => (await storage.entries('lock/')).get('lock/queue');

  it('runs the task of one tab after that of the other, by a lock record in their storage', async () => {
    const [first, second] = [await tab('first'), await tab('second')];
    const task = deferred();
    void first('queue', storage, async () => {
      await task.promise;
      done.push('first');
    });
    await time.advanceAsync(1_000);
    void second('queue', storage, async () => void done.push('second'));
    await time.advanceAsync(1_000);
    expect(done).to.eql([]);
    task.resolve();
    await time.advanceAsync(1_000);
    expect(done).to.eql(['first', 'second']);
    expect(await storedLock()).to.be.undefined;
    expect(time.pendingDelays).to.eql([]);
  });

  it('gives the lock to one of two tabs that write their records at the same time', async () => {
    const device = new MemoryStorage();
    const slow = new MemoryStorage();
    slow.entries = prefix => device.entries(prefix);
    slow.write = async changes => {
      await new Promise(resolve => setTimeout(resolve, 50));
      await device.write(changes);
    };
    let running = 0;
    let mostRunning = 0;
    for (const [name, storageOfTab] of Object.entries({left: device, right: slow})) {
      const withTabLock = await tab(name);
      void withTabLock('queue', new CustomerStorage(storageOfTab, 'race/'), async () => {
        mostRunning = Math.max(mostRunning, ++running);
        await new Promise(resolve => setTimeout(resolve, 1_000));
        running--;
        done.push(name);
      });
    }
    await time.advanceAsync(5_000);
    expect(done).to.have.members(['left', 'right']);
    expect(mostRunning).to.equal(1);
  });

  it('holds the lock for as long as the task runs, even for minutes', async () => {
    const [first, second] = [await tab('patient'), await tab('waiting')];
    const task = deferred();
    void first('queue', storage, async () => {
      await task.promise;
      done.push('first');
    });
    await time.advanceAsync(1_000);
    void second('queue', storage, async () => void done.push('second'));
    await time.advanceAsync(90_000);
    expect(done).to.eql([]);
    task.resolve();
    await time.advanceAsync(1_000);
    expect(done).to.eql(['first', 'second']);
    expect(time.pendingDelays).to.eql([]);
  });

  it('keeps a lock record that another tab has written while this one was frozen', async () => {
    const withTabLock = await tab('thawed');
    const record = {page: 'other', until: Date.now() + 60_000};
    const ended = withTabLock('queue', storage, () => storage.set('lock/queue', record));
    await time.advanceAsync(1_000);
    await ended;
    expect(await storedLock()).to.eql(record);
  });

  it('deletes its lock record if the task fails', async () => {
    const withTabLock = await tab('failing');
    const failed = rejectionOf(withTabLock('queue', storage, () => Promise.reject(new Error('The task failed'))));
    await time.advanceAsync(1_000);
    expect(await failed).to.have.property('message', 'The task failed');
    expect(await storedLock()).to.be.undefined;
  });

  it('takes over a lock that has expired', async () => {
    const withTabLock = await tab('third');
    await storage.set('lock/queue', {page: 'frozen', until: Date.now() - 1});
    void withTabLock('queue', storage, async () => void done.push('third'));
    await time.advanceAsync(1_000);
    expect(done).to.eql(['third']);
  });

  it('runs the task without a lock if the tabs share no storage', async () => {
    const withTabLock = await tab('fourth');
    const alone = new CustomerStorage();
    await alone.set('lock/queue', {page: 'other', until: Date.now() + 60_000});
    await withTabLock('queue', alone, async () => void done.push('fourth'));
    expect(done).to.eql(['fourth']);
  });
});

describe('withTabLock with Web Locks', () => {
  const storage = new CustomerStorage();
  let time: FakeTime;
  let done: string[];

  beforeEach(() => {
    time = new FakeTime();
    done = [];
  });

  afterEach(() => time.restore());

  it('runs a task after the one that holds the lock, and one under another name at once', async () => {
    const task = deferred();
    const first = withTabLock('queue', storage, () => task.promise.then(() => void done.push('first')));
    const second = withTabLock('queue', storage, async () => void done.push('second'));
    await withTabLock('other queue', storage, async () => void done.push('other'));
    task.resolve();
    await Promise.all([first, second]);
    expect(done).to.eql(['other', 'first', 'second']);
    expect(time.pendingDelays).to.eql([]);
  });

  it('runs the task without the lock after 30 seconds, as the tab that holds it may be frozen', async () => {
    const task = deferred();
    const first = withTabLock('queue', storage, () => task.promise);
    const second = withTabLock('queue', storage, async () => void done.push('second'));
    await time.advanceAsync(29_999);
    expect(done).to.eql([]);
    await time.advanceAsync(1);
    await second;
    expect(done).to.eql(['second']);
    task.resolve();
    await first;
  });

  it('rejects if the task fails, and runs it once', async () => {
    const failed = withTabLock('queue', storage, async () => {
      done.push('task');
      throw new Error('The task failed');
    });
    expect(await rejectionOf(failed)).to.have.property('message', 'The task failed');
    expect(done).to.eql(['task']);
  });

  it('runs the task without the lock if locks are denied, as in a sandboxed frame', async () => {
    const {request} = navigator.locks;
    navigator.locks.request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
    try {
      await withTabLock('queue', storage, async () => void done.push('task'));
    } finally {
      navigator.locks.request = request;
    }
    expect(done).to.eql(['task']);
  });
});

describe('TaskQueues', () => {
  it('runs one task per queue at a time, and tells it whether a retry was asked for meanwhile', async () => {
    const queues = new TaskQueues();
    for (const isRetry of [false, true]) {
      const task = deferred();
      const first = queues.runExclusive('queue', false, () => task.promise);
      expect(await queues.runExclusive('queue', isRetry, () => Promise.reject(new Error('It ran')))).to.be.undefined;
      expect(await queues.runExclusive('other queue', false, async () => {})).to.be.false;
      task.resolve();
      expect(await first).to.equal(isRetry);
    }
  });

  it('runs the next task after one has failed', async () => {
    const queues = new TaskQueues();
    const failed = rejectionOf(queues.runExclusive('queue', false, () => Promise.reject(new Error('The task failed'))));
    expect(await failed).to.have.property('message', 'The task failed');
    expect(await queues.runExclusive('queue', false, async () => {})).to.be.false;
  });
});
