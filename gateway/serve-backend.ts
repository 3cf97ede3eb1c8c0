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
  const {rateLimit = {requests: 300, seconds: 60}, now = Date.now} = options;
  const basePath = (options.basePath ?? '').replace(/^\/*(?=.)/, '/').replace(/\/+$/, '');
  const origins = options.origins === '*' ? '*' : [options.origins ?? []].flat().map(originOf);
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
    const call: Call = {request, customer, ticketId, onError: error => report(error, requestId)};
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
    const response = await responseTo(request, requestId);
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

  async function responseTo(request: Request, requestId: string): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, {status: 204});
    const answered = await answer(request, requestId);
    if (request.method !== 'HEAD') return answered;
    await answered.body?.cancel();
    return new Response(null, answered);
  }

  async function answer(request: Request, requestId: string): Promise<Response> {
    try {
      return await serve(request, requestId);
    } catch (error) {
      if (isFault(error)) report(error, requestId);
      return problemOf(error).toResponse();
    }
  }

  /** A log that fails must not cost the customer the response. */
  function report(error: unknown, requestId: string): void {
    try {
      onError(error, requestId);
    } catch {
      // There is no other place to report it.
    }
  }
}

/** As browsers send it: an address of the portal may end with a slash. */
const originOf = (address: string): string => address.replace(/\/$/, '');

function routeOf({method, url}: Request, basePath: string): Route {
  const {pathname} = new URL(url);
  if (!pathname.startsWith(`${basePath}/`)) throw notServed();
  const path = pathname.slice(basePath.length);
  const matching = routes.filter(([, pattern]) => pattern.test(path));
  // https://www.rfc-editor.org/rfc/rfc9110#section-9.1-5
  const route = matching.find(each => each[0] === (method === 'HEAD' ? 'GET' : method));
  if (matching.length === 0) throw notServed();
  if (!route) {
    const methods = matching.flatMap(each => (each[0] === 'GET' ? ['GET', 'HEAD'] : each[0]));
    const headers = {Allow: [...methods, 'OPTIONS'].join(', ')};
    throw new Problem(405, 'method-not-allowed', 'This method is not served here', {headers});
  }
  return {operation: route[2], ticketId: decode(route[1].exec(path)?.[1] ?? '')};
}

/** An ID must not lead an adapter to another path of the helpdesk. */
function decode(segment: string): string {
  try {
    const id = decodeURIComponent(segment);
    if (/^[^\s\p{Cc}/\\]{0,128}$/u.test(id) && !/^\.+$/.test(id)) return id;
  } catch {
    // As for all other IDs that cannot be.
  }
  throw problemOf({code: 'not_found'});
}
