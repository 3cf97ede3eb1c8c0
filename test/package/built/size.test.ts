import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {ceiling, recordedSize, sizeOf} from '../../../.ci/build/size.js';

describe('the standalone file', () => {
  it('is not larger than recorded', () => {
    const {brotli} = sizeOf();
    assert(brotli <= recordedSize(), `${brotli} bytes with brotli, ${recordedSize()} recorded: see npm run size`);
  });

  it('has a recorded size below the ceiling', () => {
    assert(recordedSize() <= ceiling);
  });
});
