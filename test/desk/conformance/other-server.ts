type Fetch = (request: Request) => Promise<Response>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The same with further properties, in another order, and with times in another form. */
function other(value: unknown, isReversed: boolean): unknown {
  if (Array.isArray(value)) return value.map(each => other(each, isReversed));
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\S+)Z$/, '$1+00:00');
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, other(each, isReversed)] as const);
  const all = [['x_version', 7], ...entries, ['x_links', {self: null}]] as (readonly [string, unknown])[];
  return Object.fromEntries(isReversed ? all.reverse() : all);
}

/**
 * A server that is right in another form: other order and more properties, which differ in a response that is sent
 * again, as if it was stored in a column of type `jsonb`; times with an offset; weak ETags; a 200 with a body where a
 * 204 would do; problems with an `instance`.
 */
export function differently(fetch: Fetch): Fetch {
  return async request => {
    const response = await fetch(request);
    const headers = new Headers(response.headers);
    const etag = headers.get('ETag');
    if (etag) headers.set('ETag', `W/${etag}`);
    const type = headers.get('Content-Type') ?? '';
    if (response.status === 204 && request.method === 'PUT') return Response.json({ok: true}, {headers});
    if (!type.includes('json')) return new Response(response.body, {status: response.status, headers});
    const body = other(await response.json(), headers.has('Idempotent-Replayed')) as object;
    const problem = response.ok ? {} : {instance: `${new URL(request.url).pathname}#${crypto.randomUUID()}`};
    headers.set('Content-Type', `${type}; charset=utf-8`);
    return new Response(JSON.stringify({...body, ...problem}, null, 2), {status: response.status, headers});
  };
}
