/** A JSON response with a strong ETag, or 304 if the client has the same version. */
export function conditionalJson(request: Request, body: unknown): Promise<Response> {
  return conditionalVersion(request, body, () => Promise.resolve(body));
}

/** The same for a body that is only read if the client does not have this version of it. */
export async function conditionalVersion(
  request: Request,
  version: unknown,
  read: () => Promise<unknown>,
): Promise<Response> {
  const etag = `"${await sha256(JSON.stringify(version))}"`;
  const headers = {ETag: etag};
  if (matches(request.headers.get('If-None-Match'), etag)) return new Response(null, {status: 304, headers});
  return new Response(JSON.stringify(await read()), {headers: {...headers, 'Content-Type': 'application/json'}});
}

// If-None-Match uses weak comparison (RFC 9110, 13.1.2), and a compressing proxy makes the ETag weak.
function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
