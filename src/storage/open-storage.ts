import type {Persistence, SupportStorage} from '../contract/storage.js';
import {IndexedDbStorage} from './indexed-db-storage.js';
import {MemoryStorage} from './memory-storage.js';
import {TabStorage} from './session-storage.js';

const device = new IndexedDbStorage();
const tab = new TabStorage();

/** What no other storage takes. One for the page, so that it outlives the element that it was written in. */
export const memory = new MemoryStorage();

/** The page's storage of that kind. Whether it works here shows when it is used. */
export const openStorage = (persistence: Persistence): SupportStorage =>
  persistence === 'none' ? memory : persistence === 'session' ? tab : device;
