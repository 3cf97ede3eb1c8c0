import {defaultConfig, TicketConfig} from '../contract/config.js';
import {isObject, jsonObject} from '../contract/primitives.js';
import {Updates} from '../contract/updates.js';
import type {Reads} from './checked-backend.js';

export const ticketRow = (row: unknown): unknown =>
  isObject(row) && 'number' in row ? jsonObject(row, {ticket_number: row['number']}) : row;

export const ticketRows = (rows: unknown): unknown => (Array.isArray(rows) ? rows.map(ticketRow) : rows);

/** How the results of a custom backend are read that the banner needs. */
export const updatesReads: Reads = {
  getConfig: {
    schema: TicketConfig,
    toWire(result) {
      const config = jsonObject(defaultConfig, result);
      const {subjectLimit, descriptionLimit, messageLimit, quickReplies} = config as unknown as TicketConfig;
      const {solved, notSolved, anyUpdate} = quickReplies;
      return jsonObject(config, {
        limits: {subject: subjectLimit, description: descriptionLimit, message: messageLimit},
        quick_replies: {resolved_yes: solved, resolved_no: notSolved, any_update: anyUpdate},
      });
    },
  },
  getUpdates: {schema: Updates, toWire: ({tickets, ...rest}) => jsonObject(rest, {tickets: ticketRows(tickets)})},
};
