import type {TicketBackend} from '../contract/backend.js';
import {GuardedBackend} from './guarded-backend.js';
import {RestBackend} from './rest-backend.js';
import {ticketReads} from './ticket-reads.js';
import type {Operations} from './updates-operations.js';

/** All methods. */
export const ticketOperations: Operations<keyof TicketBackend> = {
  fromRest: http => new RestBackend(http),
  reads: ticketReads,
  guard: (backend, hooks) => new GuardedBackend(backend, hooks),
};
