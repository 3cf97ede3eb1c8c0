import {element} from './element.js';

const labels = {
  open: 'Open',
  in_progress: 'In progress',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

export const statusLabel = status => labels[status] ?? status;

export const statusPill = status => element('span', {className: 'pill', dataset: {status}}, statusLabel(status));

/** The five standard statuses, the current status if it is a different one, and an option for a custom status. */
export function fillStatuses(select, current) {
  const values = [...new Set([...Object.keys(labels), current])];
  const options = values.map(value => new Option(statusLabel(value), value, false, value === current));
  select.replaceChildren(...options, new Option('Another word…', ''));
}
