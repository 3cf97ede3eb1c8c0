/** Why a token is asked for. */
export interface TokenRequest {
  /** `initial`: there is none yet. `expired`: the one there is ends within half a minute. `rejected`: the server refuses it. */
  readonly reason: 'initial' | 'expired' | 'rejected';
  /** Aborts when nobody waits for the token any more. */
  readonly signal: AbortSignal;
}

/**
 * Gives the customer's JWT, or the empty string where nobody is signed in any more. Called again shortly before the last one
 * ends, whenever the server refuses it, and, where it has failed by a rejection, when the customer tries again.
 */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;
