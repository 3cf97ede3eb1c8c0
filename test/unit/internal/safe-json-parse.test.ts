import {expect} from 'chai';
import {describe, it} from 'node:test';

import {safeJsonParse} from '../../../src/internal/safe-json-parse.js';

describe('safeJsonParse', () => {
  it('returns the value of a JSON text', () => {
    expect(safeJsonParse('{"a": [1, null]}')).to.eql({a: [1, null]});
  });

  for (const text of ['', '{', '<p>No</p>', 'undefined']) {
    it(`returns undefined for a text that is not JSON: ${JSON.stringify(text)}`, () => {
      expect(safeJsonParse(text)).to.be.undefined;
    });
  }
});
