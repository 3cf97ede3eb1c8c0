import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {startChild} from './child.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs test files one after the other, in one process and with one browser: to start them costs more than most tests. */
export async function runTests({files, environment, countFile}) {
  const reporters = {spec: 'stdout', './.ci/tests/node-count-reporter.js': countFile};
  const tests = startChild(
    process.execPath,
    [
      ...['--import', 'tsx'],
      ...Object.entries(reporters).flatMap(([reporter, destination]) => [
        `--test-reporter=${reporter}`,
        `--test-reporter-destination=${destination}`,
      ]),
      'test/e2e/runner/in-turn.ts',
      ...files,
    ],
    {cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: {...process.env, ...environment}},
  );
  const exitCode = await tests.ended();
  return countOf(countFile, exitCode);
}

/** A run that died, or that is unhappy without a failed test, is one failure. */
function countOf(file, exitCode) {
  let count = {passed: 0, failed: 0};
  try {
    count = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError) && error.code !== 'ENOENT') throw error;
  }
  return exitCode !== 0 && count.failed === 0 ? {...count, failed: 1} : count;
}
