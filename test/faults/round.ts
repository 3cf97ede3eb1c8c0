import {Random} from '../../demo/desk/seed/random.js';
import type {Device} from './device.js';
import type {Ledger, LedgerEntry} from './ledger.js';
import {Tab, type PageEnd, type TabOptions} from './tab.js';

export interface Round {
  readonly name: string;
  readonly device: Device;
  readonly ledger: Ledger;
  readonly username: string;
  /** The tickets that are open in both tabs. */
  readonly ticketIds: readonly string[];
  /** The number of replies that are written in each tab. */
  readonly replies: number;
  /** The number of tickets that are written in each tab. */
  readonly tickets: number;
  readonly hasDelivered: TabOptions['hasDelivered'];
  readonly onUncertain?: NonNullable<TabOptions['onUncertain']>;
}

type Interruption = PageEnd | 'offline';

const interruptions: readonly Interruption[] = ['reload', 'kill', 'crash', 'offline'];

/** The number of interruptions of each tab in one round. */
const interruptionsPerTab = 2;

/** A customer writes in two tabs with the same tickets at once, until everything is sent. */
export async function playRound(round: Round): Promise<Tab[]> {
  const players = ['one', 'other'].map(which => {
    const random = new Random(`${round.name} ${which}`);
    return {random, tab: new Tab({...round, random})};
  });
  await Promise.all(players.map(({tab}) => tab.open()));
  await Promise.all(players.map(({tab, random}) => writeAll(tab, random, round)));
  await Promise.all(players.map(({tab}) => tab.waitUntilSent()));
  return players.map(({tab}) => tab);
}

async function writeAll(tab: Tab, random: Random, round: Round): Promise<void> {
  const {ledger, username, ticketIds} = round;
  const kinds = shuffle(random, [
    ...Array<LedgerEntry['kind']>(round.replies).fill('reply'),
    ...Array<LedgerEntry['kind']>(round.tickets).fill('ticket'),
  ]);
  const interrupted = new Set(shuffle(random, [...kinds.keys()]).slice(0, interruptionsPerTab));
  for (const [index, kind] of kinds.entries()) {
    const entry = ledger.add(kind, username, kind === 'reply' ? random.pick(ticketIds) : undefined);
    const interruption = interrupted.has(index) ? random.pick(interruptions) : undefined;
    if (interruption === undefined) await tab.write(entry);
    else if (interruption === 'offline') await tab.writeOffline(entry);
    else await tab.writeAndEndPage(entry, interruption);
    if (random.chance(0.3)) await tab.waitUntilStored();
  }
}

function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  return items
    .map(item => ({item, key: random.next()}))
    .sort((one, other) => one.key - other.key)
    .map(({item}) => item);
}
