/** Argument of a `TokenProvider`. */
export interface TokenRequest {
  /**
   * `initial`: there is no token yet, or the browser has restored the page from its back/forward cache. `expired`: the
   * token expires within 30 s. `rejected`: the server rejected the token.
   */
  readonly reason: 'initial' | 'expired' | 'rejected';
  /** Aborted when the token is no longer needed. */
  readonly signal: AbortSignal;
}

/**
 * Returns the customer's JWT, or the empty string if the user has signed out. Called at start, when the browser
 * restores the page from its back/forward cache, 30 s before the token expires and whenever the server rejects it. If
 * it rejects, the customer can retry.
 */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;
