import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {ceilings, fileNames, recordedSizes, sizeOf} from '../../../.ci/build/size.js';

for (const name of fileNames) {
  describe(`the size of ${name}`, () => {
    const recorded = recordedSizes()[name];

    it('is not larger than recorded', () => {
      const {brotli} = sizeOf(name);
      assert(brotli <= recorded, `${brotli} bytes with brotli, ${recorded} recorded: see npm run size`);
    });

    it('is recorded, below the ceiling', () => {
      assert(recorded <= ceilings[name]);
    });
  });
}
