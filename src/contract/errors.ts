import {clamp, isObject, singleLineOf} from './primitives.js';

/**
 * Reason for a failure.
 *
 * - `unauthenticated`: the token is missing, or the server rejected it and no new token was provided.
 * - `forbidden`: the token is valid, but the account has no access to tickets.
 * - `not_found`: the ticket does not exist, belongs to another customer, or is refused.
 * - `conflict`: the ticket is closed for replies, or the same message is still being processed.
 * - `gone`: the account was deleted.
 * - `invalid`: the server, or something in front of it, rejected the input; `fields` has the reason for each field.
 * - `rate_limited`: too many requests; wait for `retryAfter` seconds.
 * - `unavailable`: the server responded but could not handle the request.
 * - `network`: no response that could be read.
 * - `bad_response`: the response does not match the API, or is not from the server, for example the login page of a
 *   captive portal or a firewall's 403.
 * - `misconfigured`: the page has not set up the element: `api-base` is missing or is not a URL that a token may be
 *   sent to, no token was set, the token is not one, or a property was written as an attribute. `cause` says which.
 * - `offline`: the device reports that it is offline; nothing was sent.
 * - `uncertain`: the connection failed before the response, and the server does not support idempotent requests. The
 *   message may have arrived.
 * - `overdue`: a message could not be sent for so long that the customer has to confirm it.
 */
export type SupportErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'gone'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable'
  | 'network'
  | 'bad_response'
  | 'misconfigured'
  | 'offline'
  | 'uncertain'
  | 'overdue';

/** Codes that a retry does not change. */
const final: readonly SupportErrorCode[] = ['not_found', 'invalid', 'misconfigured'];

/** Options of the `SupportError` constructor. Each sets the property of the same name. */
export interface SupportErrorInit {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly serverMessage?: string | undefined;
  readonly fields?: ReadonlyMap<string, string> | undefined;
  readonly refusesCursor?: boolean | undefined;
  readonly refusesToken?: boolean | undefined;
  readonly cause?: unknown;
  readonly path?: string | undefined;
  readonly reason?: string | undefined;
}

/** Describes a failure. It has no request, header or URL, so that logging it cannot leak the token. */
export class SupportError extends Error {
  /** `SupportError`. Not assigned: a page may have frozen `Error.prototype`, which has the name too. */
  override get name(): 'SupportError' {
    return 'SupportError';
  }

  /** Reason for the failure. */
  readonly code: SupportErrorCode;
  /** HTTP status code, if there was a response. */
  readonly status: number | undefined;
  /** Value of the `X-Request-Id` response header, for support requests to the operator. */
  readonly requestId: string | undefined;
  /** Seconds to wait before a retry, if the server specified them: a day at most. */
  readonly retryAfter: number | undefined;
  /** Message of the server for the customer. Set for `invalid`, `conflict` and `bad_response`; otherwise empty. */
  readonly serverMessage: string;
  /** Messages of the server by field name. Set for `invalid` only; otherwise empty. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether the server no longer accepts the cursor, so that pagination has to restart. */
  readonly refusesCursor: boolean;
  /** Whether another token may help: the response was a 401, or a redirect to a sign-in page. */
  readonly refusesToken: boolean;
  /**
   * Where the response breaks the contract, such as `data.1.reply_count` or `content-type`, if `bad_response`. The
   * attribute that has no effect, such as `tokenprovider`, if `misconfigured`.
   */
  readonly path: string | undefined;
  /** How it does, such as `items instead of data`. Contains no value of the response. */
  readonly reason: string | undefined;

  constructor(code: SupportErrorCode, init: SupportErrorInit = {}) {
    super(code, init.cause === undefined ? undefined : {cause: init.cause});
    this.code = code;
    this.status = init.status;
    this.requestId = init.requestId;
    this.retryAfter = clamp(init.retryAfter, [0, 86_400]);
    this.serverMessage = init.serverMessage ?? '';
    this.fields = init.fields ?? new Map();
    this.refusesCursor = init.refusesCursor ?? false;
    this.refusesToken = init.refusesToken ?? code === 'unauthenticated';
    this.path = init.path;
    this.reason = init.reason;
  }

  /** Whether the account itself is rejected, so that every request will fail. */
  get refusesAccount(): boolean {
    return this.code === 'unauthenticated' || this.code === 'forbidden' || this.code === 'gone';
  }

  /** Whether a retry may succeed. */
  get retryable(): boolean {
    return !this.refusesAccount && !final.includes(this.code);
  }
}

const codes: readonly string[] = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'gone',
  'invalid',
  'rate_limited',
  'unavailable',
  'network',
  'bad_response',
  'misconfigured',
  'offline',
  'uncertain',
  'overdue',
] satisfies SupportErrorCode[];

/**
 * The error itself, or one with the properties of an object that looks like it: of another copy of the class, or
 * without any. Its cause is left out, because it may contain the token. Undefined for all else.
 */
export function supportErrorLike(error: unknown): SupportError | undefined {
  if (error instanceof SupportError) return error;
  const {code, fields, serverMessage, ...rest} = Object(error) as SupportErrorInit & {readonly code?: SupportErrorCode};
  if (!code || !codes.includes(code)) return undefined;
  const entries = fields instanceof Map ? [...fields] : isObject(fields) ? Object.entries(fields) : [];
  return new SupportError(code, {
    ...rest,
    cause: undefined,
    serverMessage: singleLineOf(serverMessage),
    fields: new Map(entries.map(([field, text]) => [field, singleLineOf(text)])),
  });
}
