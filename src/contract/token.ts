/** Why a token is asked for. */
export interface TokenRequest {
  /** `initial`: there is none yet. `rejected`: the server refuses the one there is. */
  readonly reason: 'initial' | 'rejected';
  /** Aborts when nobody waits for the token any more. */
  readonly signal: AbortSignal;
}

/**
 * Gives the customer's JWT, or the empty string where nobody is signed in any more. Called again whenever the server
 * refuses the last one, and, where it has failed by a rejection, when the customer tries again.
 */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;
