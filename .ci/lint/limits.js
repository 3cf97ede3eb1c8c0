import stylistic from '@stylistic/eslint-plugin';

/**
 * Limits for each function. There is no limit for the lines of a file: code that belongs together stays together.
 *
 * Measured in src when the limits were set: 99 % of all functions have a complexity of at most 9, 13 statements, and
 * blocks 3 deep; the maxima were 16, 23 (reading an event stream) and 4. Callbacks were nested at most 2 deep.
 */
export const functionLimits = {
  complexity: ['error', 16],
  'max-depth': ['error', 4],
  'max-nested-callbacks': ['error', 3],
  'max-statements': ['error', 16],
};

/** A test is a callback of `it` inside a callback of `describe`, which has one statement for each test. */
export const testLimits = {
  'max-nested-callbacks': ['error', 5],
  'max-statements': 'off',
};

/** The data of an SVG path, which has no place to break. */
const pathData = String.raw`'[Mm][\dMmLlHhVvCcSsQqTtAaZz ,.-]+'`;

/** The length of every line: Prettier formats neither comments nor the expressions in templates. */
export const lineLength = {
  plugins: {'@stylistic': stylistic},
  rules: {
    '@stylistic/max-len': ['error', {code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignorePattern: pathData}],
  },
};
