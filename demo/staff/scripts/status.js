import {element} from './element.js';

const words = {
  open: 'Open',
  in_progress: 'In progress',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const statusWord = status => words[status] ?? status;

export const statusPill = status => element('span', {className: 'pill', dataset: {status}}, statusWord(status));

/** The five statuses, the ticket's own where it is none of them, and a way to a word of one's own. */
export function fillStatuses(select, current) {
  const values = [...new Set([...Object.keys(words), current])];
  const options = values.map(value => new Option(statusWord(value), value, false, value === current));
  select.replaceChildren(...options, new Option('Another word…', ''));
}
