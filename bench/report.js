import {candidates} from './candidates.js';
import {table} from './table.js';

const [{name: baseline}] = candidates;

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The interval that the median of all possible runs is in with a probability of at least 95 %: between two of the
 * measured values, whatever their distribution. Below six runs, there is none.
 */
export function confidenceInterval(values) {
  const {length} = values;
  const sorted = values.toSorted((one, other) => one - other);
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

const count = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
const ratio = new Intl.NumberFormat('en', {minimumFractionDigits: 2, maximumFractionDigits: 2});

export const title = ({measure, mode, view, count: items, page, cpu}) =>
  [
    `${measure}${mode === 'network' ? ' with data over the network' : ''}`,
    `${view} of ${count.format(items)}`,
    ...(page === 'paged' ? ['paged'] : []),
    ...(cpu > 1 ? [`CPU ${cpu}× slower`] : []),
  ].join(', ');

/** The medians of each candidate for one plan. */
export function mediansOf(plan, results) {
  return candidates.map(({name}) => {
    const runs = results
      .filter(result => result.plan === plan && result.candidate === name)
      .map(({figures}) => figures);
    const of = key => (key in runs[0] ? median(runs.map(run => run[key])) : undefined);
    return {
      name,
      times: runs.map(({time}) => time),
      time: of('time'),
      task: of('task'),
      layout: of('layout'),
      nodes: of('nodes'),
      heap: of('heap'),
      longTask: of('longTask'),
      layoutShift: of('layoutShift'),
      bytes: of('bytes'),
      requestedAt: of('requestedAt'),
    };
  });
}

/** The ratio of each run to the baseline in the same run, as an interval. */
function ratioInterval(times, baseTimes) {
  const interval = confidenceInterval(times.map((time, run) => time / baseTimes[run]));
  return interval?.map(each => ratio.format(each)).join(' to ') ?? '';
}

const formatted = (value, format = count) => (value === undefined ? '' : format.format(value));

/** The table of one plan: milliseconds, and the ratio to the baseline. */
export function describe(plan, results) {
  const medians = mediansOf(plan, results);
  const base = medians.find(({name}) => name === baseline);
  const rows = medians.map(each => [
    each.name,
    formatted(each.time, ratio),
    formatted(each.time / base.time, ratio),
    ratioInterval(each.times, base.times),
    formatted(each.task, ratio),
    each.task === undefined ? '' : ratio.format(each.task / base.task),
    formatted(each.layout, ratio),
    formatted(each.nodes),
    each.heap === undefined ? '' : count.format(each.heap / 1000),
    formatted(each.longTask),
    formatted(each.layoutShift, ratio),
    formatted(each.bytes),
    formatted(each.requestedAt),
  ]);
  const head = [
    '',
    'painted ms',
    '× baseline',
    '95 % interval',
    'task ms',
    '× baseline',
    'layout',
    'nodes',
    'heap kB',
    'longest ms',
    'shift',
    'bytes',
    'request at',
  ];
  return `${title(plan)}\n${table(head, rows)}\n`;
}
