import type {TicketBackend, TicketBackendFactory, Transport} from 'isp-support-elements';
import type {RateLimit} from './rate-limit.js';
import type {ReceiptStore} from './receipts.js';

/** The customer of a request. */
export interface Customer {
  /** Differs for each customer, and never changes: keys of idempotent writes and rate limits belong to it. */
  readonly id: string;
  /** When the token expires, in seconds since the epoch. An event stream ends then. */
  readonly expires?: number | undefined;
}

/** An operation of the gateway: the method of the backend that it calls. */
export type Operation = keyof TicketBackend;

/** Options of `serveBackend`. */
export interface GatewayOptions<Who extends Customer> {
  /**
   * Returns the customer of a request, such as `verifyJwt()` does; null if the request has no valid token. Rejects with
   * `{code: 'forbidden'}` if the account has no access to tickets, and with `{code: 'gone'}` if it was deleted.
   */
  readonly customer: (request: Request) => Promise<Who | null> | Who | null;
  /**
   * Returns the backend for a customer. It must return only this customer's tickets, and reject with `not_found` for
   * all others: the gateway cannot know whose they are. What the adapters return, such as `requestTrackerBackend()`,
   * gets the `transport`.
   */
  readonly backend: (
    customer: Who,
  ) => TicketBackend | TicketBackendFactory | Promise<TicketBackend | TicketBackendFactory>;
  /**
   * What the backend sends its requests with: `serverTransport()`. A function returns that of a customer. Needed only
   * if `backend` returns a function.
   */
  readonly transport?: Transport | ((customer: Who) => Transport | Promise<Transport>);
  /**
   * Stores which writes were executed. In memory by default, which is enough for one process that does not restart;
   * `postgresReceipts()` is for all others.
   */
  readonly receipts?: ReceiptStore;
  /** The operations to offer. All that the backend has by default. */
  readonly operations?: readonly Operation[];
  /**
   * Where counts and times of tickets are from.
   *
   * - `thread`: the gateway reads the thread of each ticket that it lists, and counts without internal notes. No event
   *   stream is offered, because a note would cause an event. The default.
   * - `backend`: the backend's own are used, which saves these requests. Only for a backend in whose counts, times and
   *   events internal notes have no part.
   */
  readonly counts?: 'thread' | 'backend';
  /** Path before `/customer`, such as `/api`. Empty by default. */
  readonly basePath?: string;
  /** Origins of portals that have another origin than the gateway, or `*`. None by default. */
  readonly origins?: readonly string[] | '*';
  /** Requests of one customer. 300 in a minute by default; false for no limit. */
  readonly rateLimit?: RateLimit | false;
  /** The maximum size of a body in bytes. 4 MiB by default. */
  readonly maxBodyBytes?: number;
  /** Seconds that the backend has for a request. 15 by default. */
  readonly timeout?: number;
  /** Called with each failure that is not the customer's. `console.error` by default. */
  readonly onError?: (error: unknown, requestId: string) => void;
  /** The clock. For tests. */
  readonly now?: () => number;
}
