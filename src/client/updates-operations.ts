import type {TicketBackend} from '../contract/backend.js';
import type {Reads} from './checked-backend.js';
import {GuardedUpdates, type UpdatesHooks} from './guarded-updates.js';
import type {Http} from './http.js';
import {RestUpdates} from './rest-updates.js';
import {updatesReads} from './updates-reads.js';

/**
 * What it takes to offer some methods of a backend. A bundle has the code of those methods only that its elements need.
 */
export interface Operations<Name extends keyof TicketBackend> {
  /** Offers the methods by the default REST API. */
  readonly fromRest: (http: Http) => Pick<TicketBackend, Name>;
  /** How the results of a custom backend are read. */
  readonly reads: Reads;
  readonly guard: (backend: Pick<TicketBackend, Name>, hooks: UpdatesHooks) => Required<Pick<TicketBackend, Name>>;
}

/** Opens a backend for one customer at one server. */
export interface Connection {
  open<Name extends keyof TicketBackend>(operations: Operations<Name>): Required<Pick<TicketBackend, Name>>;
}

/** The methods that the banner needs. */
export const updatesOperations: Operations<'getConfig' | 'getUpdates' | 'markRead' | 'listen'> = {
  fromRest: http => new RestUpdates(http),
  reads: updatesReads,
  guard: (backend, hooks) => new GuardedUpdates(backend, hooks),
};
