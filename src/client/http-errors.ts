import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import {Problem} from '../contract/problem.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import type {TextResponse} from './http-request.js';

const codes = new Map<number, SupportErrorCode>([
  // An opaque redirect: some servers answer browsers with their login page.
  // https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
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

/** Replaces a raw error, which may hold the token in a header or an URL, by one of ours. */
export const toSupportError = (error: unknown): SupportError =>
  error instanceof SupportError ? error : new SupportError('network');

/** The error of a response whose status is not a success. */
export function responseError({status, headers, text}: TextResponse): SupportError {
  const code = codes.get(status) ?? (status < 500 ? 'bad_response' : 'unavailable');
  const problem = Problem.safeParse(safeJsonParse(text)).data;
  const isShown = code === 'invalid' || code === 'conflict';
  return new SupportError(code, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(headers) ?? problem?.retryAfter,
    // For every other code, the server's text may be a stack trace.
    serverMessage: isShown ? problem?.detail : undefined,
    fields: isShown ? problem?.fields : undefined,
    refusesCursor: problem?.type.endsWith('/bad-cursor'),
  });
}

/**
 * In seconds. A page of another origin can read the header only if the server exposes it, so the body repeats the
 * value.
 */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  // Counted from the server's own clock, because the device's clock may be wrong by months.
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
