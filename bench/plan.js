const views = {list: [25, 1_000, 10_000], thread: [50, 1_000, 5_000]};
const first = Object.entries(views).map(([view, [count]]) => ({view, count, page: 'whole'}));
const all = Object.entries(views).flatMap(([view, counts]) => counts.map(count => ({view, count, page: 'whole'})));
const paged = Object.entries(views).map(([view, counts]) => ({view, count: counts.at(-1), page: 'paged'}));

const longest = all.filter(({count}) => count >= 5_000);

/** The measurements for every candidate. */
export const plan = [
  ...first.map(each => ({...each, measure: 'cold', mode: 'cold', cpu: 4})),
  ...first.map(each => ({...each, measure: 'cold', mode: 'network', cpu: 4})),
  ...first.map(each => ({...each, measure: 'revisit', mode: 'revisit', cpu: 4})),
  ...[1, 4].flatMap(cpu => first.map(each => ({...each, measure: 'created', mode: 'created', cpu}))),
  ...[...all, ...paged].map(each => ({...each, measure: 'warm', mode: 'warm', cpu: 1})),
  ...[...first, ...longest].map(each => ({...each, measure: 'warm', mode: 'warm', cpu: 4})),
  ...['append', 'change'].flatMap(measure =>
    [...first, ...paged, ...longest].map(each => ({...each, measure, mode: 'warm', cpu: 1})),
  ),
  {view: 'thread', count: 50, page: 'whole', measure: 'send', mode: 'warm', cpu: 1},
];

/** A short plan for everyday use: checks that the bench works and gives rough figures. */
export const quickPlan = plan.filter(
  ({count, cpu, measure, page}) =>
    count <= 50 && page === 'whole' && (cpu === 1 || measure === 'cold' || measure === 'revisit'),
);

/** The measurements of interactions that only our elements have. */
export const interactionPlan = [
  ...paged.map(each => ({...each, measure: 'unchanged', mode: 'warm', cpu: 1})),
  // The longest thread that is shown at once: a longer one is shown in parts.
  {view: 'thread', count: 100, page: 'whole', measure: 'typing', mode: 'warm', cpu: 4},
  ...['scrolling', 'scrollingAll'].flatMap(measure => longest.map(each => ({...each, measure, mode: 'warm', cpu: 1}))),
];
