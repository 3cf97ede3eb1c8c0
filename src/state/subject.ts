/**
 * Whom a token speaks of: its `sub`, or the token itself where it is opaque.
 *
 * Read to keep two customers' tickets apart in memory, and for nothing else: what a token allows is the server's to say.
 */
export function subjectOf(token: string): string {
  const payload = token.split('.')[1];
  if (!payload) return token;
  try {
    const bytes = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const claims: unknown = JSON.parse(decodeURIComponent(escaped(bytes)));
    const subject = (claims as {sub?: unknown} | null)?.sub;
    return typeof subject === 'string' || typeof subject === 'number' ? `sub:${subject}` : token;
  } catch {
    return token;
  }
}

/** `atob` gives bytes, and names are UTF-8. */
const escaped = (bytes: string): string =>
  bytes.replace(/[^]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
