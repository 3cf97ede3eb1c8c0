import type {Answer, Asked, Fixture} from './fixture-server.js';
import {kathmanduTime} from './fixture-server.js';
import {ticketIn, type HelpdeskStore, type StoredReply, type StoredTicket} from './helpdesk-store.js';

const statusIds = {new: '1', open: '5', answered: '4', resolved: '3'};
const statuses: Readonly<Record<string, StoredTicket['status']>> = {
  1: 'new',
  3: 'resolved',
  4: 'answered',
  5: 'open',
};

/** A message as its editor writes it. */
const html = (text: string): string => `<div dir="auto"><p>${text.replace(/\n/g, '<br>')}</p></div>`;

/** HTML as it is stored. The line breaks are added again. */
const stored = (text: unknown): string => String(text).replace(/<br>\n/g, '\n');

const ticketRow = (ticket: StoredTicket) => ({
  id: ticket.id,
  customer_id: Number(ticket.customerId),
  subject: ticket.subject,
  priority: 'medium',
  status_id: statusIds[ticket.status],
  type_id: '1',
  closed: '0',
  hidden: '0',
  deleted: '0',
  created_at: kathmanduTime(ticket.at),
  // An internal note changes it.
  updated_at: kathmanduTime(ticket.replies.at(-1)?.at ?? ticket.at),
});

const messageRow = (ticket: StoredTicket, {id, by, text, at}: StoredReply) => ({
  id,
  ticket_id: ticket.id,
  customer_id: Number(ticket.customerId),
  admin_id: by === 'customer' ? 0 : 3,
  author_type: by === 'customer' ? 'customer' : 'admin',
  message_type: by === 'note' ? 'note' : 'message',
  message: html(text),
  date: kathmanduTime(at).slice(0, 10),
  time: kathmanduTime(at).slice(11),
});

const noTicket: Answer = {
  status: 404,
  body: {error: {code: 404, message: 'Ticket not found', internal_code: null}},
};

const created = (id: number): Answer => ({status: 201, body: {id}});

function pageOf<Row>(rows: readonly Row[], {query}: Asked): Answer {
  const offset = Number(query['offset']);
  return {body: rows.slice(offset, offset + Number(query['limit']))};
}

const isFiltered = ({query}: Asked, attribute: string, value: number | string): boolean => {
  const wanted = query[`main_attributes[${attribute}]`];
  return wanted === undefined || wanted === String(value);
};

function messages(asked: Asked, store: HelpdeskStore): Answer {
  const {method, body} = asked;
  if (method === 'GET') {
    const tickets = store.tickets.filter(({id}) => isFiltered(asked, 'ticket_id', id));
    const rows = tickets.flatMap(ticket => {
      const first: StoredReply = {id: ticket.id * 100_000, by: 'customer', text: ticket.text, at: ticket.at};
      return [first, ...ticket.replies].map(each => messageRow(ticket, each));
    });
    return pageOf(rows, asked);
  }
  const ticket = ticketIn(store, body['ticket_id']);
  if (!ticket) return noTicket;
  const text = stored(body['message']);
  // The description is the first message.
  if (!ticket.text) {
    ticket.text = text;
    return created(ticket.id * 100_000);
  }
  const by = body['author_type'] === 'customer' ? 'customer' : body['message_type'] === 'note' ? 'note' : 'staff';
  return created(store.addReply(ticket, by, text).id);
}

/** Splynx: https://splynx.docs.apiary.io/ */
export const splynx =
  (store: HelpdeskStore): Fixture =>
  asked => {
    const {method, path, body} = asked;
    if (path === 'admin/support/ticket-messages') return messages(asked, store);
    if (path === 'admin/support/tickets') {
      if (method === 'POST')
        return created(store.addTicket(String(body['customer_id']), String(body['subject']), '').id);
      const rows = store.tickets.filter(({customerId}) => isFiltered(asked, 'customer_id', customerId));
      return pageOf(rows.map(ticketRow), asked);
    }
    const ticket = ticketIn(store, path.replace('admin/support/tickets/', ''));
    if (!ticket) return noTicket;
    if (method === 'GET') return {body: ticketRow(ticket)};
    ticket.status = statuses[String(body['status_id'])] ?? ticket.status;
    return {status: 202, body: ''};
  };
