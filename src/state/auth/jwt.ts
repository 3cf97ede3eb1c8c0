interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
}

/** The unverified claims of a JWT. Only the server decides what a token allows. */
function claimsOf(token: string): Claims {
  try {
    const bytes = atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    return (JSON.parse(decodeURIComponent(percentEncoded(bytes))) ?? {}) as Claims;
  } catch {
    return {};
  }
}

/** `atob` returns one character per byte; claims are UTF-8. */
const percentEncoded = (bytes: string): string =>
  bytes.replace(/[^]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);

/**
 * The customer that a token names: its `sub`, or the token itself if it is opaque. Used only to keep customers apart.
 */
export function subjectOf(token: string): string {
  const {sub} = claimsOf(token);
  return typeof sub === 'string' || typeof sub === 'number' ? `sub:${sub}` : token;
}

/** When a token expires, in milliseconds since the epoch; `NaN` if it does not say. */
export const expiryTime = (token: string): number => Number(claimsOf(token).exp) * 1000;
