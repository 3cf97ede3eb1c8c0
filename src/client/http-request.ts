import {SupportError} from '../contract/errors.js';
import {isToken} from '../internal/customer-key.js';
import {nullProto} from '../internal/null-proto.js';

/** What one operation of the contract sends to the server. */
export interface HttpRequest {
  /** GET if it is not set. */
  readonly method?: string | undefined;
  readonly path: string;
  /** The media type of the response; JSON if it is not set. */
  readonly accept?: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** JSON, unless a header says otherwise. */
  readonly body?: string | undefined;
  /** Headers besides those of the contract. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly authorize?: ((token: string) => Readonly<Record<string, string>>) | undefined;
  readonly credentials?: RequestCredentials | undefined;
  /** Whether the server does not speak the contract: any JSON counts as its answer, also in errors. */
  readonly isForeign?: boolean;
  /** Translates the body of a failed response to one that `problemOf` reads. */
  readonly readProblem?: ((body: unknown) => unknown) | undefined;
  readonly idempotencyKey?: string;
  /** The ETag of the response that is in memory. */
  readonly etag?: string | undefined;
  /** `no-store` if it is not set. */
  readonly cache?: RequestCache;
  readonly signal: AbortSignal;
}

/** A response that has been read to its end. */
export interface TextResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const bearer = (token: string): Record<string, string> => ({Authorization: `Bearer ${token}`});

/** The URL of a request, below the API's address. */
export function urlOf({path, query}: HttpRequest, address: string): string {
  const search = new URLSearchParams(query).toString();
  return `${address}${path}${search && `?${search}`}`;
}

/**
 * The request as it leaves the page. `Request` and `Headers` read only options that are set here: with a plain object,
 * they would also read what the page has put on `Object.prototype`.
 */
export function toRequest(request: HttpRequest, address: string, token: string, signal: AbortSignal): Request {
  const {method = 'GET', accept = 'application/json', body = null, idempotencyKey, etag} = request;
  const {authorize = bearer, credentials = 'omit', cache = 'no-store'} = request;
  const authorization = isToken(token) ? authorize(token) : {};
  const type = body === null ? {} : {'Content-Type': 'application/json'};
  const headers = new Headers(nullProto({Accept: accept, ...type, ...request.headers, ...authorization}));
  if (etag) headers.set('If-None-Match', etag);
  if (idempotencyKey) headers.set('Idempotency-Key', `"${idempotencyKey}"`);
  const options: RequestInit = {
    method,
    headers,
    body,
    signal,
    mode: 'cors',
    credentials,
    cache,
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  };
  const created = new Request(urlOf(request, address), nullProto(options));
  // Whatever an id or a cursor has made of the path, nothing leaves for another origin or for a path outside the API.
  if (!created.url.startsWith(address)) throw new SupportError('not_found');
  return created;
}
