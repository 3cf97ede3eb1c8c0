import {listTickets} from './desk.js';
import {element} from './element.js';
import {statusPill} from './status.js';
import {time} from './time.js';

const filterNames = ['search', 'status', 'cursor'];

export async function showTickets(view, query) {
  const filters = Object.fromEntries(filterNames.filter(name => query.get(name)).map(name => [name, query.get(name)]));
  const filter = view.querySelector('[data-filter]');
  filter.elements.search.value = filters.search ?? '';
  filter.elements.status.value = filters.status ?? '';

  const {data, next_cursor} = await listTickets(filters);
  view.querySelector('[data-none]').hidden = data.length > 0;
  view.querySelector('[data-rows]').replaceChildren(...data.map(row));
  view.querySelector('[data-paging]').replaceChildren(...pageLinks(filters, next_cursor));
}

function row(ticket) {
  const number = element('span', {className: 'number'}, ticket.ticket_number);
  const link = element('a', {href: `/staff?ticket=${encodeURIComponent(ticket.id)}`}, ticket.subject, ' ', number);
  const priority = element('span', {className: `priority ${ticket.priority ?? ''}`}, ticket.priority ?? '');
  const parts = [ticket.customer.name, statusPill(ticket.status), priority, time(ticket.last_activity_at)];
  return element('li', {}, link, ...parts.map(part => element('span', {}, part)));
}

function pageLinks({cursor, ...filter}, next) {
  const link = (text, query) => element('a', {href: `/staff?${new URLSearchParams(query)}`}, text);
  return [
    ...(cursor ? [link('Newest tickets', filter)] : []),
    ...(next ? [link('Older tickets', {...filter, cursor: next})] : []),
  ];
}
