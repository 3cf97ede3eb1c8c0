import type {Handler} from '../../demo/desk/handler.js';

/** A server that has never heard of Idempotency-Key. */
export const forgetful =
  (next: Handler): Handler =>
  request => {
    const headers = new Headers(request.headers);
    headers.delete('Idempotency-Key');
    return next(new Request(request, {headers}));
  };

/**
 * Answers each on a connection of its own. On one that was used before, Chromium takes a broken connection for one that had
 * timed out, and sends a POST again by itself: that is nothing a page could prevent
 * (https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc, ShouldResendRequest).
 */
export const unshared =
  (next: Handler): Handler =>
  async request => {
    const response = await next(request);
    response.headers.set('Connection', 'close');
    return response;
  };
