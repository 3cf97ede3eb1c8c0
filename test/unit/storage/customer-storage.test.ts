import {expect} from '@open-wc/testing';

import type {SupportStorage} from '../../../src/contract/storage.js';
import {CustomerStorage} from '../../../src/storage/customer-storage.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {deferred} from '../../support/deferred.js';
import {FakeEnvironment} from '../../support/fake-environment.js';
import {nextTask} from '../../support/next-task.js';

/** A storage that keeps account of what it is asked, and fails where a test says. */
class WatchedStorage extends MemoryStorage implements SupportStorage {
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

function opened() {
  const storage = new WatchedStorage();
  const prefix = `storage-test-${customers++}/`;
  return {storage, prefix, customer: new CustomerStorage(storage, prefix)};
}

describe('what a customer has written', () => {
  it('is kept under the customer’s prefix, and found by its kind', async () => {
    const {storage, prefix, customer} = opened();
    await customer.set('draft/a', 'one');
    await customer.set('outbox/b', {key: 'two'});
    expect([...(await customer.entries('draft/'))]).to.eql([['draft/a', 'one']]);
    expect([...(await customer.entries('outbox/'))]).to.eql([['outbox/b', {key: 'two'}]]);
    expect((await storage.entries('')).every(([key]) => key.startsWith(prefix))).to.be.true;
  });

  it('is nobody else’s', async () => {
    const {storage, customer} = opened();
    await customer.set('draft/a', 'one');
    expect((await new CustomerStorage(storage, 'somebody else/').entries('')).size).to.equal(0);
  });

  it('is written as it was last, however quickly it changes', async () => {
    const {storage, customer} = opened();
    for (const text of ['h', 'he', 'hel', 'hell']) void customer.set('draft/a', text);
    await customer.set('draft/a', 'hello');
    expect(storage.written.length).to.be.below(4);
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
  });

  it('is written when it is set just as another writing ends', async () => {
    const {storage, prefix, customer} = opened();
    for (let turns = 0; turns < 12; turns++) {
      void customer.set('draft/a', turns);
      // One moment after another of the writing that is under way.
      for (let ticks = 0; ticks < turns; ticks++) await Promise.resolve();
      await customer.set('draft/b', turns);
      expect(await storage.entries(`${prefix}draft/b`)).to.eql([[`${prefix}draft/b`, `${turns}`]]);
    }
  });

  it('comes with the going of what it takes the place of, all at once and in that order', async () => {
    const {storage, prefix, customer} = opened();
    void customer.set('draft/a', 'hello');
    void customer.set('outbox/b', 'hello');
    await customer.set('draft/a', undefined);
    expect(storage.written).to.eql([`${prefix}outbox/b="hello" ${prefix}draft/a=null`]);
  });

  it('is found as it is when it is told, and not as it was when it was asked for', async () => {
    const {storage, customer} = opened();
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

  it('is not taken for what a broken record says', async () => {
    const {storage, prefix, customer} = opened();
    await storage.write(new Map([[`${prefix}draft/a`, '{"half']]));
    expect((await customer.entries('draft/')).get('draft/a')).to.be.undefined;
  });
});

describe('a device that cannot keep it', () => {
  it('is one without room: the words stay as long as the page, and that is said', async () => {
    const {storage, customer} = opened();
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

  it('is one without room for one text: what comes with it is kept all the same', async () => {
    const {storage, prefix, customer} = opened();
    await customer.set('draft/a', 'hello');
    storage.isFull = true;
    void customer.set('outbox/b', 'hello');
    await customer.set('draft/a', undefined);
    expect(await storage.entries(prefix)).to.eql([]);
    expect([...(await customer.entries(''))]).to.eql([['outbox/b', 'hello']]);
  });

  it('is one that lets nothing go: what is sent does not come back, and goes with the next writing', async () => {
    const {storage, prefix, customer} = opened();
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

  it('is one that lets nobody in', async () => {
    const {storage, customer} = opened();
    storage.isForbidden = true;
    expect((await customer.entries('draft/')).size).to.equal(0);
    expect(customer.isPersistent.value).to.be.false;
    await customer.set('draft/a', 'hello');
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    expect(storage.written).to.eql([]);
  });

  it('is one that never answers: after twenty seconds it is not waited for any more', async () => {
    const {storage, customer} = opened();
    const time = new FakeEnvironment();
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

  it('is one that takes its time: meanwhile it is not said that it keeps anything', async () => {
    const {storage, customer} = opened();
    const write = storage.write.bind(storage);
    const time = new FakeEnvironment();
    try {
      const slow = deferred();
      storage.write = changes => slow.promise.then(() => write(changes));
      const kept = customer.set('draft/a', 'hello');
      await Promise.resolve();
      expect(customer.isPersistent.value).to.be.true;
      time.advance(2000);
      expect(customer.isPersistent.value).to.be.false;
      slow.resolve();
      await kept;
      expect(customer.isPersistent.value).to.be.true;
      expect(time.pendingDelays).to.eql([]);
    } finally {
      time.restore();
    }
  });

  it('is one that is not to keep anything', async () => {
    const customer = new CustomerStorage(undefined, `storage-test-${customers++}/`);
    expect(customer.isPersistent.value).to.be.false;
    await customer.set('draft/a', 'hello');
    expect((await customer.entries('draft/')).get('draft/a')).to.equal('hello');
    await customer.set('draft/a', undefined);
    expect((await customer.entries('draft/')).size).to.equal(0);
  });
});
