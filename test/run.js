// `npm test`: works right after `git clone`, so it uses nothing but Node until the packages are installed.
import {ensureInstalled, findBrowser} from '../.ci/bootstrap.js';
import {runBrowserTests, runNodeTests, testFiles} from '../.ci/tests/runners.js';
import {builtTests, installedTests, testKinds} from './folders.js';

const usage = `npm test                                 runs all tests
npm test -- unit|desk|package|browser    runs one kind
npm test -- node                         runs all that need no browser
npm test -- unit outbox                  runs the files of a kind whose path contains a text
npm test -- --files FILE --watch …       runs tests in the browser with options of @web/test-runner`;

const [first = '', ...rest] = process.argv.slice(2);
const [selected, options] = first.startsWith('--') ? ['browser', [first, ...rest]] : [first, rest];

/** The kinds of tests that a word on the command line stands for. */
function kindsFor(word) {
  if (word === '') return testKinds;
  if (word === 'built') return [builtTests];
  if (word === 'installed') return [installedTests];
  return testKinds.filter(({name, runner}) => word === name || (word === 'node' && runner === 'node'));
}

async function runKind(kind) {
  const start = Date.now();
  console.log(`\n${kind.name}: ${kind.subject}`);
  const count = await (kind.runner === 'browser' ? runBrowserTests(kind, options) : runNodeTests(kind, options));
  return {name: kind.name, seconds: Math.round((Date.now() - start) / 1000), ...count};
}

const column = value => String(value).padStart(6);

try {
  const kinds = kindsFor(selected);
  if (kinds.length === 0) throw new Error(`There are no tests called ${selected}.\n\n${usage}`);
  ensureInstalled();
  if (
    kinds.some(
      ({name, runner}) => runner === 'browser' || [builtTests, installedTests].some(kind => kind.name === name),
    )
  ) {
    process.env.CHROME_PATH = findBrowser({install: true});
  }
  if (options.length === 0) {
    console.log(`Test files: ${kinds.map(kind => `${testFiles(kind).length} ${kind.name}`).join(', ')}.`);
  }
  const counts = [];
  for (const kind of kinds) counts.push(await runKind(kind));

  console.log('\npassed failed seconds');
  for (const {name, passed, failed, seconds} of counts) {
    console.log(`${column(passed)} ${column(failed)} ${column(seconds)}  ${name}`);
  }
  const sum = key => counts.reduce((total, count) => total + count[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
