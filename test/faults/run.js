// `npm run test:faults`: customers write through a storm of faults, and what they wrote is counted at the desk afterwards.
// `-- --seed 123` repeats one, as far as two processes can be made to race alike; `-- --quick` is a short one.
import {parseArgs} from 'node:util';

import {ensureInstalled, findBrowser} from '../../.ci/bootstrap.js';
import {ensureBuilt} from '../../demo/build.js';
import {end} from '../e2e/runner/at-the-end.js';

/** Another one each night. */
const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');

const {values} = parseArgs({
  options: {seed: {type: 'string', default: today}, quick: {type: 'boolean', default: false}},
});

try {
  ensureInstalled();
  process.env.CHROME_PATH = findBrowser({install: true});
  ensureBuilt();
  const {register} = await import('tsx/esm/api');
  register();
  const {weatherStorms} = await import('./storms.ts');
  process.exitCode = (await weatherStorms(values)) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await end();
}
