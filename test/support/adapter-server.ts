import {Http} from '../../src/client/http.js';
import {checkedBackend} from '../../src/client/checked-backend.js';
import {GuardedBackend} from '../../src/client/guarded-backend.js';
import {ticketReads} from '../../src/client/ticket-reads.js';
import {createTransport} from '../../src/client/transport.js';
import type {TicketBackend} from '../../src/contract/backend.js';
import type {SupportError} from '../../src/contract/errors.js';
import type {TicketSummary} from '../../src/contract/ticket.js';
import type {TicketBackendFactory} from '../../src/contract/transport.js';
import {recordingFetch} from './recording-fetch.js';
import {apiBaseUrl, authFor, credentialsFor, type Credentials} from './rest-backend.js';
import {newSignal} from './stub-backend.js';

export interface ConnectedAdapter {
  readonly backend: TicketBackend;
  readonly requests: readonly Request[];
  /** How results broke the contract. */
  readonly flaws: readonly SupportError[];
}

/** An adapter as the elements use it, with the checks of its results, over a server that a function stands for. */
export function connectAdapter(
  factory: TicketBackendFactory,
  respond: (request: Request) => Response | Promise<Response>,
  credentials: Credentials = credentialsFor('token-1'),
): ConnectedAdapter {
  const {fetch, requests} = recordingFetch(respond);
  const flaws: SupportError[] = [];
  const transport = createTransport(new Http(apiBaseUrl, authFor(credentials), {fetch}), apiBaseUrl);
  const backend = checkedBackend(
    () => factory(transport),
    ticketReads,
    flaw => flaws.push(flaw),
  );
  const hooks = {beforeRequest: () => undefined, onSuccess: () => undefined, onFailure: () => undefined};
  return {backend: new GuardedBackend(backend, hooks), requests, flaws};
}

export const readOptions = {signal: newSignal()};
export const writeOptions = {...readOptions, idempotencyKey: 'key-1', writtenAt: '2026-05-01T09:00:00Z'};

/** All tickets, as *Show more* brings them. */
export async function allTickets(backend: TicketBackend): Promise<readonly TicketSummary[]> {
  const tickets: TicketSummary[] = [];
  let cursor: string | null = null;
  do {
    const page = await backend.listTickets({cursor}, readOptions);
    tickets.push(...page.tickets);
    cursor = page.nextCursor;
  } while (cursor !== null && tickets.length < 1000);
  return tickets;
}

/** The path of a request below the API's address. */
export const pathOf = ({url}: Request): string => new URL(url).pathname.slice(new URL(apiBaseUrl).pathname.length);

export {bodyOf} from '../../demo/gateway/fixture-server.js';
