import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

function count(suite, sum) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) continue;
    if (test.passed) sum.passed += 1;
    else sum.failed += 1;
  }
  for (const inner of suite?.suites ?? []) count(inner, sum);
  return sum;
}

/** A test file that fails outside its tests, for example while loading, counts as one failure. */
function countSession(session, sum) {
  const before = sum.failed;
  count(session.testResults, sum);
  if (!session.passed && sum.failed === before) sum.failed += 1;
}

/** A reporter for @web/test-runner that writes the number of passed and failed tests to the file TEST_COUNT_FILE. */
export function browserCountReporter() {
  return {
    onTestRunFinished({sessions}) {
      const file = process.env.TEST_COUNT_FILE;
      if (!file) return;
      const sum = {passed: 0, failed: 0};
      for (const session of sessions) countSession(session, sum);
      mkdirSync(dirname(file), {recursive: true});
      writeFileSync(file, JSON.stringify(sum));
    },
  };
}
