import type {Answer, Asked, Fixture} from './fixture-server.js';
import {kathmanduTime} from './fixture-server.js';
import {ticketIn, type HelpdeskStore, type StoredReply, type StoredTicket} from './helpdesk-store.js';

const statuses = {new: 'Open', open: 'Customer-Reply', answered: 'Answered', resolved: 'Closed'};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** As `htmlspecialchars()` of PHP does. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, character => entities[character] ?? '').replace(/\n/g, '\r\n');

const ticketRow = (ticket: StoredTicket, {customers}: HelpdeskStore) => ({
  tid: `TKT-${ticket.id}`,
  c: 'aBcD',
  deptid: '2',
  deptname: 'Support',
  userid: ticket.customerId,
  contactid: '0',
  name: customers[ticket.customerId],
  date: kathmanduTime(ticket.at),
  subject: escaped(ticket.subject),
  status: statuses[ticket.status],
  priority: 'Medium',
  lastreply: kathmanduTime(ticket.replies.at(-1)?.at ?? ticket.at),
});

const replyRow = (customer: string | undefined, {id, by, text, at}: StoredReply) => ({
  replyid: String(id),
  userid: '0',
  contactid: '0',
  name: '',
  requestor_name: by === 'customer' ? customer : 'Demo Admin',
  requestor_type: by === 'customer' ? 'Owner' : 'Operator',
  date: kathmanduTime(at),
  message: escaped(text),
  admin: by === 'customer' ? '' : 'Demo Admin',
});

const success = (body: object = {}): Answer => ({body: {result: 'success', ...body}});
const failure = (message: string, status = 200): Answer => ({status, body: {result: 'error', message}});

/** The actions of one ticket. */
const actions: Readonly<Record<string, (ticket: StoredTicket, body: Asked['body'], store: HelpdeskStore) => Answer>> = {
  GetTicket(ticket, _, store) {
    const first: StoredReply = {id: 0, by: 'customer', text: ticket.text, at: ticket.at};
    const replies = [first, ...ticket.replies.filter(({by}) => by !== 'note')];
    const notes = ticket.replies.filter(({by}) => by === 'note');
    return success({
      ticketid: ticket.id,
      ...ticketRow(ticket, store),
      replies: {reply: replies.map(each => replyRow(store.customers[ticket.customerId], each))},
      notes: {note: notes.map(({id, text}) => ({noteid: id, message: escaped(text)}))},
    });
  },
  AddTicketReply(ticket, body, store) {
    store.addReply(ticket, body['adminusername'] ? 'staff' : 'customer', String(body['message']));
    return success();
  },
  AddTicketNote(ticket, body, store) {
    store.addReply(ticket, 'note', String(body['message']));
    return success();
  },
};

function listOf({body}: Asked, store: HelpdeskStore): Answer {
  const {clientid, limitstart, limitnum} = body;
  const tickets = store.tickets.filter(({customerId}) => !clientid || customerId === clientid);
  const start = Number(limitstart);
  const shown = tickets.slice(start, start + Number(limitnum));
  return success({
    totalresults: tickets.length,
    startnumber: start,
    numreturned: shown.length,
    tickets: shown.length > 0 ? {ticket: shown.map(each => ({id: each.id, ...ticketRow(each, store)}))} : [],
  });
}

/** WHMCS, with the credentials `id` and `secret`: https://developers.whmcs.com/api-reference/getticket */
export const whmcs =
  (store: HelpdeskStore): Fixture =>
  asked => {
    const {path, body} = asked;
    if (path !== 'api.php') return undefined;
    if (body['identifier'] !== 'id' || body['secret'] !== 'secret') return failure('Authentication Failed', 403);
    const name = String(body['action']);
    if (name === 'GetTickets') return listOf(asked, store);
    if (name === 'OpenTicket') {
      const {id} = store.addTicket(String(body['clientid']), String(body['subject']), String(body['message']));
      return success({id, tid: `TKT-${id}`, c: 'aBcD'});
    }
    const ticket = ticketIn(store, body['ticketid']);
    const action = actions[name];
    if (!action) return failure('Command Not Found');
    return ticket ? action(ticket, body, store) : failure('Ticket ID Not Found');
  };
