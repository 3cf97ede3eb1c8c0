import {spawn} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';

import {builtTests, installedTests, testKinds} from '../../test/folders.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = `${root}test/.output`;

/** The files of a kind of tests. Node cannot expand patterns before version 21. */
export function testFiles({name}) {
  const files = readdirSync(`${root}test`, {recursive: true})
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.test.ts'))
    .sort();
  const kindOf = file =>
    [builtTests, installedTests, ...testKinds].find(kind => file.startsWith(`test/${kind.name}/`))?.name;
  const stray = files.find(file => !kindOf(file));
  if (stray) throw new Error(`${stray} is in no folder that test/folders.js names, so nothing would run it.`);
  return files.filter(file => kindOf(file) === name);
}

/** With a `label`, each line of the output begins with it: several runs at once. */
function run(args, env, label) {
  return new Promise((resolve, reject) => {
    const stdio = label ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, args, {cwd: root, stdio, env: {...process.env, ...env}});
    for (const stream of label ? [child.stdout, child.stderr] : []) {
      createInterface(stream).on('line', line => {
        const text = stripVTControlCharacters(line).trimEnd();
        if (text) console.log(`${label}: ${text}`);
      });
    }
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/**
 * The count that the runner has written. A runner that crashed, or that fails without a failed test, is one failure.
 */
function readCount(file, exitCode) {
  let count = {passed: 0, failed: 0};
  try {
    count = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  return exitCode !== 0 && count.failed === 0 ? {...count, failed: 1} : count;
}

function newCountFile(name) {
  mkdirSync(output, {recursive: true});
  const file = `${output}/${name.replaceAll('/', '-')}.json`;
  rmSync(file, {force: true});
  return file;
}

/** As in the browser tests, local time is not UTC, and output on the console is a failure. */
const unitSettings = {args: ['--import', './.ci/tests/unit-setup.js'], env: {TZ: 'Asia/Dubai'}};

/** Runs tests in Node: all of a kind, or those whose path contains one of the given texts. Options go to Node. */
export async function runNodeTests(kind, args = []) {
  const options = args.filter(arg => arg.startsWith('--'));
  const texts = args.filter(arg => !arg.startsWith('--'));
  const files = testFiles(kind).filter(file => texts.length === 0 || texts.some(text => file.includes(text)));
  const settings = kind.name === 'unit' ? unitSettings : {args: [], env: {}};
  const countFile = newCountFile(kind.name);
  const exitCode = await run(
    [
      ...['--import', 'tsx', ...settings.args],
      // By default Node leaves one core idle.
      ...['--test', `--test-concurrency=${availableParallelism()}`],
      // A test that never ends fails, with its name. Much longer than any file takes: a busy machine is not a failure.
      '--test-timeout=300000',
      ...['--test-reporter=./.ci/tests/node-progress-reporter.js', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./.ci/tests/node-count-reporter.js', `--test-reporter-destination=${countFile}`],
      ...options,
      ...files,
    ],
    {...settings.env, TEST_FILES: String(files.length)},
  );
  return readCount(countFile, exitCode);
}

/** Runs tests in a browser, with the options of @web/test-runner. The count has the names of the skipped tests too. */
export async function runBrowserTests(kind, options = [], env = {}, label = undefined) {
  const countFile = newCountFile(kind.name);
  // Its command is not among its exports.
  const runner = fileURLToPath(new URL('dist/bin.js', import.meta.resolve('@web/test-runner')));
  const exitCode = await run([runner, ...options], {...env, TEST_COUNT_FILE: countFile}, label);
  return readCount(countFile, exitCode);
}

/** Runs tests with Playwright, with its options. */
export async function runPlaywrightTests(kind, options, env = {}) {
  const countFile = newCountFile(kind.name);
  const runner = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')));
  const exitCode = await run([runner, 'test', ...options], {...env, TEST_COUNT_FILE: countFile});
  return readCount(countFile, exitCode);
}
