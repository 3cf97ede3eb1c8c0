import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {storeSuite} from './store.suite.js';

storeSuite('memory', async () => new MemoryStore());
