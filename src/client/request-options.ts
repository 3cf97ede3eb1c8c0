import {replaceOption, type Options} from 'ky';

export interface HttpRequest {
  readonly method?: 'get' | 'post' | 'put';
  readonly path: string;
  readonly query?: Record<string, string> | undefined;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal: AbortSignal;
}

export interface Passport {
  readonly token: string;
  /** The validator of an answer that is known already. */
  readonly etag: string | undefined;
  readonly send: typeof fetch;
  /** Throws when a request is about to leave for another place. */
  readonly assertOurs: (url: string) => void;
}

/**
 * What ky is told of a request. Every key that it reads is our own, and replaces what it would merge it with: one that a
 * page has put on `Object.prototype` would see our headers.
 */
export function requestOptions(
  {method, query, body, idempotencyKey, signal}: HttpRequest,
  passport: Passport,
): Options {
  const {token, etag, send, assertOurs} = passport;
  const headers: Record<string, string> = {Authorization: `Bearer ${token}`, Accept: 'application/json'};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (etag) headers['If-None-Match'] = etag;
  if (idempotencyKey) headers['Idempotency-Key'] = `"${idempotencyKey}"`;
  return Object.assign(Object.create(null) as Options, {
    method: method ?? 'get',
    prefix: '',
    baseUrl: undefined,
    headers: replaceOption(headers),
    json: undefined,
    body: body === undefined ? undefined : JSON.stringify(body),
    searchParams: replaceOption(query ?? {}),
    signal,
    // The request alone: an options object would bring the prototype's headers, and a method call is illegal to a browser's own.
    fetch: (request: Request) => send(request),
    timeout: 15_000,
    totalTimeout: 45_000,
    // A write is repeated by those who know whether it may be. A 429 is not repeated: ky would ask before the server allows it.
    retry: {
      limit: 2,
      methods: ['get'],
      statusCodes: [408, 500, 502, 503, 504],
      maxRetryAfter: 20_000,
      backoffLimit: 8_000,
      jitter: true,
    },
    throwHttpErrors: (status: number) => status !== 304,
    hooks: replaceOption({beforeRequest: [({request: {url}}: {request: Request}) => assertOurs(url)]}),
    context: {},
    parseJson: JSON.parse,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
}
