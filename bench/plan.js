const views = {list: [25, 1_000, 10_000], thread: [50, 1_000, 5_000]};
const first = Object.entries(views).map(([view, [count]]) => ({view, count, page: 'whole'}));
const all = Object.entries(views).flatMap(([view, counts]) => counts.map(count => ({view, count, page: 'whole'})));
const paged = Object.entries(views).map(([view, counts]) => ({view, count: counts.at(-1), page: 'paged'}));

const longest = all.filter(({count}) => count >= 5_000);

/** What is measured: each for every contender, run by run in turn. */
export const plan = [
  ...first.map(each => ({...each, measure: 'cold', way: 'cold', cpu: 4})),
  ...first.map(each => ({...each, measure: 'cold', way: 'line', cpu: 4})),
  ...[...all, ...paged].map(each => ({...each, measure: 'warm', way: 'warm', cpu: 1})),
  ...[...first, ...longest].map(each => ({...each, measure: 'warm', way: 'warm', cpu: 4})),
  ...['append', 'change'].flatMap(measure =>
    [...first, ...paged, ...longest].map(each => ({...each, measure, way: 'warm', cpu: 1})),
  ),
];

/** The same for every day: that it works, and roughly where we stand. */
export const quickPlan = plan.filter(
  ({count, cpu, measure, page}) => count <= 50 && page === 'whole' && (cpu === 1 || measure === 'cold'),
);

/** What is measured of ours alone: no floor has it. */
export const ownPlan = [
  ...paged.map(each => ({...each, measure: 'unchanged', way: 'warm', cpu: 1})),
  // The longest that is shown whole: what is longer is shown in parts.
  {view: 'thread', count: 100, page: 'whole', measure: 'typing', way: 'warm', cpu: 4},
  ...longest.map(each => ({...each, measure: 'scrolling', way: 'warm', cpu: 1})),
];
