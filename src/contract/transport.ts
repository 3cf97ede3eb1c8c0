import type {ReadOptions, TicketBackend} from './backend.js';
import type {SupportError, SupportErrorCode, SupportErrorInit} from './errors.js';

/** A request of a custom backend. */
export interface TransportRequest extends ReadOptions {
  /** GET if it is not set. A GET is retried once if the connection or the server fails. */
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Further headers. `Accept` is JSON, and so is `Content-Type` if there is a body. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, everything else as JSON. */
  readonly body?: unknown;
  /** Returns the headers that carry the token. Without it: `Authorization: Bearer …`. */
  readonly authorize?: (token: string) => Readonly<Record<string, string>>;
  /** `same-origin` sends the cookies of the page if the API has its origin. Without it, no cookies are sent. */
  readonly credentials?: 'same-origin';
  /**
   * Translates the body of a failed response, which is undefined if it is not JSON, to `{detail, errors}`: `detail` is
   * the text for the customer, and `errors` has a text for each field, such as `{subject: 'Too long.'}`. Without it,
   * the shapes that are in common use are read.
   */
  readonly readProblem?: (body: unknown) => unknown;
}

/** A response with a status from 200 to 299. */
export interface TransportResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, whose objects have no prototype, or the text if it is not JSON. Do not change it. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- As in `Response.json()`: only the backend knows.
  readonly body: any;
}

/**
 * Sends the requests of a custom backend as those of the default REST API are sent: with the session's token, which is
 * renewed after a 401; with a time limit that grows with the body; with `If-None-Match` for a GET whose response had an
 * `ETag`, in memory; and to no other address than `api-base`.
 */
export interface Transport {
  /** The absolute URL of `api-base`, with a slash at its end; without `api-base`, that of the page's origin. */
  readonly baseUrl: string;
  /**
   * Sends a request to a path below `baseUrl`. Encode each ID in it with `encodeURIComponent`.
   *
   * Rejects with a `SupportError` for any other status: `unauthenticated` for a 401, `forbidden` for 402 and 403,
   * `not_found` for 404, `gone` for 410, `conflict` for 409 and 423, `invalid` for 400, 413, 415 and 422 with
   * `serverMessage` and `fields` as the server words them, `rate_limited` for 429 with `retryAfter`, `unavailable` for
   * 5xx, and `bad_response` if a proxy or a firewall has answered with a page instead of JSON.
   */
  request(path: string, request: TransportRequest): Promise<TransportResponse>;
  /** Creates an error to reject with, for what only the backend knows: a ticket that is closed for replies. */
  error(code: SupportErrorCode, init?: SupportErrorInit): SupportError;
}

/**
 * Creates a custom backend for one session. Functions with the same source text and the same `api-base` count as the
 * same backend, so that one that is written inline in a template keeps its session.
 */
export type TicketBackendFactory = (transport: Transport) => TicketBackend;
