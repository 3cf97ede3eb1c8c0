// `npm start` works right after `git clone`: it imports only Node's own modules until the packages are installed.
import {ensureInstalled} from '../.ci/bootstrap.js';
import {ensureBuilt} from './build.js';

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// Run the server in this process, so that it receives Ctrl+C and SIGTERM.
const {register} = await import('tsx/esm/api');
register();
await import('./server.ts');
