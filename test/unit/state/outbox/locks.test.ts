import {expect} from '@open-wc/testing';

import {CustomerStorage} from '../../../../src/storage/customer-storage.js';
import type * as TabTurns from '../../../../src/state/outbox/locks.js';
import {MemoryStorage} from '../../../../src/storage/memory-storage.js';
import {deferred} from '../../../support/deferred.js';
import {FakeEnvironment} from '../../../support/fake-environment.js';
import {nextTask} from '../../../support/next-task.js';
import {rejectionOf} from '../../../support/rejection.js';

let customers = 0;

/** A module of its own has a name of its own: what is another tab to the first. */
const tab = async (name: string): Promise<typeof TabTurns.withTabLock> =>
  ((await import(new URL(`../../../../src/state/outbox/locks.ts?${name}`, import.meta.url).href)) as typeof TabTurns)
    .withTabLock;

describe('tabs without Web Locks', () => {
  const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!;
  let storage: CustomerStorage;
  let reads: number;

  beforeEach(() => {
    Reflect.deleteProperty(Navigator.prototype, 'locks');
    reads = 0;
    const device = new MemoryStorage();
    const entries = device.entries.bind(device);
    device.entries = prefix => {
      reads++;
      return entries(prefix);
    };
    storage = new CustomerStorage(device, `tab-turns ${customers++}/`);
  });

  afterEach(() => Object.defineProperty(Navigator.prototype, 'locks', locks));

  it('take turns by a note in the storage that they share', async () => {
    const [first, second] = [await tab('first'), await tab('second')];
    const done: string[] = [];
    const work = deferred();
    const begun = deferred();
    const one = first('queue', storage, async () => {
      begun.resolve();
      await work.promise;
      done.push('first');
    });
    await begun.promise;
    const other = second('queue', storage, async () => void done.push('second'));
    // It has looked several times, and found the note each time.
    const before = reads;
    while (reads < before + 6 && done.length === 0) await nextTask();
    expect(done).to.eql([]);
    work.resolve();
    await Promise.all([one, other]);
    expect(done).to.eql(['first', 'second']);
  });

  it('keep their turn as long as there is work, also for minutes', async () => {
    const time = new FakeEnvironment();
    /** Time passes as it does for tabs that look again and again. */
    const pass = async (seconds: number): Promise<void> => {
      for (let tenths = 0; tenths < seconds * 10; tenths++) {
        time.advance(100);
        for (let ticks = 0; ticks < 40; ticks++) await Promise.resolve();
      }
    };
    try {
      const [first, second] = [await tab('patient'), await tab('waiting')];
      const done: string[] = [];
      const work = deferred();
      void first('queue', storage, async () => {
        await work.promise;
        done.push('first');
      });
      await pass(1);
      void second('queue', storage, async () => void done.push('second'));
      await pass(90);
      expect(done).to.eql([]);
      work.resolve();
      await pass(1);
      expect(done).to.eql(['first', 'second']);
      expect(time.pendingDelays).to.eql([]);
    } finally {
      time.restore();
    }
  });

  it('take no note away that another has written since they were frozen', async () => {
    const inTurn = await tab('thawed');
    const other = {page: 'other', until: Date.now() + 60_000};
    await inTurn('queue', storage, () => storage.set('lease/queue', other));
    expect((await storage.entries('lease/')).get('lease/queue')).to.eql(other);
  });

  it('leave no note behind when their work fails', async () => {
    const inTurn = await tab('failing');
    const failed = inTurn('queue', storage, () => Promise.reject(new Error('No such work')));
    expect(await rejectionOf(failed)).to.have.property('message', 'No such work');
    expect((await storage.entries('lease/')).size).to.equal(0);
  });

  it('do not wait for one that has been frozen for longer than half a minute', async () => {
    const inTurn = await tab('third');
    await storage.set('lease/queue', {page: 'frozen', until: Date.now() - 1});
    const done: string[] = [];
    await inTurn('queue', storage, async () => void done.push('third'));
    expect(done).to.eql(['third']);
  });

  it('work each for itself where there is nothing that they share', async () => {
    const inTurn = await tab('fourth');
    const alone = new CustomerStorage();
    const done: string[] = [];
    await alone.set('lease/queue', {page: 'somebody', until: Date.now() + 60_000});
    await inTurn('queue', alone, async () => void done.push('fourth'));
    expect(done).to.eql(['fourth']);
  });
});
