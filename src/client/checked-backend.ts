import isNetworkError from 'is-network-error';

import type {TicketBackend} from '../contract/backend.js';
import {defaultConfig, TicketConfig} from '../contract/config.js';
import {SupportError, supportErrorLike} from '../contract/errors.js';
import {readTolerantly, type Flaw} from '../contract/flaws.js';
import {camelCased, isObject, jsonObject, type JsonObject} from '../contract/primitives.js';
import {ReplyPage} from '../contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import {Updates} from '../contract/updates.js';
import {warnOnce} from '../internal/warn-once.js';

type Method = keyof TicketBackend;

interface Read {
  readonly schema: Parameters<typeof readTolerantly>[0];
  /** Makes the form of the contract of what a backend returns, which differs in more than its case. */
  readonly toWire: (result: JsonObject) => object;
}

const ticketRow = (row: unknown): unknown =>
  isObject(row) && 'number' in row ? jsonObject(row, {ticket_number: row['number']}) : row;

const ticketRows = (rows: unknown): unknown => (Array.isArray(rows) ? rows.map(ticketRow) : rows);

const detail: Read = {
  schema: TicketDetail,
  toWire: ({ticket, earlierCursor, ...rest}) =>
    jsonObject(Object(ticketRow(ticket)) as object, rest, {replies_earlier_cursor: earlierCursor}),
};

const reads: Partial<Record<Method, Read>> = {
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
  listTickets: {schema: TicketPage, toWire: ({tickets, ...rest}) => jsonObject(rest, {data: ticketRows(tickets)})},
  getTicket: detail,
  createTicket: detail,
  listReplies: {schema: ReplyPage, toWire: ({replies, ...rest}) => jsonObject(rest, {data: replies})},
  addReply: {
    schema: ReplyReceipt,
    toWire: ({ticket, ...rest}) => jsonObject(rest, {ticket: ticketRow(ticket)}),
  },
  getUpdates: {schema: Updates, toWire: ({tickets, ...rest}) => jsonObject(rest, {tickets: ticketRows(tickets)})},
};

/** What the interface of a backend allows, and the contract of the server does not: camel case, and internal notes. */
const isAllowed = ({path, reason}: Flaw): boolean =>
  reason.startsWith(`${path.replace(/^.*\./, '')} instead of `) || reason === 'boolean instead of false';

/**
 * What a custom backend has thrown. A `SupportError` is recognized by its shape: a script-tag page has no access to the
 * class, and a bundled one may have another copy.
 */
function thrownError(method: Method, error: unknown): SupportError {
  const known = supportErrorLike(error);
  if (known) return known;
  const {name = typeof error} = Object(error) as {readonly name?: string};
  // The page's own fetch has failed, or a time limit has passed.
  if (isNetworkError(error) || /^(?:Abort|Timeout)Error$/.test(name)) return new SupportError('network');
  // Neither its message nor the error itself leaves the backend: they may contain the token.
  warnOnce(`${method} of the backend has thrown: ${name}`, 'docs/backends.md');
  return new SupportError('bad_response', {path: method, reason: name});
}

const required: readonly Method[] = ['listTickets', 'getTicket', 'createTicket', 'addReply'];
const methods = [...required, 'getConfig', 'listReplies', 'getUpdates', 'markRead', 'listen'] as const;

/**
 * A custom backend whose results are checked like the responses of a server, and whose errors are ours: a flaw of one
 * row costs that row, and what cannot be read is a `bad_response` that names the method.
 */
export function checkedBackend(create: () => TicketBackend, onFlaw: (flaw: SupportError) => void): TicketBackend {
  let created: TicketBackend | undefined;
  const call = async (method: Method, parameters: readonly unknown[]): Promise<unknown> => {
    const backend = (created ??= create()) as unknown as Record<Method, ((...all: unknown[]) => unknown) | undefined>;
    if (backend[method] || required.includes(method)) return backend[method]?.(...parameters) ?? null;
    throw new SupportError('not_found');
  };
  const read = (method: Method, result: unknown): unknown => {
    const known = reads[method];
    if (!known) return result;
    const {output, flaws, fatal} = readTolerantly(known.schema, isObject(result) ? known.toWire(result) : result);
    const toError = ({path, reason}: Flaw): SupportError => {
      const name = camelCased(path).replace(/^data/, method === 'listTickets' ? 'tickets' : 'replies');
      return new SupportError('bad_response', {path: `${method}.${name}`, reason});
    };
    if (fatal) throw toError(fatal);
    for (const flaw of flaws) if (!isAllowed(flaw)) onFlaw(toError(flaw));
    return output;
  };
  /** What is wrong with an added reply need not be reported: the ticket is requested then. */
  const toAdded = (added: unknown): ReplyReceipt | undefined => {
    try {
      return added === undefined ? added : (read('addReply', added) as ReplyReceipt);
    } catch {
      return undefined;
    }
  };
  const checked = methods.map(method => [
    method,
    async (...parameters: unknown[]) => {
      const [onChange] = parameters as [(ticketId: string, added?: ReplyReceipt) => void];
      if (method === 'listen') {
        parameters[0] = (ticketId: string, added: unknown): void => onChange(ticketId, toAdded(added));
      }
      const called = call(method, parameters).catch((error: unknown) => Promise.reject(thrownError(method, error)));
      return read(method, await called);
    },
  ]);
  return Object.fromEntries(checked) as TicketBackend;
}
