import {jsonObject} from '../contract/primitives.js';
import {ReplyPage} from '../contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import type {Read, Reads} from './checked-backend.js';
import {ticketRow, ticketRows, updatesReads} from './updates-reads.js';

const detail: Read = {
  schema: TicketDetail,
  toWire: ({ticket, earlierCursor, ...rest}) =>
    jsonObject(Object(ticketRow(ticket)) as object, rest, {replies_earlier_cursor: earlierCursor}),
};

export const receiptToWire: Read['toWire'] = ({ticket, ...rest}) => jsonObject(rest, {ticket: ticketRow(ticket)});

/** How all results of a custom backend are read. */
export const ticketReads: Reads = {
  ...updatesReads,
  listTickets: {schema: TicketPage, toWire: ({tickets, ...rest}) => jsonObject(rest, {data: ticketRows(tickets)})},
  getTicket: detail,
  createTicket: detail,
  listReplies: {schema: ReplyPage, toWire: ({replies, ...rest}) => jsonObject(rest, {data: replies})},
  addReply: {schema: ReplyReceipt, toWire: receiptToWire},
};
