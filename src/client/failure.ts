import {isHTTPError, type HTTPError} from 'ky';

import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import {Problem} from '../contract/problem.js';

const codes = new Map<number, SupportErrorCode>([
  // An opaque redirect: some servers answer browsers with their login page (https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect).
  [0, 'unauthenticated'],
  [400, 'invalid'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'conflict'],
  [410, 'gone'],
  [413, 'invalid'],
  [415, 'invalid'],
  [422, 'invalid'],
  [429, 'rate_limited'],
]);

/** What a failed request means. Nothing of the raw error goes on: it holds the token. */
export function toSupportError(error: unknown): SupportError {
  if (error instanceof SupportError) return error;
  if (isHTTPError(error)) return fromAnswer(error);
  return new SupportError(error instanceof SyntaxError ? 'bad_response' : 'network');
}

function fromAnswer({response, data}: HTTPError): SupportError {
  const code = codes.get(response.status) ?? (response.status < 500 ? 'bad_response' : 'unavailable');
  const problem = Problem.safeParse(data).data;
  const wordsCount = code === 'invalid' || code === 'conflict';
  return new SupportError(code, {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(response) ?? problem?.retryAfter,
    // Elsewhere a server's words may be a stack trace.
    words: wordsCount ? problem?.words : undefined,
    fields: wordsCount ? problem?.fields : undefined,
  });
}

/** Seconds. Unreadable cross-origin unless the server exposes it, which is why the body repeats it. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('retry-after');
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
