import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {ceiling, recordedSize, sizeOf} from '../../../.ci/build/size.js';

describe('the standalone file', () => {
  it('weighs no more than was recorded', () => {
    const {brotli} = sizeOf();
    assert(
      brotli <= recordedSize(),
      `${brotli} bytes with brotli, and ${recordedSize()} recorded: npm run size says more`,
    );
  });

  it('has a record that the design allows', () => {
    assert(recordedSize() <= ceiling);
  });
});
