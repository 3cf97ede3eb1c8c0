import {TicketConfig} from '../../src/contract/config.js';
import {ReplyDraft, TicketDraft} from '../../src/contract/drafts.js';
import {readTolerantly} from '../../src/contract/flaws.js';
import {Reply, ReplyPage} from '../../src/contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from '../../src/contract/ticket.js';
import {TicketChange, Updates} from '../../src/contract/updates.js';
import {ticketConfigJson, ticketDetailJson, replyJson, ticketJson} from './json-fixtures.js';

export type Schema = Parameters<typeof readTolerantly>[0];

/** Each schema of the contract with a valid value that contains every property. */
export const contractSamples: Readonly<Record<string, readonly [Schema, object]>> = {
  TicketConfig: [
    TicketConfig,
    ticketConfigJson({statuses: [{value: 'open', label: 'Open', hint: 'New'}], limits: {subject: 80}}),
  ],
  TicketDraft: [TicketDraft, {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'}],
  ReplyDraft: [ReplyDraft, {message: 'Hello'}],
  Reply: [Reply, replyJson({is_internal: true})],
  ReplyPage: [ReplyPage, {data: [replyJson(), replyJson({id: 7})], earlier_cursor: 'before'}],
  TicketSummary: [TicketSummary, ticketJson()],
  TicketPage: [TicketPage, {data: [ticketJson(), ticketJson({id: 2})], next_cursor: 'next'}],
  TicketDetail: [TicketDetail, ticketDetailJson({replies_earlier_cursor: 'before'})],
  ReplyReceipt: [ReplyReceipt, {reply: replyJson(), ticket: ticketJson()}],
  Updates: [
    Updates,
    {
      unread: 2,
      tickets: [{id: 1, ticket_number: 'TKT-1', subject: 'Slow', unread_count: 2}],
      poll_after: 60,
      version: 'v1',
    },
  ],
  TicketChange: [TicketChange, {ticket_id: 't1'}],
};

const replacements = [
  null,
  undefined,
  '',
  'x',
  0,
  7.5,
  NaN,
  true,
  [],
  {},
  [null],
  '2026-05-02T10:00:00+0200',
  {value: 1},
];

/** The value itself, and its variants with one property missing, replaced or added, at any depth. */
export function* variantsOf(value: unknown): Generator {
  yield value;
  yield* replacements;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const {[key as never]: _, ...rest} = value;
    if (!Array.isArray(value)) yield rest;
    for (const variant of variantsOf(inner)) {
      yield Array.isArray(value) ? Object.assign([...value], {[key]: variant}) : {...value, [key]: variant};
    }
  }
  if (!Array.isArray(value)) yield {...value, unknown_property: 'value', ['__proto__']: {x: 1}};
}

/** What is made of a value, and its flaws. */
export const outcomeOf = (schema: Schema, value: unknown): object => readTolerantly(schema, value);
