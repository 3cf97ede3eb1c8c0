// Runs before each Playwright command, so that it works right after `git clone`. Needs no packages, only Node.
import {ensureInstalled, findBrowser} from '../../.ci/bootstrap.js';

try {
  ensureInstalled();
  findBrowser({install: true});
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
