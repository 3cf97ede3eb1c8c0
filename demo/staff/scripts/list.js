import {listTickets} from './desk.js';
import {element} from './element.js';
import {lastWriter, statusPill, turn} from './status.js';

const pageSize = 50;

/** What the list shows, from the address: the tickets that wait for staff, or all that match a filter. */
export function listQuery(params) {
  const filter = Object.fromEntries(['search', 'status'].filter(name => params.get(name)).map(n => [n, params.get(n)]));
  return params.get('show') === 'all' || Object.keys(filter).length > 0 ? {show: 'all', ...filter} : {};
}

/** The list of tickets. */
export class TicketList {
  #view;
  #agent;
  #drafts;
  #query = {};
  #pages = 1;
  #responses = [];

  constructor(view, {agent, drafts, onMore}) {
    this.#view = view;
    this.#agent = agent;
    this.#drafts = drafts;
    this.#find('rows').addEventListener('keydown', event => this.#move(event));
    this.#find('more').addEventListener('click', () => {
      this.#pages += 1;
      onMore();
    });
  }

  /** Shows another list, from its beginning. */
  show(query) {
    if (JSON.stringify(query) !== JSON.stringify(this.#query)) this.#pages = 1;
    this.#query = query;
    this.#view.dataset.show = query.show ?? 'turn';
    const {search, status} = this.#find('filter').elements;
    search.value = query.search ?? '';
    status.value = query.status ?? '';
    for (const link of this.#view.querySelectorAll('[data-list]')) {
      if (link.dataset.list === (query.show ?? 'turn')) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  /** Reads as many pages as are shown, and renders them if they have changed. */
  async refresh(openId) {
    const query = this.#query;
    const responses = await readPages(query, this.#pages);
    if (query !== this.#query) return;
    const isSame = responses.length === this.#responses.length && responses.every((r, i) => r === this.#responses[i]);
    this.#responses = responses;
    if (!isSame) this.#render(openId);
    this.mark(openId);
  }

  /** Marks the open ticket, and tickets with a draft. */
  mark(openId) {
    for (const row of this.#find('rows').children) {
      const {id} = row.dataset;
      const link = row.querySelector('a');
      if (id === openId) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      row.querySelector('.draft').hidden = !this.#drafts.has(id);
    }
  }

  /** The address of the ticket after the open one, or of the first one if the open one is not in the list. */
  next(openId) {
    const links = this.#links();
    const index = links.findIndex(link => link.closest('li').dataset.id === openId);
    return links[index + 1]?.getAttribute('href');
  }

  /** Focuses the row of a ticket, or the heading if the list has no such row. */
  focus(id) {
    const link = this.#links().find(each => each.closest('li').dataset.id === id);
    (link ?? this.#view.querySelector('h1')).focus();
  }

  #render(openId) {
    const rows = this.#responses.flatMap(({data}) => data);
    const [first] = this.#responses;
    const focusedId = this.#find('rows').contains(document.activeElement)
      ? document.activeElement.closest('li').dataset.id
      : undefined;
    this.#find('rows').replaceChildren(...rows.map(ticket => this.#row(ticket)));
    this.#find('rows').setAttribute(
      'aria-label',
      this.#query.show ? 'Tickets, newest activity first' : 'Tickets that wait for you, longest wait first',
    );
    this.#find('none').hidden = rows.length > 0;
    this.#find('none').textContent = this.#query.show ? 'No ticket matches.' : 'No customer is waiting. Well done.';
    this.#find('more').hidden = !this.#responses.at(-1).next_cursor;
    this.#find('waiting').textContent = first.waiting;
    if (focusedId) this.focus(focusedId);
    this.mark(openId);
  }

  #row(ticket) {
    const {id, ticket_number, subject, customer, status, priority} = ticket;
    const description = `about-${id}`;
    const link = element(
      'a',
      {href: `/staff?${new URLSearchParams({...this.#query, ticket: id})}`},
      element('span', {className: 'subject'}, subject),
      ' ',
      element('span', {className: 'number'}, ticket_number),
    );
    link.setAttribute('aria-describedby', description);
    const about = element(
      'p',
      {className: 'row-about', id: description},
      element('span', {className: 'customer'}, customer.name),
      ' ',
      turn(ticket),
      ' ',
      lastWriter(ticket, this.#agent),
      ' ',
      element(
        'span',
        {className: 'marks'},
        element('span', {className: 'draft', hidden: true}, 'Draft'),
        priority === 'high' ? element('span', {className: 'priority'}, 'High') : null,
        statusPill(status),
      ),
    );
    return element('li', {dataset: {id, turn: ticket.turn ?? 'done'}}, link, about);
  }

  /** Arrow keys, or j and k: only while a row has the focus, so that they do not disturb other input. */
  #move(event) {
    const links = this.#links();
    const index = links.indexOf(document.activeElement);
    const target = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      Home: 0,
      End: links.length - 1,
    }[event.key];
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey || !links[target]) return;
    event.preventDefault();
    links[target].focus();
  }

  #links() {
    return [...this.#find('rows').querySelectorAll('a')];
  }

  #find(name) {
    return this.#view.querySelector(`[data-${name}]`);
  }
}

async function readPages({show, ...filter}, pages) {
  const query = {...(show ? filter : {turn: 'support'}), limit: pageSize};
  const responses = [await listTickets(query)];
  while (responses.length < pages && responses.at(-1).next_cursor) {
    responses.push(await listTickets({...query, cursor: responses.at(-1).next_cursor}));
  }
  return responses;
}
