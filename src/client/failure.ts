import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import {Problem} from '../contract/problem.js';
import type {Answer} from './exchange.js';
import {parsed} from './parsed.js';

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

/** What a failed request means. Nothing of a raw error goes on: it may hold the token. */
export const toSupportError = (error: unknown): SupportError =>
  error instanceof SupportError ? error : new SupportError('network');

/** What an answer means that is no success. */
export function failureOf({status, headers, text}: Answer): SupportError {
  const code = codes.get(status) ?? (status < 500 ? 'bad_response' : 'unavailable');
  const problem = Problem.safeParse(parsed(text)).data;
  const wordsCount = code === 'invalid' || code === 'conflict';
  return new SupportError(code, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(headers) ?? problem?.retryAfter,
    // Elsewhere a server's words may be a stack trace.
    serverMessage: wordsCount ? problem?.words : undefined,
    fields: wordsCount ? problem?.fields : undefined,
    refusesCursor: problem?.type.endsWith('/bad-cursor'),
  });
}

/** Seconds. Unreadable cross-origin unless the server exposes it, which is why the body repeats it. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  // By the server's own clock: this device's may be wrong by months.
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
