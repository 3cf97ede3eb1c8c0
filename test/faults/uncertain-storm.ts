import {Device} from './device.js';
import {Notebook} from './notebook.js';
import {playRound} from './round.js';
import type {StormOptions} from './storm.js';
import {tally, type Tally} from './tally.js';

const username = 'lena.moreau';

export interface UncertainTally extends Tally {
  /** What was shown as uncertain and had not arrived. */
  readonly uncertain: number;
  /** What was shown as uncertain, and arrived after all. */
  readonly arrivedAfterAll: number;
}

/**
 * A customer of a desk that may do twice what it is sent twice. They never press "Send again": what nobody can be sure of,
 * they discard once they have seen it called so.
 */
export async function playUncertainStorm({seed, desk, rounds}: StormOptions): Promise<UncertainTally> {
  const notebook = new Notebook();
  const device = await Device.of(desk);
  const called = new Set<string>();
  await device.signIn(username);
  const answerable = await desk.answerable(username);
  for (let index = 0; index < rounds; index++) {
    await playRound({
      name: `uncertain round ${index + 1} of seed ${seed}`,
      device,
      notebook,
      username,
      ticketIds: answerable.slice(index, index + 3),
      replies: 15,
      tickets: 4,
      hasArrived: desk.has,
      onUncertain: text => called.add(text),
    });
    if (index + 1 === rounds) await device.assertClean();
    await device.closePages();
  }
  await device.close();

  const {lost, ...result} = tally(notebook.notes, await desk.arrivals());
  const isCalled = ({text}: {readonly text: string}): boolean => called.has(text);
  const uncertain = lost.filter(isCalled).length;
  return {
    ...result,
    lost: lost.filter(note => !isCalled(note)),
    uncertain,
    arrivedAfterAll: called.size - uncertain,
  };
}
