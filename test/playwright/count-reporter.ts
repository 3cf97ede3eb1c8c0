import {writeFileSync} from 'node:fs';
import type {FullConfig, FullResult, Reporter, Suite, TestCase} from '@playwright/test/reporter';

/**
 * Prints "N passed, M failed" as the last line, which `.ci/run` adds up, and writes the numbers to the file that
 * TEST_COUNT_FILE names. A test that did not run has not passed.
 */
export default class CountReporter implements Reporter {
  #tests: readonly TestCase[] = [];
  #isPassed = false;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
  }

  onEnd({status}: FullResult): void {
    this.#isPassed = status === 'passed';
  }

  /** After all reporters have printed their summaries. */
  async onExit(): Promise<void> {
    const passed = this.#tests.filter(test => test.outcome() === 'expected').length;
    const others = this.#tests.length - passed;
    // A run can also fail outside of its tests, for example in the global set-up.
    const failed = this.#isPassed ? others : Math.max(others, 1);
    const file = process.env['TEST_COUNT_FILE'];
    if (file) writeFileSync(file, JSON.stringify({passed, failed}));
    console.log(`${passed} passed, ${failed} failed`);
  }
}
