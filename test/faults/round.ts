import {Random} from '../../demo/desk/seed/random.js';
import type {Device} from './device.js';
import type {Note, Notebook} from './notebook.js';
import {Tab, type End, type TabOptions} from './tab.js';

export interface Round {
  readonly name: string;
  readonly device: Device;
  readonly notebook: Notebook;
  readonly username: string;
  /** The tickets that are open in both tabs. */
  readonly ticketIds: readonly string[];
  /** How much is written in each of them. */
  readonly replies: number;
  readonly tickets: number;
  readonly hasArrived: TabOptions['hasArrived'];
  readonly onUncertain?: NonNullable<TabOptions['onUncertain']>;
}

type Mishap = End | 'offline';

const mishaps: readonly Mishap[] = ['reload', 'kill', 'crash', 'offline'];

/** How often something befalls a tab in one round. */
const mishapsEach = 2;

/** A customer with the same tickets open in two tabs, who writes in both at once until everything is sent. */
export async function playRound(round: Round): Promise<Tab[]> {
  const actors = ['one', 'other'].map(which => {
    const random = new Random(`${round.name} ${which}`);
    return {random, tab: new Tab({...round, random})};
  });
  await Promise.all(actors.map(({tab}) => tab.open()));
  await Promise.all(actors.map(({tab, random}) => play(tab, random, round)));
  await Promise.all(actors.map(({tab}) => tab.allSent()));
  return actors.map(({tab}) => tab);
}

async function play(tab: Tab, random: Random, round: Round): Promise<void> {
  const {notebook, username, ticketIds} = round;
  const kinds = shuffled(random, [
    ...Array<Note['kind']>(round.replies).fill('reply'),
    ...Array<Note['kind']>(round.tickets).fill('ticket'),
  ]);
  const befallen = new Set(shuffled(random, [...kinds.keys()]).slice(0, mishapsEach));
  for (const [index, kind] of kinds.entries()) {
    const note = notebook.write(kind, username, kind === 'reply' ? random.pick(ticketIds) : undefined);
    const mishap = befallen.has(index) ? random.pick(mishaps) : undefined;
    if (mishap === undefined) await tab.write(note);
    else if (mishap === 'offline') await tab.writeOffline(note);
    else await tab.writeAndEnd(note, mishap);
    if (random.chance(0.3)) await tab.settle();
  }
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map(item => ({item, place: random.next()}))
    .sort((one, other) => one.place - other.place)
    .map(({item}) => item);
}
