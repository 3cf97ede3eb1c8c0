import {expect} from 'chai';
import {describe, it} from 'node:test';

import {readTolerantly} from '../../../src/contract/flaws.js';
import {safeJsonParse} from '../../../src/internal/safe-json-parse.js';
import {contractSamples, type Schema} from '../../support/contract-samples.js';
import {withPollutedPrototype} from '../../support/polluted-prototype.js';

/** Each object in a value, with a copy of the whole that lacks one of its keys. */
function* withoutOneKey(value: object): Generator<{key: string; inner: unknown; rest: unknown}> {
  for (const [key, inner] of Object.entries(value)) {
    const copy = (changed: unknown): unknown =>
      Array.isArray(value)
        ? value.map((each, index) => (String(index) === key ? changed : each))
        : {...value, [key]: changed};
    if (!Array.isArray(value)) yield {key, inner, rest: copy(undefined)};
    if (typeof inner !== 'object' || inner === null) continue;
    for (const each of withoutOneKey(inner as object)) yield {...each, rest: copy(each.rest)};
  }
}

const read = (schema: Schema, text: string): unknown => readTolerantly(schema, safeJsonParse(text));

describe('an answer that lacks a key which the page has put on Object.prototype', () => {
  for (const [name, [schema, sample]] of Object.entries(contractSamples)) {
    it(`is read as if the page had not, by ${name}`, () => {
      for (const {key, inner, rest} of withoutOneKey(sample)) {
        const text = JSON.stringify(rest);
        const expected = read(schema, text);
        const found = withPollutedPrototype({[key]: inner}, () => read(schema, text));
        expect(found, `${key} planted, and ${text}`).to.eql(expected);
      }
    });
  }
});
