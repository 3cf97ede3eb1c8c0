import {mediansOf, title} from './report.js';

const ratioOf = key => (plan, results) => {
  const medians = mediansOf(plan, results);
  const of = wanted => medians.find(({name}) => name === wanted)[key];
  return of('ours') / of('vanilla');
};
const own = key => (plan, results) => mediansOf(plan, results).find(({name}) => name === 'ours')[key];

const is = wanted => plan => Object.entries(wanted).every(([key, value]) => plan[key] === value);
const isLongest = ({count}) => count >= 5_000;
const isShortest = ({count}) => count <= 50;

/** What ours is held to, each beside what it is found by. */
const aims = [
  {aim: 'painted, × floor', most: 1.3, of: ratioOf('time'), in: is({measure: 'cold'})},
  {
    aim: 'painted, × floor',
    most: 1.5,
    of: ratioOf('time'),
    in: plan => is({measure: 'warm'})(plan) && isShortest(plan),
  },
  {
    aim: 'painted, × floor',
    most: 0.25,
    of: ratioOf('time'),
    in: plan => is({measure: 'warm', page: 'whole'})(plan) && isLongest(plan),
  },
  {aim: 'nodes', most: 3_000, of: own('nodes'), in: plan => is({measure: 'warm'})(plan) && isLongest(plan)},
  {aim: 'layout shift', most: 0, of: own('layoutShift'), in: is({measure: 'cold'})},
  {aim: 'longest task, ms', most: 50, of: own('longTask'), in: is({measure: 'warm', cpu: 1})},
];

/** The floor's own append at 50, which all news of ours are held against. */
function newsAims(plans, results) {
  const base = plans.find(is({measure: 'append', view: 'thread', count: 50}));
  if (!base) return [];
  const floor = mediansOf(base, results).find(({name}) => name === 'vanilla').task;
  return plans
    .filter(({measure}) => ['append', 'change'].includes(measure))
    .map(plan => ({
      aim: 'task, × floor’s append at 50',
      most: 1.5,
      plan,
      figure: own('task')(plan, results) / floor,
    }));
}

/** Each aim for each plan that it concerns, with the figure that was found. */
export function againstAims(plans, results) {
  const held = aims.flatMap(({aim, most, of, in: concerns}) =>
    plans.filter(concerns).map(plan => ({aim, most, plan, figure: of(plan, results)})),
  );
  return [...held, ...newsAims(plans, results)].map(({plan, ...each}) => ({
    ...each,
    where: title(plan),
    isMet: each.figure <= each.most,
  }));
}
