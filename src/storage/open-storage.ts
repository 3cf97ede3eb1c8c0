import type {Persistence, SupportStorage} from '../contract/storage.js';
import {IndexedDbStorage} from './indexed-db-storage.js';
import {MemoryStorage} from './memory-storage.js';
import {SessionStorage} from './session-storage.js';

const deviceStorage = new IndexedDbStorage();
const tabStorage = new SessionStorage();

/** Holds data that no other storage accepts. All elements of the page share it, so that data outlives its element. */
export const memory = new MemoryStorage();

/** Returns the page's storage of this kind. It may turn out on first use that the browser does not allow it. */
export const openStorage = (persistence: Persistence): SupportStorage =>
  persistence === 'none' ? memory : persistence === 'session' ? tabStorage : deviceStorage;
