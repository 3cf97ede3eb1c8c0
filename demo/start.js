// `npm start`: works right after `git clone`, so it uses nothing but Node until the packages are there.
import {ensureInstalled} from '../.ci/bootstrap.js';
import {ensureBuilt} from './build.js';

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// In this very process, so that Ctrl+C and SIGTERM reach the server, and it alone answers for them.
const {register} = await import('tsx/esm/api');
register();
await import('./server.ts');
