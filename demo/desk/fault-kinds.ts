import {deferred} from './deferred.js';
import type {Fault} from './faults.js';
import * as problems from './problems.js';

/**
 * A network failure. An injected fetch rejects with it, as a browser's fetch rejects with a TypeError; the Node server
 * destroys the socket.
 */
export class ConnectionDropped extends TypeError {
  constructor() {
    super('Failed to fetch');
  }
}

export const latency =
  (milliseconds: number): Fault =>
  async (request, next) => {
    await new Promise(resolve => setTimeout(resolve, milliseconds));
    return next(request);
  };

/** Holds requests until they are released, so that a test can check the loading state without sleeping. */
export function hold() {
  const arrival = deferred();
  const release = deferred();
  const fault: Fault = async (request, next) => {
    arrival.resolve();
    await release.promise;
    return next(request);
  };
  return {fault, arrived: arrival.promise, release: release.resolve};
}

export const dropRequest: Fault = async () => {
  throw new ConnectionDropped();
};

/** The desk handles the request, but the response is lost. */
export const dropAnswer: Fault = async (request, next) => {
  await next(request);
  throw new ConnectionDropped();
};

export type FaultStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 502 | 503 | 504;

export const answer =
  (status: FaultStatus, {retryAfter}: {retryAfter?: number} = {}): Fault =>
  async () =>
    problemFor(status, retryAfter).toResponse();

function problemFor(status: FaultStatus, retryAfter?: number): problems.Problem {
  switch (status) {
    case 400:
      return problems.badRequest('The body is no JSON.');
    case 401:
      return problems.unauthenticated('Bearer error="invalid_token"', 'The token has expired.');
    case 403:
      return problems.forbidden();
    case 404:
      return problems.notFound();
    case 409:
      return retryAfter === undefined ? problems.replyNotAllowed() : problems.stillRunning(retryAfter);
    case 410:
      return problems.accountGone();
    case 413:
      return problems.tooLarge();
    case 422:
      return problems.keyReused();
    case 429:
      return problems.rateLimited(retryAfter ?? 30);
    default:
      return problems.unavailable(status, retryAfter);
  }
}

/** The response of a captive portal or of a proxy's sign-in page. */
export const html: Fault = async () =>
  new Response('<!doctype html><title>Sign in</title><p>Please sign in to use the network.', {
    headers: {'Content-Type': 'text/html; charset=utf-8'},
  });

/** A complete HTTP response with half of the JSON. */
export const truncatedBody: Fault = async (request, next) => {
  const response = await next(request);
  const text = await response.text();
  return new Response(text.slice(0, Math.ceil(text.length / 2)), {status: response.status, headers: response.headers});
};

/** The part of each broken response that the Node server sends before it destroys the socket. */
export const brokenBodies = new WeakMap<Response, Uint8Array>();

/** The connection breaks in the middle of the response body. */
export const halfBody: Fault = async (request, next) => {
  const whole = await next(request);
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const half = bytes.slice(0, Math.ceil(bytes.length / 2));
  const body = new ReadableStream<Uint8Array>({
    start: controller => controller.enqueue(half),
    pull: controller => controller.error(new ConnectionDropped()),
  });
  const response = new Response(body, {status: whole.status, headers: whole.headers});
  brokenBodies.set(response, half);
  return response;
};
