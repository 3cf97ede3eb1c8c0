import type {ReadOptions, TicketBackend, TicketQuery, WriteOptions} from '../contract/backend.js';
import type {ReplyDraft, TicketDraft} from '../contract/drafts.js';
import {SupportError} from '../contract/errors.js';
import {ReplyPage} from '../contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import {nullProto} from '../internal/null-proto.js';
import {RestUpdates, ticketPath} from './rest-updates.js';

/** Client for the default REST API, which `docs/openapi.yaml` describes. */
export class RestBackend extends RestUpdates implements TicketBackend {
  async listTickets(ticketQuery: TicketQuery, options: ReadOptions): Promise<TicketPage> {
    // Without a prototype: a page's `Object.prototype.search` must not hide tickets.
    const {cursor, status, search} = nullProto(ticketQuery);
    const query = {...(cursor !== null && {cursor}), ...(status && {status: status.join()}), ...(search && {search})};
    return this.http.json({...options, path: 'customer/tickets', query}, TicketPage).catch(treatNotFoundAsUnavailable);
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    return this.http.json({...options, path: ticketPath(ticketId)}, TicketDetail);
  }

  async listReplies(ticketId: string, {cursor}: {cursor: string}, options: ReadOptions): Promise<ReplyPage> {
    return this.http.json({...options, path: `${ticketPath(ticketId)}/replies`, query: {cursor}}, ReplyPage);
  }

  async createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail> {
    const body = JSON.stringify({...draft, written_at: options.writtenAt});
    return this.http
      .json({...options, method: 'POST', path: 'customer/tickets', body}, TicketDetail)
      .catch(treatNotFoundAsUnavailable);
  }

  async addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt> {
    const path = `${ticketPath(ticketId)}/replies`;
    const body = JSON.stringify({...draft, written_at: options.writtenAt});
    const receipt = await this.http.json({...options, method: 'POST', path, body}, ReplyReceipt);
    if (receipt.ticket.id) return receipt;
    // The reply has arrived: a ticket that is missing in the response must not make the outbox send it again.
    const {ticket} = await this.getTicket(ticketId, options);
    return {...receipt, ticket};
  }
}

/**
 * The ticket list always exists: a 404 means that the server is being updated, or that another server has answered.
 * Unlike `not_found`, `unavailable` makes writes wait in the outbox until they can be sent.
 */
const treatNotFoundAsUnavailable = (error: SupportError): never => {
  const {code, status, requestId} = error;
  throw code === 'not_found' ? new SupportError('unavailable', {status, requestId}) : error;
};
