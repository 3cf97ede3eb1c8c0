import {SupportError} from '../contract/errors.js';

/** What one operation asks of the server, in the words of HTTP. */
export interface HttpRequest {
  /** Nothing: it reads. */
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  /** The kind of answer that is wanted; JSON, unless it says otherwise. */
  readonly accept?: string;
  readonly query?: Record<string, string> | undefined;
  /** JSON. */
  readonly body?: string;
  readonly idempotencyKey?: string;
  readonly signal: AbortSignal;
}

export interface Passport {
  readonly token: string;
  /** The validator of an answer that is known already. */
  readonly etag: string | undefined;
}

/** The address of a request, below that of the API. */
export function urlOf({path, query}: HttpRequest, address: string): string {
  const search = new URLSearchParams(query).toString();
  return `${address}${path}${search && `?${search}`}`;
}

/**
 * A request as it leaves the page. All that `Request` reads of its options is our own: what a page has put on
 * `Object.prototype` would go along.
 */
export function toRequest(request: HttpRequest, address: string, passport: Passport, signal: AbortSignal): Request {
  const {method = 'GET', accept = 'application/json', body = null, idempotencyKey} = request;
  const headers = new Headers(own({Authorization: `Bearer ${passport.token}`, Accept: accept}));
  if (body !== null) headers.set('Content-Type', 'application/json');
  if (passport.etag) headers.set('If-None-Match', passport.etag);
  if (idempotencyKey) headers.set('Idempotency-Key', `"${idempotencyKey}"`);
  const options: RequestInit = {
    method,
    headers,
    body,
    signal,
    mode: 'cors',
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  };
  const leaving = new Request(urlOf(request, address), own(options));
  // Nothing leaves for another place, whatever an id or a cursor has made of its path.
  if (!leaving.url.startsWith(address)) throw new SupportError('not_found');
  return leaving;
}

/** Options that hold nothing but what is in them. */
export const own = <Options extends object>(options: Options): Options =>
  Object.assign(Object.create(null) as Options, options);
