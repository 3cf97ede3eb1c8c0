import {faultsMet, isWhole, resultOf} from './report.js';
import {openStormDesk} from './storm-desk.js';
import {playStorm, type StormOptions} from './storm.js';
import type {Tally} from './tally.js';
import {playUncertainStorm} from './uncertain-storm.js';

export interface StormsOptions {
  readonly seed: string;
  readonly quick: boolean;
}

/** Plays them all, and says whether everything has arrived, once and in order, and what may not have is called so. */
export async function weatherStorms({seed, quick}: StormsOptions): Promise<boolean> {
  console.log(`seed ${seed} (npm run test:faults -- ${quick ? '--quick ' : ''}--seed ${seed})`);
  const isWhole = await weather(playStorm, {seed, promisesOnce: true, rounds: quick ? 3 : 20});
  console.log('\nA desk that does twice what it is sent twice');
  return (await weather(playUncertainStorm, {seed, promisesOnce: false, rounds: quick ? 1 : 2})) && isWhole;
}

interface Conditions {
  readonly seed: string;
  readonly promisesOnce: boolean;
  readonly rounds: number;
}

async function weather(play: (options: StormOptions) => Promise<Tally>, conditions: Conditions): Promise<boolean> {
  const begin = performance.now();
  const {seed, rounds} = conditions;
  const desk = await openStormDesk(conditions);
  const result = await play({seed, desk, rounds});
  console.log(`seed ${seed}: ${resultOf(result)}`);
  console.log(faultsMet(desk.weather));
  console.log(`${Math.round((performance.now() - begin) / 1000)} s`);
  return isWhole(result);
}
