import {expect} from '@open-wc/testing';

import type {SupportStorage} from '../../src/contract/storage.js';
import {IndexedDbStorage} from '../../src/storage/indexed-db-storage.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {openStorage} from '../../src/storage/open-storage.js';
import {TabStorage} from '../../src/storage/tab-storage.js';

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
      for (const [key] of await storage.entries(prefix)) await storage.delete(key);
    });

    it('is found by the beginning of its key', async () => {
      await storage.set(`${prefix}a/1`, 'one');
      await storage.set(`${prefix}a/2`, 'two');
      await storage.set(`${prefix}b/1`, 'three');
      expect(await storage.entries(`${prefix}a/`)).to.have.deep.members([
        [`${prefix}a/1`, 'one'],
        [`${prefix}a/2`, 'two'],
      ]);
    });

    it('is what was written last, and gone when it is deleted', async () => {
      await storage.set(`${prefix}a`, 'one');
      await storage.set(`${prefix}a`, 'other');
      expect(await storage.entries(prefix)).to.eql([[`${prefix}a`, 'other']]);
      await storage.delete(`${prefix}a`);
      expect(await storage.entries(prefix)).to.eql([]);
    });

    it('is a text of a megabyte as well', async () => {
      const text = 'é🌙'.repeat(350_000);
      await storage.set(`${prefix}long`, text);
      expect((await storage.entries(prefix))[0]?.[1]).to.equal(text);
    });
  });
}

describe('the device', () => {
  it('keeps it for whoever opens the page next', async () => {
    await new IndexedDbStorage().set(`${prefix}a`, 'one');
    const next = new IndexedDbStorage();
    expect(await next.entries(prefix)).to.eql([[`${prefix}a`, 'one']]);
    await next.delete(`${prefix}a`);
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
      await storage.set(`${prefix}a`, 'one');
      for (const database of databases) database.close();
      expect(await storage.entries(prefix)).to.eql([[`${prefix}a`, 'one']]);
      await storage.delete(`${prefix}a`);
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
