import {customerReadsSuite} from './store-customer-reads.suite.js';
import {staffReadsSuite} from './store-staff-reads.suite.js';
import {visibleRuleSuite} from './store-visible-rule.suite.js';
import {writesSuite} from './store-writes.suite.js';
import {writtenAtSuite} from './store-written-at.suite.js';
import type {DeskStore} from '../../demo/desk/store/store.js';

/** Gives each test an empty store of its own. */
export type OpenStore = () => Promise<DeskStore>;

/** What every store has to do: a desk must not be able to tell which one it stands on. */
export function storeSuite(name: string, open: OpenStore) {
  customerReadsSuite(name, open);
  visibleRuleSuite(name, open);
  staffReadsSuite(name, open);
  writesSuite(name, open);
  writtenAtSuite(name, open);
}
