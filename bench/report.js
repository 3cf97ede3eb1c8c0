import {contenders} from './contenders.js';

const [{name: floor}] = contenders;

export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const count = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
const ratio = new Intl.NumberFormat('en', {minimumFractionDigits: 2, maximumFractionDigits: 2});

/** The rows of a table, in columns as wide as their widest word. */
export function table(head, rows) {
  const lines = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map(line => line[column].length)));
  const format = line =>
    line.map((word, column) => (column ? word.padStart(widths[column]) : word.padEnd(widths[column]))).join('  ');
  return [format(lines[0]), widths.map(width => '-'.repeat(width)).join('  '), ...lines.slice(1).map(format)].join(
    '\n',
  );
}

export const title = ({measure, way, view, count: items, page, cpu}) =>
  `${measure}${way === 'line' ? ' with the data over the line' : ''}, ${view} of ${count.format(items)}${page === 'paged' ? ', paged' : ''}${cpu > 1 ? `, CPU ${cpu}× slower` : ''}`;

/** Each contender's medians of one plan, in the order of the contenders. */
export function mediansOf(plan, results) {
  return contenders.map(({name}) => {
    const runs = results
      .filter(result => result.plan === plan && result.contender === name)
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
      askedAt: of('askedAt'),
    };
  });
}

const shown = (value, format = count) => (value === undefined ? '' : format.format(value));

/** One plan's table: milliseconds, and each as a share of the floor's. */
export function describe(plan, results) {
  const medians = mediansOf(plan, results);
  const base = medians.find(({name}) => name === floor);
  const rows = medians.map(each => [
    each.name,
    shown(each.time, ratio),
    shown(each.time / base.time, ratio),
    shown(each.task, ratio),
    each.task === undefined ? '' : ratio.format(each.task / base.task),
    shown(each.layout, ratio),
    shown(each.nodes),
    each.heap === undefined ? '' : count.format(each.heap / 1000),
    shown(each.longTask),
    shown(each.layoutShift, ratio),
    shown(each.bytes),
    shown(each.askedAt),
  ]);
  const head = [
    '',
    'painted ms',
    '× floor',
    'task ms',
    '× floor',
    'layout',
    'nodes',
    'heap kB',
    'longest ms',
    'shift',
    'bytes',
    'asked at',
  ];
  return `${title(plan)}\n${table(head, rows)}\n`;
}
