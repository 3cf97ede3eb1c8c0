import {element} from './element.js';
import {distance} from './time.js';

const labels = {
  open: 'Open',
  in_progress: 'In progress',
  pending: 'Waiting for customer',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** The statuses that a reply can set, with the label of the button that sends it. */
const afterReply = {pending: 'Send and wait', resolved: 'Send and resolve', closed: 'Send and close'};

export const sendLabel = status => afterReply[status] ?? 'Send reply';

/** The label of a status. A status of the provider's own, such as `engineer_booked`, is read as "Engineer booked". */
export const statusLabel = status =>
  labels[status] ?? `${status.charAt(0).toUpperCase()}${status.slice(1).replaceAll('_', ' ')}`;

export const statusPill = status => element('span', {className: 'pill', dataset: {status}}, statusLabel(status));

/** The five standard statuses, the current status if it is a different one, and an option for a custom status. */
export function fillStatuses(select, current) {
  const values = [...new Set([...Object.keys(labels), current])];
  const options = values.map(value => new Option(statusLabel(value), value, false, value === current));
  select.replaceChildren(...options, new Option('Another word…', ''));
}

/** The choices beside Send. The first one keeps the status. */
export function fillReplyStatuses(select, current, chosen) {
  const others = Object.keys(afterReply).filter(value => value !== current);
  select.replaceChildren(
    new Option(`Keep: ${statusLabel(current)}`, ''),
    ...others.map(value => new Option(statusLabel(value), value, false, value === chosen)),
  );
}

const day = 24 * 60 * 60 * 1000;

/** Whose turn it is: "Your turn, waits 3 h", "Customer’s turn" or "Done". */
export function turn({turn: whose, waiting_since: since}) {
  const badge = text => element('span', {className: 'badge', dataset: {turn: whose ?? 'done'}}, text);
  if (whose !== 'support') return element('span', {className: 'turn'}, badge(whose ? 'Customer’s turn' : 'Done'));
  const isLong = Date.now() - Date.parse(since) > day;
  const wait = element('span', {className: isLong ? 'wait long' : 'wait'}, 'waits ', distance(since, 'wait'));
  return element('span', {className: 'turn'}, badge('Your turn'), ' ', wait);
}

/** Who wrote last, and when: the customer, the agent at this page ("You"), another one, or nobody yet. */
export function lastWriter({last_reply: last, created_at}, agent) {
  const text = (...parts) => element('span', {className: 'last'}, ...parts);
  if (!last) return text('Opened ', distance(created_at, 'ago'), ', no answer yet');
  const {kind, name} = last.author;
  if (kind === 'system') return text('Automatic message ', distance(last.created_at, 'ago'));
  const writer = kind === 'customer' ? 'Customer' : name === agent ? 'You' : (name ?? 'Support');
  return text(`${writer} wrote `, distance(last.created_at, 'ago'));
}
