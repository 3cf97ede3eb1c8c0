import {expect} from '@open-wc/testing';

import type {SupportStorage} from '../../../src/contract/storage.js';
import {IndexedDbStorage} from '../../../src/storage/indexed-db-storage.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {openStorage} from '../../../src/storage/open-storage.js';
import {SessionStorage} from '../../../src/storage/session-storage.js';

const prefix = 'storages-test/';

/** Runs the same tests for every storage. */
const storages: Record<string, () => SupportStorage> = {
  IndexedDbStorage: () => new IndexedDbStorage(),
  SessionStorage: () => new SessionStorage(),
  MemoryStorage: () => new MemoryStorage(),
};

for (const [name, open] of Object.entries(storages)) {
  describe(name, () => {
    const storage = open();

    afterEach(async () => {
      await storage.write(new Map((await storage.entries(prefix)).map(([key]) => [key, null])));
    });

    it('lists the entries whose key begins with a prefix', async () => {
      await storage.write(new Map([[`${prefix}a/1`, 'one']]));
      await storage.write(new Map(Object.entries({[`${prefix}a/2`]: 'two', [`${prefix}b/1`]: 'three'})));
      expect(await storage.entries(`${prefix}a/`)).to.have.deep.members([
        [`${prefix}a/1`, 'one'],
        [`${prefix}a/2`, 'two'],
      ]);
    });

    it('overwrites and deletes a value', async () => {
      await storage.write(new Map([[`${prefix}a`, 'one']]));
      await storage.write(new Map([[`${prefix}a`, 'other']]));
      expect(await storage.entries(prefix)).to.eql([[`${prefix}a`, 'other']]);
      await storage.write(new Map([[`${prefix}a`, null]]));
      expect(await storage.entries(prefix)).to.eql([]);
    });

    it('stores a text of a megabyte', async () => {
      const text = 'é🌙'.repeat(350_000);
      await storage.write(new Map([[`${prefix}long`, text]]));
      expect((await storage.entries(prefix))[0]?.[1]).to.equal(text);
    });
  });
}

describe('IndexedDbStorage', () => {
  afterEach(async () => {
    const storage = new IndexedDbStorage();
    await storage.write(new Map((await storage.entries(prefix)).map(([key]) => [key, null])));
  });

  it('keeps data for the next instance', async () => {
    await new IndexedDbStorage().write(new Map([[`${prefix}a`, 'one']]));
    const next = new IndexedDbStorage();
    expect(await next.entries(prefix)).to.eql([[`${prefix}a`, 'one']]);
  });

  it('stores all changes of one write or, if one fails, none', async () => {
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

  it('opens the database again after the browser has closed it', async () => {
    const {open} = indexedDB;
    const databases: IDBDatabase[] = [];
    indexedDB.open = function (...parameters) {
      const request = open.apply(this, parameters);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
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

describe('openStorage', () => {
  it('returns the storage of each persistence, and one memory storage for the page', () => {
    expect(openStorage('device')).to.be.instanceOf(IndexedDbStorage);
    expect(openStorage('session')).to.be.instanceOf(SessionStorage);
    expect(openStorage('none')).to.be.instanceOf(MemoryStorage);
    expect(openStorage('none')).to.equal(openStorage('none'));
  });
});
