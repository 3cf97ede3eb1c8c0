// Loaded into each process of a unit test.
import {AssertionError} from 'node:assert';

import {Assertion} from 'chai';

// An error of chai 4 is no native Error, and loses its stack on the way to the process that reports it.
const {assert} = Assertion.prototype;
Assertion.prototype.assert = function assertNatively(...parameters) {
  try {
    return assert.apply(this, parameters);
  } catch ({message, actual, expected}) {
    throw new AssertionError({message, actual, expected, stackStartFn: assertNatively});
  }
};

/**
 * Code that is embedded in other people's pages keeps the console clean: an error or a warning there fails the test.
 */
for (const level of ['error', 'warn']) {
  const write = console[level].bind(console);
  console[level] = (...data) => {
    write(...data);
    // Not thrown, as the code under test might catch it.
    void Promise.reject(new Error(`console.${level}: ${data.map(String).join(' ')}`));
  };
}
