/** A JSON response with an `ETag`, or 304 if the client has it. */
export async function conditionalJson(request: Request, body: object): Promise<Response> {
  const text = JSON.stringify(body);
  const etag = `"${await sha256(text)}"`;
  if (matches(request.headers.get('If-None-Match'), etag))
    return new Response(null, {status: 304, headers: {ETag: etag}});
  return new Response(text, {headers: {'Content-Type': 'application/json', ETag: etag}});
}

// The comparison is weak (https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2): a proxy that compresses makes it so.
const matches = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some(tag => ['*', etag].includes(tag.trim().replace(/^W\//, '')));

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

const exposed = 'ETag, Location, Retry-After, Date, X-Request-Id, WWW-Authenticate, Idempotent-Replayed';

/** The CORS headers for a request: none, unless its origin is allowed. */
export function corsHeaders(request: Request, origins: readonly string[] | '*'): Readonly<Record<string, string>> {
  const origin = request.headers.get('Origin') ?? '';
  const isAllowed = origins === '*' || origins.includes(origin);
  return {
    ...(origins !== '*' && origins.length > 0 && {Vary: 'Origin'}),
    ...(isAllowed && {
      'Access-Control-Allow-Origin': origins === '*' ? '*' : origin,
      'Access-Control-Expose-Headers': exposed,
    }),
    ...(isAllowed && request.method === 'OPTIONS' && preflight),
  };
}

const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT',
  // "*" does not cover Authorization: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-None-Match, Idempotency-Key, Accept-Language, Last-Event-ID',
  // The most that Chromium takes.
  'Access-Control-Max-Age': '7200',
};
