import {describe, it} from 'node:test';

import {expect} from 'chai';

import {confidenceInterval, median, readingOf} from '../../../bench/statistics.js';

/** A source of the same numbers in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('median', () => {
  it('is the value in the middle, or between the two in the middle', () => {
    expect(median([3, 1, 2])).to.equal(2);
    expect(median([4, 1, 2, 3])).to.equal(2.5);
  });
});

describe('confidenceInterval', () => {
  it('is between the least and the greatest of six values, and of fewer there is none', () => {
    expect(confidenceInterval([5, 3, 1, 6, 2, 4])).to.eql([1, 6]);
    expect(confidenceInterval([5, 3, 1, 2, 4])).to.be.undefined;
  });

  it('leaves out the outermost values of nine', () => {
    expect(confidenceInterval([9, 1, 8, 2, 7, 3, 6, 4, 5])).to.eql([2, 8]);
  });

  it('contains the true median in at least 95 % of runs of a skewed distribution', () => {
    const random = randomOf(1);
    const runs = 2000;
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      // The median of the exponential distribution is the logarithm of two.
      const [low, high] = confidenceInterval(Array.from({length: 9}, () => -Math.log(random())))!;
      if (low <= Math.LN2 && Math.LN2 <= high) hits++;
    }
    expect(hits / runs).to.be.at.least(0.94);
  });
});

describe('readingOf', () => {
  for (const [before, after, reading] of [
    [[100, 100, 100, 100, 100, 100], [103, 104, 105, 106, 107, 108], 'slower by 3 % to 8 %'],
    [[100, 100, 100, 100, 100, 100], [92, 93, 94, 95, 96, 97], 'faster by 3 % to 8 %'],
    [[100, 100, 100, 100, 100, 100], [98, 99, 100, 101, 102, 104], 'no difference beyond ±4 %'],
    [[100, 200, 300, 100, 200, 300], [105, 210, 315, 105, 210, 315], 'slower by 5 %'],
    [[7, 7, 7, 7, 7, 7], [7, 7, 7, 7, 7, 7], 'no difference'],
    [[100, 100, 100, 100, 100, 100], [82, 95, 100, 101, 102, 391], 'undecided: from 18 % faster to 291 % slower'],
    [[100], [105], 'six runs or more tell a difference from noise'],
    [[0, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0], ''],
  ] as const) {
    it(`says “${reading}” if ${before.join(', ')} become ${after.join(', ')}`, () => {
      expect(readingOf(before, after).reading).to.equal(reading);
    });
  }

  it('says nothing of a figure that the other candidate does not have', () => {
    expect(readingOf([], Array(6).fill(100)).reading).to.equal('');
  });

  it('says more and less of what is no time', () => {
    expect(readingOf(Array(6).fill(100), Array(6).fill(150), ['more', 'less']).reading).to.equal('more by 50 %');
  });

  it('tells 5 % from noise of 3 % in each of 100 series of 15 runs', () => {
    const random = randomOf(2);
    const noisy = (center: number): number[] =>
      Array.from({length: 15}, () => center * (1 + 0.03 * (random() + random() - 1)));
    for (let series = 0; series < 100; series++) {
      expect(readingOf(noisy(100), noisy(105)).reading).to.match(/^slower by/);
    }
  });
});
