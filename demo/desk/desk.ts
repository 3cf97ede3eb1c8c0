import {Hono} from 'hono';
import {customerAccount} from './account.js';
import {ChangeFeed} from './change-feed.js';
import {demoConfig, type DeskConfig} from './config.js';
import type {DeskContext} from './context.js';
import {withCors} from './cors.js';
import {Faults} from './faults.js';
import type {Handler} from './handler.js';
import {noSuchAddress, Problem, unavailable} from './problems.js';
import {RequestLog} from './request-log.js';
import {discoveryRoutes} from './routes/discovery-routes.js';
import {portalRoutes} from './routes/portal-routes.js';
import {staffRoutes} from './routes/staff-routes.js';
import {ticketRoutes} from './routes/ticket-routes.js';
import type {DeskStore} from './store/store.js';
import {Tokens} from './tokens.js';

export interface DeskOptions {
  store: DeskStore;
  /** Where the customers' contract is served; an element's `api-base` points here. */
  base?: string;
  /** Replaces parts of the demo's configuration. */
  config?: Partial<DeskConfig>;
  /** Signs tokens and sessions. Default: a random secret for each start. */
  secret?: Uint8Array;
  now?: () => Date;
  newId?: () => string;
  heartbeat?: number;
  onError?: (error: unknown) => void;
}

export function createDesk({store, base = '/api', onError = console.error, ...options}: DeskOptions) {
  const now = options.now ?? (() => new Date());
  const newId = options.newId ?? (() => crypto.randomUUID());
  const context: DeskContext = {
    store,
    now,
    newId,
    tokens: new Tokens(now, options.secret),
    feed: new ChangeFeed(),
    config: {...demoConfig, ...options.config},
    // Five seconds less than the contract requires, as a reserve for a busy server or a slow network.
    heartbeat: options.heartbeat ?? 20_000,
  };

  const app = new Hono();
  app.use(`${base}/customer/*`, customerAccount(context));
  app.route(`${base}/customer/tickets`, ticketRoutes(context));
  app.route(`${base}/customer`, discoveryRoutes(context));
  app.route('/staff', staffRoutes(context));
  app.route('/portal', portalRoutes(context));
  app.notFound(() => noSuchAddress().toResponse());
  app.onError(error => {
    if (error instanceof Problem) return error.toResponse();
    onError(error);
    return unavailable(500).toResponse();
  });

  const faults = new Faults(base);
  const log = new RequestLog();
  const answer: Handler = faults.wrap(async request => app.fetch(request));
  const withCorsBelowBase: Handler = request => (isBelow(base, request) ? withCors(answer) : answer)(request);

  return {
    context,
    faults,
    requests: log.entries,
    fetch: log.wrap(async request => {
      const response = await withCorsBelowBase(request);
      // Tickets must not be stored on the disk of a shared device. Clients keep ETags in memory.
      response.headers.set('Cache-Control', 'no-store');
      response.headers.set('X-Request-Id', newId());
      response.headers.set('Date', now().toUTCString());
      return response;
    }),
    /** Whether the desk serves a path. The portal serves all others. */
    serves: (pathname: string) => pathname.startsWith(`${base}/`) || ownAddress.test(pathname),
  };
}

export type Desk = ReturnType<typeof createDesk>;

const ownAddress = /^\/(staff\/tickets(\/.*)?|portal\/(subscribers|session|token|staff|staff-session|staff-token))$/;

const isBelow = (base: string, request: Request) => new URL(request.url).pathname.startsWith(`${base}/`);
