import {attackTable} from './attacks.js';
import type {Table} from './case.js';
import {hostTable} from './hosts.js';
import {loadingTable} from './loading.js';
import {languageTable, stateTable} from './states.js';

export const tables: readonly Table[] = [stateTable, languageTable, attackTable, hostTable, loadingTable];
