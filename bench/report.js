import {candidates} from './candidates.js';
import {confidenceInterval, median, readingOf} from './statistics.js';
import {table} from './table.js';

const [{name: baseline}] = candidates;

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

const formatted = (value, format = count) => (value === undefined ? '' : format.format(value));

/** The table of one plan: milliseconds, and the ratio to the baseline. */
export function describe(plan, results) {
  const medians = mediansOf(plan, results);
  const base = medians.find(({name}) => name === baseline);
  const rows = medians.map(each => [
    each.name,
    formatted(each.time, ratio),
    formatted(each.time / base.time, ratio),
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
  return `${title(plan)}\n${table(head, rows)}\n\n${compare(results.filter(result => result.plan === plan))}\n`;
}

const slower = ['slower', 'faster'];
const more = ['more', 'less'];

/** The figures that are compared, with their names and what a greater one is called. */
const compared = {
  time: ['painted, ms', slower],
  task: ['main thread, ms', slower],
  layout: ['layout, ms', slower],
  longTask: ['longest task, ms', slower],
  requestedAt: ['request at, ms', slower],
  heap: ['heap, kB', more],
  nodes: ['nodes', more],
  bytes: ['bytes', more],
  changes: ['DOM changes', more],
  over16: ['tasks over 16 ms', more],
  frames: ['frames', more],
  blank: ['blank frames', more],
  rows: ['rows', more],
};

const interval = (values, format) => values?.map(each => format.format(each)).join(' to ') ?? '';

/** What ours is compared with: the other build, or without one the baseline. */
const referenceIn = results => ['before', baseline].find(name => results.some(({candidate}) => candidate === name));

const runsOf = (name, results) => results.filter(({candidate}) => candidate === name).map(({figures}) => figures);

/** Whether more runs may tell a difference of main-thread time, or without one of painting, from noise. */
export function isUndecided(results) {
  const [ours, others] = ['ours', referenceIn(results)].map(name => runsOf(name, results));
  const [values, before] = [ours, others].map(runs => runs.map(({task, time}) => task ?? time));
  return readingOf(before, values).reading.startsWith('undecided');
}

/**
 * The figures of our elements with the 95 % interval of their median, and what the runs say about the difference to the
 * other build, or without one to the baseline.
 */
export function compare(results) {
  const other = referenceIn(results);
  const [ours, others] = ['ours', other].map(name => runsOf(name, results));
  const rows = Object.entries(compared).flatMap(([key, [name, words]]) => {
    const [values, before] = [ours, others].map(runs => runs.map(run => (key === 'heap' ? run.heap / 1000 : run[key])));
    if (!values.every(Number.isFinite)) return [];
    const {ratio: middle, interval: ratios, reading} = readingOf(before, values, words);
    const row = [name, ratio.format(median(values)), interval(confidenceInterval(values), ratio)];
    return [other ? [...row, formatted(middle, ratio), interval(ratios, ratio), reading] : row];
  });
  const head = [`ours, ${ours.length} runs`, 'median', '95 % interval', `× ${other}`, '95 % interval', `than ${other}`];
  return table(other ? head : head.slice(0, 3), rows);
}
