import {customerReadsSuite} from './store-customer-reads.suite.js';
import {staffReadsSuite} from './store-staff-reads.suite.js';
import {internalNotesSuite} from './store-internal-notes.suite.js';
import {writesSuite} from './store-writes.suite.js';
import {writtenAtSuite} from './store-written-at.suite.js';
import type {DeskStore} from '../../demo/desk/store/store.js';

/** Opens an empty store for each test. */
export type OpenStore = () => Promise<DeskStore>;

/** The tests that every store must pass. */
export function storeSuite(name: string, open: OpenStore) {
  customerReadsSuite(name, open);
  internalNotesSuite(name, open);
  staffReadsSuite(name, open);
  writesSuite(name, open);
  writtenAtSuite(name, open);
}
