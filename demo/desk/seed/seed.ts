import {ticketNumber} from '../numbering.js';
import type {Reply, Subscriber} from '../store/rows.js';
import type {DeskStore, SeedRows} from '../store/store.js';
import {flats} from './flats.js';
import {harbourBuilding} from './harbour-building.js';
import {harbourCurrent} from './harbour-current.js';
import {harbourEarlier} from './harbour-earlier.js';
import {harbourEarlierFlats} from './harbour-earlier-flats.js';
import {harbourFlats} from './harbour-flats.js';
import {lenaEarlier} from './lena-earlier.js';
import {lenaThisWeek} from './lena-this-week.js';
import {lenaToday} from './lena-today.js';
import {harbourView, lena, seededSubscribers} from './people.js';
import {rowsFromScript, type UnnumberedTicket} from './rows-from-script.js';
import type {Script} from './script.js';

/**
 * `empty`: subscribers without tickets. `small`: hand-written tickets, for tests and stories. `full`: for the demo,
 * with a subscriber who has two thousand tickets and a thread of a thousand replies.
 */
export type SeedSize = 'empty' | 'small' | 'full';

const harbourByHand = [
  ...harbourCurrent,
  ...harbourFlats,
  ...harbourEarlierFlats,
  ...harbourBuilding,
  ...harbourEarlier,
];

const scripts: Record<SeedSize, () => [Subscriber, Script[]][]> = {
  empty: () => [],
  small: () => [
    [lena, [...lenaToday, ...lenaThisWeek, ...lenaEarlier]],
    [harbourView, harbourCurrent],
  ],
  full: () => [
    [lena, [...lenaToday, ...lenaThisWeek, ...lenaEarlier]],
    [harbourView, [...harbourByHand, ...flats(2000 - harbourByHand.length)]],
  ],
};

export function seedRows(size: SeedSize, now: Date): SeedRows {
  const made = scripts[size]().flatMap(([owner, list]) => list.map(script => rowsFromScript(script, owner, now)));
  return {subscribers: seededSubscribers, ...numbered(made)};
}

/** Seeds a store without subscribers. Returns whether it did. */
export function seedWhenEmpty(store: DeskStore, size: SeedSize, now: Date): Promise<boolean> {
  return store.write(async writes => {
    if ((await writes.subscribers()).length > 0) return false;
    await writes.load(seedRows(size, now));
    return true;
  });
}

/** Ticket numbers as the desk assigns them: in order of time, starting again each year. */
function numbered(made: {ticket: UnnumberedTicket; replies: Reply[]}[]) {
  const counts = new Map<number, number>();
  const inOrder = made.sort((a, b) => (a.ticket.createdAt < b.ticket.createdAt ? -1 : 1));
  const tickets = inOrder.map(({ticket}) => {
    const year = new Date(ticket.createdAt).getUTCFullYear();
    const n = (counts.get(year) ?? 1000) + 1;
    counts.set(year, n);
    return {...ticket, number: ticketNumber(year, n)};
  });
  return {
    tickets,
    replies: inOrder.flatMap(({replies}) => replies),
    numbers: [...counts].map(([year, last]) => ({year, last})),
  };
}
