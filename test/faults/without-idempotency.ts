import type {Handler} from '../../demo/desk/handler.js';

/** A server that does not know the header Idempotency-Key. */
export const withoutIdempotency =
  (next: Handler): Handler =>
  request => {
    const headers = new Headers(request.headers);
    headers.delete('Idempotency-Key');
    return next(new Request(request, {headers}));
  };

/**
 * Closes the connection after each response. On a reused connection that breaks, Chromium assumes a time-out and sends
 * a POST again, which no page can prevent
 * (https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc, ShouldResendRequest).
 */
export const withoutKeepAlive =
  (next: Handler): Handler =>
  async request => {
    const response = await next(request);
    response.headers.set('Connection', 'close');
    return response;
  };
