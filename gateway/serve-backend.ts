import type {TicketBackend} from 'isp-support-elements';
import {IdempotentWrites} from './idempotent-writes.js';
import {Operations, type Call} from './operations.js';
import type {Customer, GatewayOptions, Operation} from './options.js';
import {isFault, notServed, Problem, problemOf, unauthenticated} from './problems.js';
import {RateLimiter} from './rate-limit.js';
import {memoryReceipts} from './receipts.js';
import {corsHeaders} from './responses.js';

const routes: readonly (readonly [method: string, path: RegExp, operation: Operation])[] = [
  ['GET', /^\/customer\/tickets$/, 'listTickets'],
  ['POST', /^\/customer\/tickets$/, 'createTicket'],
  ['GET', /^\/customer\/tickets\/([^/]+)$/, 'getTicket'],
  ['GET', /^\/customer\/tickets\/([^/]+)\/replies$/, 'listReplies'],
  ['POST', /^\/customer\/tickets\/([^/]+)\/replies$/, 'addReply'],
  ['PUT', /^\/customer\/tickets\/([^/]+)\/read$/, 'markRead'],
  ['GET', /^\/customer\/ticket-config$/, 'getConfig'],
  ['GET', /^\/customer\/ticket-updates$/, 'getUpdates'],
  ['GET', /^\/customer\/ticket-events$/, 'listen'],
];

interface Route {
  readonly operation: Operation;
  readonly ticketId: string;
}

/**
 * Serves the REST API of the elements over a backend, for helpdesks whose key must not be in a browser. Returns a
 * function from `Request` to `Response`, which Node (through Hono or another adapter), Deno, Bun and workers can call.
 */
export function serveBackend<Who extends Customer>(
  options: GatewayOptions<Who>,
): (request: Request) => Promise<Response> {
  const {basePath = '', origins = [], rateLimit = {requests: 300, seconds: 60}, now = Date.now} = options;
  const {timeout = 15, onError = console.error, operations: allowed} = options;
  const limiter = rateLimit && new RateLimiter(rateLimit);
  // A write has ended after the time limit, unless the process has stopped.
  const writes = new IdempotentWrites(options.receipts ?? memoryReceipts(), now, timeout * 2000);

  const serve = async (request: Request, requestId: string): Promise<Response> => {
    const {operation, ticketId} = routeOf(request, basePath);
    const customer = await customerOf(request);
    if (!customer.id) throw new TypeError('customer() must return an id');
    if (limiter) limiter.check(customer.id, now());
    if (allowed && !allowed.includes(operation)) throw notServed();
    const call: Call = {request, customer, ticketId, onError: error => onError(error, requestId)};
    return new Operations(await backendOf(customer), {...options, timeout, now, writes}, call).run(operation);
  };

  async function backendOf(customer: Who): Promise<TicketBackend> {
    const backend = await options.backend(customer);
    if (typeof backend !== 'function') return backend;
    const {transport} = options;
    const connected = typeof transport === 'function' ? await transport(customer) : transport;
    if (!connected) throw new TypeError('serveBackend needs a transport for a backend that is a function');
    return backend(connected);
  }

  async function customerOf(request: Request): Promise<Who> {
    try {
      const customer = await options.customer(request);
      if (customer) return customer;
    } catch (error) {
      if ((Object(error) as {readonly code?: unknown}).code !== 'unauthenticated') throw error;
    }
    throw unauthenticated('The request has no valid token.', 'invalid_token');
  }

  return async request => {
    const requestId = crypto.randomUUID();
    const response =
      request.method === 'OPTIONS' ? new Response(null, {status: 204}) : await answer(request, requestId);
    const headers = {
      ...corsHeaders(request, origins),
      // Tickets must not be stored on the disk of a shared device.
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
      Date: new Date(now()).toUTCString(),
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  };

  async function answer(request: Request, requestId: string): Promise<Response> {
    try {
      return await serve(request, requestId);
    } catch (error) {
      if (isFault(error)) onError(error, requestId);
      return problemOf(error).toResponse();
    }
  }
}

function routeOf({method, url}: Request, basePath: string): Route {
  const {pathname} = new URL(url);
  if (!pathname.startsWith(basePath)) throw notServed();
  const path = pathname.slice(basePath.length);
  const matching = routes.filter(([, pattern]) => pattern.test(path));
  const route = matching.find(each => each[0] === method);
  if (matching.length === 0) throw notServed();
  if (!route) {
    const headers = {Allow: [...matching.map(each => each[0]), 'OPTIONS'].join(', ')};
    throw new Problem(405, 'method-not-allowed', 'This method is not served here', {headers});
  }
  return {operation: route[2], ticketId: decode(route[1].exec(path)?.[1] ?? '')};
}

/** An ID must not lead an adapter to another path of the helpdesk. */
function decode(segment: string): string {
  try {
    const id = decodeURIComponent(segment);
    if (/^[^\s/\\]{0,128}$/.test(id) && !/^\.+$/.test(id)) return id;
  } catch {
    // As for all other IDs that cannot be.
  }
  throw problemOf({code: 'not_found'});
}
