import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';

/** Adds the tests of a suite to the sum, and the full names of the skipped ones. */
function count(suite, sum, path = []) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) sum.skipped.push([...path, test.name].join(' > '));
    else if (test.passed) sum.passed += 1;
    else sum.failed += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, sum, [...path, inner.name]);
}

/** A file that fails before or outside of its tests counts as one failure. */
function countSession(session, sum) {
  const before = sum.failed;
  count(session.testResults, sum);
  if (!session.passed && sum.failed === before) sum.failed += 1;
}

/**
 * A reporter of @web/test-runner, in addition to the default one: prints a line for each file, unless a terminal shows a progress bar,
 * and writes the numbers of passed and failed tests, and the names of the skipped ones, to the file that TEST_COUNT_FILE names.
 */
export function browserReporter() {
  let total = 0;
  let files = 0;
  return {
    start({testFiles}) {
      total = testFiles.length;
    },

    reportTestFileResults({sessionsForTestFile, testFile}) {
      files += 1;
      if (process.stdout.isTTY) return;
      const hasPassed = sessionsForTestFile.every(({passed}) => passed);
      console.log(`${hasPassed ? '✔' : '✖'} ${files}/${total} ${relative('', testFile)}`);
    },

    onTestRunFinished({sessions}) {
      const file = process.env.TEST_COUNT_FILE;
      if (!file) return;
      const sum = {passed: 0, failed: 0, skipped: []};
      for (const session of sessions) countSession(session, sum);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(sum));
    },
  };
}
