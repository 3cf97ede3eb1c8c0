import {expect} from '@open-wc/testing';

import type {SupportStorage} from '../../../src/contract/storage.js';
import {IndexedDbStorage} from '../../../src/storage/indexed-db-storage.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {openStorage} from '../../../src/storage/open-storage.js';
import {TabStorage} from '../../../src/storage/session-storage.js';

const prefix = 'storages-test/';

/** One suite for all, a host's own included. */
const storages: Record<string, () => SupportStorage> = {
  'the device': () => new IndexedDbStorage(),
  'the tab': () => new TabStorage(),
  'the page': () => new MemoryStorage(),
};

for (const [name, open] of Object.entries(storages)) {
  describe(`what ${name} keeps`, () => {
    const storage = open();

    afterEach(async () => {
      await storage.write(new Map((await storage.entries(prefix)).map(([key]) => [key, null])));
    });

    it('is found by the beginning of its key', async () => {
      await storage.write(new Map([[`${prefix}a/1`, 'one']]));
      await storage.write(new Map(Object.entries({[`${prefix}a/2`]: 'two', [`${prefix}b/1`]: 'three'})));
      expect(await storage.entries(`${prefix}a/`)).to.have.deep.members([
        [`${prefix}a/1`, 'one'],
        [`${prefix}a/2`, 'two'],
      ]);
    });

    it('is what was written last, and gone when it is deleted', async () => {
      await storage.write(new Map([[`${prefix}a`, 'one']]));
      await storage.write(new Map([[`${prefix}a`, 'other']]));
      expect(await storage.entries(prefix)).to.eql([[`${prefix}a`, 'other']]);
      await storage.write(new Map([[`${prefix}a`, null]]));
      expect(await storage.entries(prefix)).to.eql([]);
    });

    it('is a text of a megabyte as well', async () => {
      const text = 'é🌙'.repeat(350_000);
      await storage.write(new Map([[`${prefix}long`, text]]));
      expect((await storage.entries(prefix))[0]?.[1]).to.equal(text);
    });
  });
}

describe('the device', () => {
  afterEach(async () => {
    const storage = new IndexedDbStorage();
    await storage.write(new Map((await storage.entries(prefix)).map(([key]) => [key, null])));
  });

  it('keeps it for whoever opens the page next', async () => {
    await new IndexedDbStorage().write(new Map([[`${prefix}a`, 'one']]));
    const next = new IndexedDbStorage();
    expect(await next.entries(prefix)).to.eql([[`${prefix}a`, 'one']]);
  });

  it('keeps all that comes together, or nothing', async () => {
    const storage = new IndexedDbStorage();
    const {put} = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: string, key) {
      const request = put.call(this, value, key);
      if (value === 'two') this.transaction.abort();
      return request;
    };
    const changes = new Map(Object.entries({[`${prefix}a`]: 'one', [`${prefix}b`]: 'two'}));
    try {
      expect(await storage.write(changes).catch(() => 'refused')).to.equal('refused');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await storage.entries(prefix)).to.eql([]);
  });

  it('is opened anew when the engine has closed it', async () => {
    const {open} = indexedDB;
    const databases: IDBDatabase[] = [];
    indexedDB.open = function (...parameters) {
      const opening = open.apply(this, parameters);
      opening.addEventListener('success', () => databases.push(opening.result));
      return opening;
    };
    try {
      const storage = new IndexedDbStorage();
      await storage.write(new Map([[`${prefix}a`, 'one']]));
      for (const database of databases) database.close();
      expect(await storage.entries(prefix)).to.eql([[`${prefix}a`, 'one']]);
    } finally {
      Reflect.deleteProperty(indexedDB, 'open');
    }
  });
});

describe('a persistence', () => {
  it('leads to one storage each', () => {
    expect(openStorage('device')).to.be.instanceOf(IndexedDbStorage);
    expect(openStorage('session')).to.be.instanceOf(TabStorage);
    expect(openStorage('none')).to.be.instanceOf(MemoryStorage);
    expect(openStorage('none')).to.equal(openStorage('none'));
  });
});
