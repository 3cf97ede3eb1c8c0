interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
}

/** What a JWT says of itself. Nothing is trusted on its word: what a token allows is the server's to say. */
function claimsOf(token: string): Claims {
  try {
    const bytes = atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    return (JSON.parse(decodeURIComponent(escaped(bytes))) ?? {}) as Claims;
  } catch {
    return {};
  }
}

/** `atob` gives bytes, and names are UTF-8. */
const escaped = (bytes: string): string =>
  bytes.replace(/[^]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Whom a token speaks of: its `sub`, or the token itself where it is opaque. It keeps two customers' tickets apart, and no more. */
export function subjectOf(token: string): string {
  const {sub} = claimsOf(token);
  return typeof sub === 'string' || typeof sub === 'number' ? `sub:${sub}` : token;
}

/** When a token ends, in milliseconds since the epoch; not a number where it does not say. */
export const expiryOf = (token: string): number => Number(claimsOf(token).exp) * 1000;
