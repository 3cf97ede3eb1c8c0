/**
 * Everything that can go wrong, in the words of the contract's table of failures.
 *
 * - `unauthenticated`: no token, or one that is refused; the host is asked for another first.
 * - `forbidden`: a good token whose account may not use tickets. Final.
 * - `not_found`: no such ticket for this customer.
 * - `conflict`: the ticket takes no replies, or the same message is still on its way.
 * - `gone`: the subscriber was deleted. Final.
 * - `invalid`: the server wants other words; `fields` names where.
 * - `rate_limited`: too many requests; wait `retryAfter` seconds.
 * - `unavailable`: the server answered, but could not serve.
 * - `network`: nothing readable came back.
 * - `bad_response`: something came back that is not the contract's, such as a captive portal's page.
 * - `misconfigured`: the page's `api-base` is no address that a token may be sent to. Final.
 * - `offline`: the device itself says that it has no connection; nothing was sent.
 * - `uncertain`: the connection broke before the server had answered, and it does not promise to do a thing once.
 * - `overdue`: it could not be sent for so long that only the customer can say whether it still matters.
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

/** What stays as it is, however often it is asked for. */
const final: readonly SupportErrorCode[] = ['not_found', 'invalid', 'misconfigured'];

export interface SupportErrorInit {
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfter?: number | undefined;
  readonly serverMessage?: string | undefined;
  readonly fields?: ReadonlyMap<string, string> | undefined;
  readonly refusesCursor?: boolean | undefined;
}

/** Our own small error. It holds no request, no header and no URL: a client's raw error would carry the token out. */
export class SupportError extends Error {
  override readonly name = 'SupportError';
  readonly code: SupportErrorCode;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  /** The server's `X-Request-Id`, to quote to the operator. */
  readonly requestId: string | undefined;
  /** Seconds to wait, where the server said. */
  readonly retryAfter: number | undefined;
  /** The server's own words, for `invalid` and `conflict` only. */
  readonly serverMessage: string;
  /** The server's words by field, for `invalid`. */
  readonly fields: ReadonlyMap<string, string>;
  /** The server does not know the cursor any more: what is read page by page has to be read from the start. */
  readonly refusesCursor: boolean;

  constructor(code: SupportErrorCode, init: SupportErrorInit = {}) {
    super(code);
    this.code = code;
    this.status = init.status;
    this.requestId = init.requestId;
    this.retryAfter = init.retryAfter;
    this.serverMessage = init.serverMessage ?? '';
    this.fields = init.fields ?? new Map();
    this.refusesCursor = init.refusesCursor ?? false;
  }

  /** The account itself is refused: nothing that is asked for will be served. */
  get refusesAccount(): boolean {
    return this.code === 'unauthenticated' || this.code === 'forbidden' || this.code === 'gone';
  }

  /** Asking again may help. */
  get retryable(): boolean {
    return !this.refusesAccount && !final.includes(this.code);
  }
}
