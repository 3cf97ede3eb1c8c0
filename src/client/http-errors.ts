import {SupportError, type SupportErrorCode} from '../contract/errors.js';
import type {Flaw} from '../contract/flaws.js';
import {problemOf} from '../contract/problem.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import {warnOnce} from '../internal/warn-once.js';
import type {TextResponse} from './http-request.js';

/**
 * What each status says that says more than its class: docs/servers.md lists them. A 4xx without an entry is
 * `bad_response` for a read and `invalid` for a write; a 5xx without one is `unavailable`.
 */
const statuses: Partial<Record<SupportErrorCode, readonly number[]>> = {
  unauthenticated: [401],
  forbidden: [402, 403],
  not_found: [404],
  gone: [410],
  conflict: [409, 423],
  invalid: [400, 413, 414, 415, 422, 431],
  rate_limited: [429],
  // The body did not arrive in time.
  network: [408],
  // The server is there, but does not accept requests in this way, or not yet.
  unavailable: [421, 425, 426],
  // The network in between answers: an opaque redirect, a proxy, a legal block, a captive portal.
  // https://fetch.spec.whatwg.org/#concept-filtered-response-opaque-redirect
  // https://www.rfc-editor.org/rfc/rfc6585#section-6
  bad_response: [0, 407, 451, 511],
};

const codes = new Map(
  Object.entries(statuses).flatMap(([code, list]) => list.map(status => [status, code as SupportErrorCode] as const)),
);

/** Codes that only the server of the contract may give: from anybody else, they say nothing about the customer. */
const verdicts: readonly SupportErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'conflict',
  'invalid',
];

/** What is wrong with the media type of a response, if it is not JSON. */
export function mediaTypeFlaw(headers: Headers, expected: string): Flaw | undefined {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (/\bjson\b/.test(type)) return undefined;
  return {path: 'content-type', reason: `${type || 'nothing'} instead of ${expected}`};
}

/** Codes of failures whose form tells the page's developer who has answered. */
const flawed: readonly SupportErrorCode[] = ['bad_response', 'invalid', 'conflict'];

/**
 * Why a failed response is not in the form of the contract. A firewall, a proxy or a gateway answers in HTML, or in
 * JSON without `error`.
 */
function foreignFlaw({headers, text}: TextResponse, body: unknown, isForeign: boolean | undefined): Flaw | undefined {
  if (isForeign && (text === '' || body !== undefined)) return undefined;
  const flaw = mediaTypeFlaw(headers, 'application/problem+json');
  const isProblem = /problem\+json/.test(headers.get('content-type') ?? '');
  const isError = typeof body === 'object' && body !== null && (isProblem || !!(body as {error?: unknown}).error);
  return flaw ?? (isError ? undefined : {path: 'body', reason: 'no error'});
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

/** The request that has failed, as far as it tells what the status means. */
interface FailedRequest {
  /** Whether it would have created something. */
  readonly isWrite: boolean;
  /** Whether the server does not speak the contract: only what is not JSON comes from an intermediary. */
  readonly isForeign: boolean | undefined;
  readonly readProblem?: ((body: unknown) => unknown) | undefined;
}

/** A mistake of a backend costs the server's words, and not what the status says. */
function tryRead(readProblem: (body: unknown) => unknown, body: unknown): unknown {
  try {
    return readProblem(body);
  } catch {
    warnOnce('readProblem of the backend has failed: the words of the server are not shown');
    return undefined;
  }
}

/** The error of a response whose status is not a success. */
export function responseError(response: TextResponse, request: FailedRequest): SupportError {
  const {isWrite, isForeign, readProblem} = request;
  const {status, headers, text} = response;
  const body = safeJsonParse(text);
  const foreign = foreignFlaw(response, body, isForeign);
  const code = codeOf(status, isWrite, !foreign);
  const flaw = foreign ?? (code === 'bad_response' && {path: 'status', reason: `unexpected status ${status}`});
  const problem = problemOf(readProblem ? tryRead(readProblem, body) : body);
  const isShown = code === codes.get(status) && (code === 'invalid' || code === 'conflict');
  return new SupportError(code, {
    // A server that is down, or asks to wait, says so by its status.
    ...(flawed.includes(code) && flaw),
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(headers) ?? problem.retryAfter,
    // For every other code, the server's text may be a stack trace.
    serverMessage: isShown ? problem.detail : undefined,
    fields: isShown ? problem.fields : undefined,
    refusesToken: status === 401 || status === 0,
    refusesCursor: problem.type.endsWith('/bad-cursor'),
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
  // Two proxies make a list. `Date.parse` reads numbers, too: as months.
  const seconds = /^[a-z]/i.test(value)
    ? (Date.parse(value) - now) / 1000
    : Math.max(...value.split(',').map(Number.parseFloat));
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
