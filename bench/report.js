import {candidates} from './candidates.js';
import {table} from './table.js';

const [{name: baseline}] = candidates;

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
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
  return `${title(plan)}\n${table(head, rows)}\n`;
}
