import {element} from './element.js';
import {time} from './time.js';
import {writtenAt} from './written-at.js';

export function showThread(list, ticket) {
  const description = {
    author: {kind: 'customer', name: ticket.customer.name},
    message: ticket.description,
    created_at: ticket.created_at,
    written_at: ticket.written_at,
    is_internal: false,
  };
  list.replaceChildren(
    entry(description, ticket, 'Description'),
    ...ticket.replies.map(reply => entry(reply, ticket, reply.is_internal ? 'Internal note' : '')),
  );
}

function entry(text, ticket, kind) {
  const {author, message, created_at, is_internal} = text;
  const look = is_internal ? 'internal' : author.kind;
  return element(
    'li',
    {className: `entry ${look}`},
    element(
      'header',
      {},
      element('h2', {}, author.name ?? (author.kind === 'customer' ? ticket.customer.name : 'Automatic message')),
      kind ? element('span', {className: 'kind'}, kind) : null,
      time(created_at),
      writtenAt(text),
    ),
    element('p', {}, message),
  );
}
