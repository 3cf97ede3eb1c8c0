import isNetworkError from 'is-network-error';

import type {TicketBackend} from '../contract/backend.js';
import {SupportError, supportErrorLike} from '../contract/errors.js';
import {readTolerantly, type Flaw} from '../contract/flaws.js';
import {camelCased, isObject, type JsonObject} from '../contract/primitives.js';
import {warnOnce} from '../internal/warn-once.js';

type Method = keyof TicketBackend;

export interface Read {
  readonly schema: Parameters<typeof readTolerantly>[0];
  /** Makes the form of the contract of what a backend returns, which differs in more than its case. */
  readonly toWire: (result: JsonObject) => object;
}

/** How the results of some methods are read. */
export type Reads = Partial<Record<Method, Read>>;

/** What the interface of a backend allows, and the contract of the server does not: camel case, and internal notes. */
export const isAllowed = ({path, reason}: Flaw): boolean =>
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
 * row costs that row, and what cannot be read is a `bad_response` that names the method. `create` is called for each
 * request.
 */
export function checkedBackend(
  create: () => TicketBackend,
  reads: Reads,
  onFlaw: (flaw: SupportError) => void,
): TicketBackend {
  const call = async (method: Method, parameters: readonly unknown[]): Promise<unknown> => {
    const backend = create() as unknown as Record<Method, ((...all: unknown[]) => unknown) | undefined>;
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
  const checked = methods.map(method => [
    method,
    async (...parameters: unknown[]) => {
      const called = call(method, parameters).catch((error: unknown) => Promise.reject(thrownError(method, error)));
      return read(method, await called);
    },
  ]);
  return Object.fromEntries(checked) as TicketBackend;
}
