import type {Handler} from './handler.js';

const always = {
  // "*" is safe, because requests use no cookies. It also matches `Origin: null` and the schemes of embedded web views.
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'ETag, Location, Retry-After, Date, X-Request-Id, WWW-Authenticate, Idempotent-Replayed',
};

const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, OPTIONS',
  // "*" does not cover Authorization: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-None-Match, Idempotency-Key, Accept-Language, Last-Event-ID',
  // As long as Chromium remembers it at most: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Access-Control-Max-Age
  'Access-Control-Max-Age': '7200',
};

/** Adds CORS headers to every response, including failures: without them, a browser hides the status. */
export const withCors =
  (next: Handler): Handler =>
  async request => {
    if (request.method === 'OPTIONS') return new Response(null, {status: 204, headers: {...always, ...preflight}});
    const response = await next(request);
    for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
    return response;
  };
