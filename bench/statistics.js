/** What can be said of a few runs on a machine that is never quite the same. */

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The interval that the median of all possible runs is in with a probability of at least 95 %: between two of the
 * measured values, whatever their distribution (https://en.wikipedia.org/wiki/Order_statistic). Below six runs, there is
 * none.
 */
export function confidenceInterval(values) {
  const {length} = values;
  const sorted = [...values].sort((one, other) => one - other);
  // The number of values below the median has a binomial distribution.
  let probability = 0.5 ** length;
  let outside = 0;
  let skipped = 0;
  while (outside + probability <= 0.025) {
    outside += probability;
    probability *= (length - skipped) / (skipped + 1);
    skipped++;
  }
  return skipped === 0 ? undefined : [sorted[skipped - 1], sorted[length - skipped]];
}

/** The least difference that a comparison should tell from noise. */
const smallest = 5;

/** The difference to a ratio of 1, in percent, with one decimal below ten. */
function percent(ratio) {
  const exact = Math.abs(ratio - 1) * 100;
  return exact < 9.95 ? Math.round(exact * 10) / 10 : Math.round(exact);
}

const range = (from, to) => (from === to ? `${from} %` : `${from} % to ${to} %`);

function wordsFor([low, high], [increase, decrease]) {
  if (low > 1) return `${increase} by ${range(percent(low), percent(high))}`;
  if (high < 1) return `${decrease} by ${range(percent(high), percent(low))}`;
  const most = Math.max(percent(low), percent(high));
  if (most === 0) return 'no difference';
  if (most <= smallest) return `no difference beyond ±${most} %`;
  return `undecided: from ${percent(low)} % ${decrease} to ${percent(high)} % ${increase}`;
}

/**
 * Compares two candidates by the ratio of each run to the other candidate's in the same run: the median, its interval,
 * and what these say in plain words. Without values to divide by, it says nothing.
 */
export function readingOf(before, after, words = ['slower', 'faster']) {
  const ratios = after.map((value, run) => value / before[run]);
  if (!ratios.every(Number.isFinite)) return {ratio: undefined, interval: undefined, reading: ''};
  const interval = confidenceInterval(ratios);
  const reading = interval ? wordsFor(interval, words) : 'six runs or more tell a difference from noise';
  return {ratio: median(ratios), interval, reading};
}
