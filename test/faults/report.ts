import type {Note} from './notebook.js';
import type {Overtaken, Tally} from './tally.js';
import type {UncertainTally} from './uncertain-storm.js';
import type {Weather} from './weather.js';

const count = (number: number): string => number.toLocaleString('en');

/** The whole result in one line, and a line for each text with which something is wrong. */
export function resultOf(tally: Tally | UncertainTally): string {
  const {replies, tickets, arrived, lost, doubled, outOfOrder} = tally;
  const uncertain =
    'uncertain' in tally
      ? [`shown as uncertain ${count(tally.uncertain)} (and ${count(tally.arrivedAfterAll)} that did arrive)`]
      : [];
  const wrong = {lost, doubled, 'out of order': outOfOrder};
  const counts = [
    `${count(replies)} replies and ${count(tickets)} tickets written`,
    `arrived ${count(arrived)}`,
    ...uncertain,
    ...Object.entries(wrong).map(([how, notes]) => `${how} ${count(notes.length)}`),
  ];
  const named = Object.entries(wrong).flatMap(([how, notes]) => notes.map(note => `  ${how}: ${describe(note)}`));
  return [counts.join('; '), ...named].join('\n');
}

const describe = ({kind, text, username, ticketId, page, by}: Note & Partial<Overtaken>): string =>
  `${text}, a ${kind} of ${username}’s${ticketId ? ` in ${ticketId}` : ''}, written in page ${page}` +
  (by ? `; before it stands ${by.text}, written in page ${by.page}` : '');

export const faultsMet = ({met}: Weather): string =>
  `faults met: ${[...met]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([kind, times]) => `${kind} ${times}`)
    .join(', ')}`;

export const isWhole = ({lost, doubled, outOfOrder}: Tally): boolean =>
  lost.length + doubled.length + outOfOrder.length === 0;
