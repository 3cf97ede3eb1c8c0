import {mediansOf, title} from './report.js';

const ratioOf = key => (plan, results) => {
  const medians = mediansOf(plan, results);
  const of = metric => medians.find(({name}) => name === metric)[key];
  return of('ours') / of('vanilla');
};
const ownMedian = key => (plan, results) => mediansOf(plan, results).find(({name}) => name === 'ours')[key];

const is = conditions => plan => Object.entries(conditions).every(([key, value]) => plan[key] === value);
const isLongest = ({count}) => count >= 5_000;
const isShortest = ({count}) => count <= 50;

/** The targets for our elements, each with the figure it applies to and the plans it applies in. */
const targets = [
  {target: 'painted, × baseline', max: 1.3, of: ratioOf('time'), in: is({measure: 'cold', mode: 'network'})},
  {target: 'painted, × baseline', max: 1.5, of: ratioOf('time'), in: is({measure: 'cold', mode: 'cold'})},
  {target: 'painted, × baseline', max: 1.5, of: ratioOf('time'), in: is({measure: 'revisit'})},
  {target: 'painted, × baseline', max: 2, of: ratioOf('time'), in: is({measure: 'created'})},
  {
    target: 'painted, × baseline',
    max: 1.5,
    of: ratioOf('time'),
    in: plan => is({measure: 'warm'})(plan) && isShortest(plan),
  },
  {
    target: 'painted, × baseline',
    max: 0.25,
    of: ratioOf('time'),
    in: plan => is({measure: 'warm', page: 'whole'})(plan) && isLongest(plan),
  },
  {target: 'nodes', max: 3_000, of: ownMedian('nodes'), in: plan => is({measure: 'warm'})(plan) && isLongest(plan)},
  {target: 'nodes', max: 1_300, of: ownMedian('nodes'), in: is({measure: 'created', view: 'list'})},
  {target: 'nodes', max: 1_800, of: ownMedian('nodes'), in: is({measure: 'created', view: 'thread'})},
  {target: 'layout shift', max: 0, of: ownMedian('layoutShift'), in: is({measure: 'cold'})},
  {target: 'main thread, ms', max: 12, of: ownMedian('task'), in: is({measure: 'send'})},
  {target: 'longest task, ms', max: 50, of: ownMedian('longTask'), in: is({measure: 'warm', cpu: 1})},
];

/** Appends and changes are compared with the baseline's append to a thread of 50. */
function updateTargets(plans, results) {
  const base = plans.find(is({measure: 'append', view: 'thread', count: 50}));
  if (!base) return [];
  const baseline = mediansOf(base, results).find(({name}) => name === 'vanilla').task;
  return plans
    .filter(({measure}) => ['append', 'change'].includes(measure))
    .map(plan => ({
      target: 'task, × baseline’s append at 50',
      max: 1.5,
      plan,
      figure: ownMedian('task')(plan, results) / baseline,
    }));
}

/** Each target with the measured figure, for each plan that it applies to. */
export function checkTargets(plans, results) {
  const fixed = targets.flatMap(({target, max, of, in: applies}) =>
    plans.filter(applies).map(plan => ({target, max, plan, figure: of(plan, results)})),
  );
  return [...fixed, ...updateTargets(plans, results)].map(({plan, ...each}) => ({
    ...each,
    where: title(plan),
    isMet: each.figure <= each.max,
  }));
}
