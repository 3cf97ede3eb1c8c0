import {describe, it} from 'node:test';

import {expect} from 'chai';

import {isEqual} from '../../../src/internal/is-equal.js';

describe('isEqual', () => {
  const equal = [
    ['a', 'a'],
    [null, null],
    [NaN, NaN],
    [{a: 1, b: undefined}, {a: 1}],
    [{a: 1}, {a: 1, b: undefined}],
    [{a: [1, {b: null}]}, {a: [1, {b: null}]}],
    [
      {a: 1, b: 2},
      {b: 2, a: 1},
    ],
  ];
  for (const [one, other] of equal) {
    it(`is true for ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      expect(isEqual(one, other)).to.be.true;
    });
  }

  const different = [
    ['a', 'b'],
    ['1', 1],
    [null, {}],
    [{a: null}, {}],
    [{}, {a: null}],
    [{a: undefined}, {b: 1}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [[1], {0: 1}],
    [[], {}],
    [{a: 1}, {a: 1, b: null}],
    [{a: {b: 1}}, {a: {b: 2}}],
  ];
  for (const [one, other] of different) {
    it(`is false for ${JSON.stringify(one)} and ${JSON.stringify(other)}`, () => {
      expect(isEqual(one, other)).to.be.false;
    });
  }
});
