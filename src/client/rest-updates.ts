import type {OnTicketChange, ReadOptions, UpdatesBackend} from '../contract/backend.js';
import {TicketConfig} from '../contract/config.js';
import {readTolerantly} from '../contract/flaws.js';
import type {ReplyReceipt} from '../contract/ticket.js';
import {TicketChange, Updates} from '../contract/updates.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import {segment} from './api-address.js';
import type {Http} from './http.js';

export const ticketPath = (ticketId: string): string => `customer/tickets/${segment(ticketId)}`;

/** Client for the part of the default REST API that the banner needs. */
export class RestUpdates implements UpdatesBackend {
  protected readonly http: Http;

  constructor(http: Http) {
    this.http = http;
  }

  async getConfig(options: ReadOptions): Promise<TicketConfig> {
    return this.http.json({...options, path: 'customer/ticket-config'}, TicketConfig);
  }

  async getUpdates(options: ReadOptions): Promise<Updates> {
    return this.http.json({...options, path: 'customer/ticket-updates'}, Updates);
  }

  async markRead(ticketId: string, lastReplyId: string, options: ReadOptions): Promise<void> {
    const body = JSON.stringify({last_reply_id: lastReplyId});
    return this.http.send({...options, method: 'PUT', path: `${ticketPath(ticketId)}/read`, body});
  }

  async listen(onChange: OnTicketChange, options: ReadOptions): Promise<void> {
    await this.http.listen({...options, path: 'customer/ticket-events', accept: 'text/event-stream'}, data => {
      const body = safeJsonParse(data);
      const {output, fatal} = readTolerantly(TicketChange, body);
      // Unchecked: `readAddedReply()` reads it where tickets are shown.
      if (!fatal && output.ticket_id) onChange(output.ticket_id, body as ReplyReceipt);
    });
  }
}
