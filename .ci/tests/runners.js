import {spawn} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {browserFolders, separateFolders} from '../../test/folders.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = `${root}test/.output`;

function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {cwd: root, stdio: 'inherit', env: {...process.env, ...env}});
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/**
 * The count that the runner wrote. A runner that crashed, or exited with an error but no failed test, counts as one
 * failure.
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

function freshFile(name) {
  mkdirSync(output, {recursive: true});
  const file = `${output}/${name}.json`;
  rmSync(file, {force: true});
  return file;
}

const isIn = folder => file => file.startsWith(`${folder}/`);

/** `node --test` has no glob patterns before Node 21. */
function nodeTestFiles(kind) {
  const all = readdirSync(`${root}test`, {recursive: true})
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.test.ts'))
    .sort();
  if (kind === 'built') return all.filter(isIn('package/built'));
  return all.filter(file => ![...browserFolders, ...separateFolders].some(folder => isIn(folder)(file)));
}

/** Runs tests without a browser runner: `node`, or `built` for the tests of the built package. */
export async function runNodeTests(kind) {
  const file = freshFile(kind);
  const reporters = {spec: 'stdout', './.ci/tests/node-count-reporter.js': file};
  const exitCode = await run([
    ...['--import', 'tsx', '--test'],
    ...Object.entries(reporters).flatMap(([reporter, destination]) => [
      `--test-reporter=${reporter}`,
      `--test-reporter-destination=${destination}`,
    ]),
    ...nodeTestFiles(kind).map(test => `test/${test}`),
  ]);
  return readCount(file, exitCode);
}

/** Runs the tests in a browser. */
export async function runBrowserTests(options) {
  const file = freshFile('browser');
  // The package does not export its command.
  const runner = fileURLToPath(new URL('dist/bin.js', import.meta.resolve('@web/test-runner')));
  const exitCode = await run([runner, ...options], {TEST_COUNT_FILE: file});
  return readCount(file, exitCode);
}

export const sum = (...counts) => ({
  passed: counts.reduce((total, {passed}) => total + passed, 0),
  failed: counts.reduce((total, {failed}) => total + failed, 0),
});
