import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import {Problem} from '../contract/problem.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import type {TextResponse} from './http-request.js';

/**
 * What each status says that says more than its class: docs/servers.md lists them. A 4xx without an entry is
 * `bad_response` for a read and `invalid` for a write; a 5xx without one is `unavailable`.
 */
const codes = new Map<number, SupportErrorCode>([
  [401, 'unauthenticated'],
  [402, 'forbidden'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [410, 'gone'],
  [409, 'conflict'],
  [423, 'conflict'],
  [400, 'invalid'],
  [413, 'invalid'],
  [414, 'invalid'],
  [415, 'invalid'],
  [422, 'invalid'],
  [431, 'invalid'],
  [429, 'rate_limited'],
  // The body did not arrive in time.
  [408, 'network'],
  // The server is there, but does not accept requests in this way, or not yet.
  [421, 'unavailable'],
  [425, 'unavailable'],
  [426, 'unavailable'],
  // The network in between answers: an opaque redirect, a proxy, a legal block, a captive portal.
  // https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
  // https://www.rfc-editor.org/rfc/rfc6585#section-6
  [0, 'bad_response'],
  [407, 'bad_response'],
  [451, 'bad_response'],
  [511, 'bad_response'],
]);

/** Codes that only the server of the contract may give: from anybody else, they say nothing about the customer. */
const verdicts: readonly SupportErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'conflict',
  'invalid',
];

/**
 * Whether a failed response is in the form of the contract. A firewall, a proxy or a gateway answers in HTML, or in
 * JSON without `error`.
 */
function isContractAnswer(headers: Headers, body: unknown): boolean {
  const type = /\b(problem\+)?json\b/.exec(headers.get('content-type') ?? '');
  return type !== null && typeof body === 'object' && body !== null && (type[1] !== undefined || 'error' in body);
}

function codeOf(status: number, isWrite: boolean, isContract: boolean): SupportErrorCode {
  const code = codes.get(status) ?? (status < 500 ? undefined : 'unavailable');
  if (code && (isContract || !verdicts.includes(code))) return code;
  // A firewall may dislike one text: the next may pass.
  if (isWrite) return code === 'conflict' ? code : 'invalid';
  return 'bad_response';
}

/** Replaces a raw error, which may hold the token in a header or an URL, by one of ours. */
export const toSupportError = (error: unknown): SupportError =>
  error instanceof SupportError ? error : new SupportError('network');

/** The error of a response whose status is not a success. `isWrite`: the request would have created something. */
export function responseError({status, headers, text}: TextResponse, isWrite = false): SupportError {
  const body = safeJsonParse(text);
  const code = codeOf(status, isWrite, isContractAnswer(headers, body));
  const problem = Problem.safeParse(body).data;
  const isShown = code === codes.get(status) && (code === 'invalid' || code === 'conflict');
  return new SupportError(code, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(headers) ?? problem?.retryAfter,
    // For every other code, the server's text may be a stack trace.
    serverMessage: isShown ? problem?.detail : undefined,
    fields: isShown ? problem?.fields : undefined,
    refusesToken: status === 401 || status === 0,
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
