// `npm test`: works right after `git clone`, so it uses nothing but Node until the packages are there.
import {ensureInstalled, findBrowser} from '../.ci/bootstrap.js';
import {runBrowserTests, runNodeTests, sum} from '../.ci/tests/runners.js';

const [first = '', ...rest] = process.argv.slice(2);
// `npm test -- --watch`, `npm test -- --files test/ui/time.test.ts`: for the browser's runner, which then runs alone.
const [kind, options] = first.startsWith('--') ? ['browser', [first, ...rest]] : [first, rest];

const runs = {
  '': async () => sum(await runNodeTests('node'), await runBrowserTests([])),
  node: () => runNodeTests('node'),
  built: () => runNodeTests('built'),
  browser: () => runBrowserTests(options),
};

try {
  const run = runs[kind];
  if (!run) throw new Error(`There are no tests called ${kind}: node, browser and built there are.`);
  ensureInstalled();
  if (kind !== 'node') process.env.CHROME_PATH = findBrowser({install: true});
  const {passed, failed} = await run();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
