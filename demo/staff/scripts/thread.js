import {element} from './element.js';
import {time} from './time.js';
import {writtenAt} from './written-at.js';

/** Shows the description and all replies, and returns the entries that are new since the last call for this ticket. */
export function showThread(list, ticket) {
  const isSameTicket = list.dataset.ticket === ticket.id;
  list.dataset.ticket = ticket.id;
  const known = new Map(isSameTicket ? [...list.children].map(node => [node.dataset.id, node]) : []);
  const nodes = [descriptionOf(ticket), ...ticket.replies].map(text => known.get(text.id) ?? entry(text, ticket));
  const added = nodes.filter(node => !known.has(node.dataset.id));
  if (isSameTicket) list.append(...added);
  else list.replaceChildren(...nodes);
  return isSameTicket ? added : [];
}

const descriptionOf = ticket => ({
  id: 'description',
  author: {kind: 'customer', name: null},
  message: ticket.description,
  created_at: ticket.created_at,
  written_at: ticket.written_at,
  is_internal: false,
});

function entry(text, ticket) {
  const {id, author, message, created_at, is_internal} = text;
  const look = is_internal ? 'internal' : author.kind;
  const kind = is_internal ? 'Internal note' : {description: 'Description'}[id];
  return element(
    'li',
    {className: `entry ${look}`, dataset: {id}},
    element(
      'header',
      {},
      element('h2', {}, nameOf(author, ticket)),
      kind ? element('span', {className: 'kind'}, kind) : null,
      time(created_at),
      writtenAt(text),
    ),
    element('p', {}, message),
  );
}

export const nameOf = ({kind, name}, {customer}) =>
  kind === 'customer' ? customer.name : (name ?? (kind === 'system' ? 'Automatic message' : 'Support'));
