import {expect} from '@open-wc/testing';

import {withTabLock} from '../../../src/state/outbox/locks.js';
import {CustomerStorage} from '../../../src/storage/customer-storage.js';
import {deferred} from '../../support/deferred.js';

describe('withTabLock in a browser', () => {
  const storage = new CustomerStorage();

  it('holds the Web Lock of that name while the task runs', async () => {
    const isHeld = async (): Promise<boolean> =>
      (await navigator.locks.query()).held?.some(({name}) => name?.endsWith('queue')) ?? false;
    const started = deferred();
    const task = deferred();
    const ended = withTabLock('queue', storage, () => {
      started.resolve();
      return task.promise;
    });
    await started.promise;
    expect(await isHeld()).to.be.true;
    task.resolve();
    await ended;
    expect(await isHeld()).to.be.false;
  });

  it('runs a task after the one that holds the lock', async () => {
    const done: string[] = [];
    const task = deferred();
    const first = withTabLock('queue', storage, () => task.promise.then(() => void done.push('first')));
    const second = withTabLock('queue', storage, async () => void done.push('second'));
    await withTabLock('other queue', storage, async () => void done.push('other'));
    task.resolve();
    await Promise.all([first, second]);
    expect(done).to.eql(['other', 'first', 'second']);
  });
});
