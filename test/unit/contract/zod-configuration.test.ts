import {expect} from 'chai';
import {describe, it} from 'node:test';

import {missingFields} from '../../../src/contract/drafts.js';
import {contractSamples, outcomeOf, variantsOf} from '../../support/contract-samples.js';

/** Every zod on a page shares it (https://github.com/colinhacks/zod/pull/5889). */
const {__zod_globalConfig: shared} = globalThis as unknown as {__zod_globalConfig: Record<string, unknown>};

function configured<Result>(configuration: object, act: () => Result): Result {
  const before = {...shared};
  Object.assign(shared, configuration);
  try {
    return act();
  } finally {
    for (const key of Object.keys(shared)) Reflect.deleteProperty(shared, key);
    Object.assign(shared, before);
  }
}

describe('the configuration that a page gives zod', () => {
  const words = (): string => 'the page’s';
  for (const [what, configuration] of Object.entries({
    'its own messages': {customError: words, localeError: words},
    'no generated code': {jitless: true},
    'generated code': {jitless: false},
  })) {
    for (const [name, [schema, sample]] of Object.entries(contractSamples)) {
      it(`does not change what ${name} accepts, makes of it, or refuses: ${what}`, () => {
        for (const value of variantsOf(sample)) {
          const expected = outcomeOf(schema, value);
          expect(
            configured(configuration, () => outcomeOf(schema, value)),
            JSON.stringify(value),
          ).to.eql(expected);
        }
      });
    }

    it(`does not change which fields of a draft are missing: ${what}`, () => {
      const draft = {subject: ' ', description: '', category: 'general', priority: 'normal'};
      expect(configured(configuration, () => missingFields(draft))).to.eql(['subject', 'description']);
    });
  }

  it('is not touched by the contract', () => {
    expect(shared).to.eql({});
  });
});
