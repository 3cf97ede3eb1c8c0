import {describe, it} from 'node:test';

import {expect} from 'chai';

import type {SupportStorage} from '../../../src/contract/storage.js';
import {CustomerStorage} from '../../../src/storage/customer-storage.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {deferred} from '../../support/deferred.js';
import {FakeTime} from '../../support/fake-time.js';
import {nextTask} from '../../support/next-task.js';

/** A storage that records each write, and fails when a test says so. */
class RecordingStorage extends MemoryStorage implements SupportStorage {
  readonly written: string[] = [];
  isFull = false;
  isForbidden = false;
  isReadOnly = false;

  override async entries(prefix: string) {
    if (this.isForbidden) throw new DOMException('The operation is insecure.', 'SecurityError');
    return super.entries(prefix);
  }

  override async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    if (this.isReadOnly) throw new DOMException('The disk is read-only.', 'UnknownError');
    if (this.isFull && [...changes.values()].some(value => value !== null)) {
      throw new DOMException('No room', 'QuotaExceededError');
    }
    this.written.push([...changes].map(([key, value]) => `${key}=${value}`).join(' '));
    await super.write(changes);
  }
}

let customers = 0;

function openStorage() {
  const storage = new RecordingStorage();
  const prefix = `storage-test-${customers++}/`;
  return {storage, prefix, customer: new CustomerStorage(storage, prefix)};
}

describe('CustomerStorage', () => {
  it('stores values under the customer’s prefix, and returns them by kind', async () => {
    const {storage, prefix, customer} = openStorage();
    await customer.set('draft/a', 'one');
    await customer.set('outbox/b', {key: 'two'});
    expect([...(await customer.entries('draft/'))]).to.eql([['draft/a', 'one']]);
    expect([...(await customer.entries('outbox/'))]).to.eql([['outbox/b', {key: 'two'}]]);
    expect((await storage.entries('')).every(([key]) => key.startsWith(prefix))).to.be.true;
  });

  it('returns nothing of another customer', async () => {
    const {storage, customer} = openStorage();
    await customer.set('draft/a', 'one');
    expect((await new CustomerStorage(storage, 'other customer/').entries('')).size).to.equal(0);
  });

  it('writes the last of several values that change quickly', async () => {
    const {storage, customer} = openStorage();
    for (const text of ['h', 'he', 'hel', 'hell']) void customer.set('draft/a', text);
    await customer.set('draft/a', 'hello');
    expect(storage.written.length).to.be.below(4);
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
  });

  it('writes a value that is set just as another write ends', async () => {
    const {storage, prefix, customer} = openStorage();
    for (let turns = 0; turns < 12; turns++) {
      void customer.set('draft/a', turns);
      // A later step of the pending write each time.
      for (let ticks = 0; ticks < turns; ticks++) await Promise.resolve();
      await customer.set('draft/b', turns);
      expect(await storage.entries(`${prefix}draft/b`)).to.eql([[`${prefix}draft/b`, `${turns}`]]);
    }
  });

  it('writes all values that are set in one task together, in the order of the last change of each', async () => {
    const {storage, prefix, customer} = openStorage();
    void customer.set('draft/a', 'hello');
    void customer.set('outbox/b', 'hello');
    await customer.set('draft/a', undefined);
    expect(storage.written).to.eql([`${prefix}outbox/b="hello" ${prefix}draft/a=null`]);
  });

  it('returns the values as they are when the read ends, not as they were when it began', async () => {
    const {storage, customer} = openStorage();
    await customer.set('draft/a', 'hello');
    const read = storage.entries.bind(storage);
    const held = deferred<undefined>();
    storage.entries = async prefix => {
      const found = await read(prefix);
      await held.promise;
      return found;
    };
    const entries = customer.entries('draft/');
    await nextTask();
    await customer.set('draft/a', undefined);
    held.resolve(undefined);
    expect((await entries).size).to.equal(0);
  });

  it('returns undefined for a record that is not JSON', async () => {
    const {storage, prefix, customer} = openStorage();
    await storage.write(new Map([[`${prefix}draft/a`, '{"half']]));
    expect((await customer.entries('draft/')).get('draft/a')).to.be.undefined;
  });
});

describe('CustomerStorage on a device that cannot store', () => {
  it('keeps a value in memory if there is no room, and says that it is not persistent', async () => {
    const {storage, customer} = openStorage();
    expect(customer.isPersistent.value).to.be.true;
    storage.isFull = true;
    await customer.set('draft/a', 'hello');
    expect(customer.isPersistent.value).to.be.false;
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    storage.isFull = false;
    await customer.set('draft/a', 'hello again');
    expect(customer.isPersistent.value).to.be.true;
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello again');
  });

  it('writes the other changes if there is no room for one value', async () => {
    const {storage, prefix, customer} = openStorage();
    await customer.set('draft/a', 'hello');
    storage.isFull = true;
    void customer.set('outbox/b', 'hello');
    await customer.set('draft/a', undefined);
    expect(await storage.entries(prefix)).to.eql([]);
    expect([...(await customer.entries(''))]).to.eql([['outbox/b', 'hello']]);
  });

  it('hides a value that could not be deleted, and deletes it with the next write', async () => {
    const {storage, prefix, customer} = openStorage();
    await customer.set('outbox/a', 'sent');
    storage.isReadOnly = true;
    await customer.set('outbox/a', undefined);
    expect((await customer.entries('outbox/')).size).to.equal(0);
    storage.isReadOnly = false;
    await customer.set('draft/b', 'hello');
    expect(await storage.entries(prefix)).to.eql([[`${prefix}draft/b`, '"hello"']]);
    await customer.set('outbox/a', 'another');
    expect((await customer.entries('outbox/')).get('outbox/a')).to.equal('another');
  });

  it('works in memory if the storage denies access', async () => {
    const {storage, customer} = openStorage();
    storage.isForbidden = true;
    expect((await customer.entries('draft/')).size).to.equal(0);
    expect(customer.isPersistent.value).to.be.false;
    await customer.set('draft/a', 'hello');
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    expect(storage.written).to.eql([]);
  });

  it('works in memory if the storage has not responded after 20 seconds', async () => {
    const {storage, customer} = openStorage();
    const time = new FakeTime();
    try {
      storage.entries = () => new Promise(() => {});
      const read = customer.entries('draft/');
      await Promise.resolve();
      await Promise.resolve();
      time.advance(19_999);
      expect(customer.isPersistent.value).to.be.true;
      time.advance(1);
      expect((await read).size).to.equal(0);
      expect(customer.isPersistent.value).to.be.false;
      await customer.set('draft/a', 'hello');
      expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    } finally {
      time.restore();
    }
  });

  it('says that it is not persistent while a write takes longer than 2 seconds', async () => {
    const {storage, customer} = openStorage();
    const write = storage.write.bind(storage);
    const time = new FakeTime();
    try {
      const slow = deferred();
      storage.write = changes => slow.promise.then(() => write(changes));
      const written = customer.set('draft/a', 'hello');
      await Promise.resolve();
      expect(customer.isPersistent.value).to.be.true;
      time.advance(2000);
      expect(customer.isPersistent.value).to.be.false;
      slow.resolve();
      await written;
      expect(customer.isPersistent.value).to.be.true;
      expect(time.pendingDelays).to.eql([]);
    } finally {
      time.restore();
    }
  });

  it('works in memory without a storage', async () => {
    const customer = new CustomerStorage(undefined, `storage-test-${customers++}/`);
    expect(customer.isPersistent.value).to.be.false;
    await customer.set('draft/a', 'hello');
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    await customer.set('draft/a', undefined);
    expect((await customer.entries('draft/')).size).to.equal(0);
  });
});
