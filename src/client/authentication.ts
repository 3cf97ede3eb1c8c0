import {toSupportError} from './failure.js';

/** Who the customer is, and how to learn it again when the server no longer believes it. */
export interface Credentials {
  /** The token as it now stands. */
  readonly token: string;
  /** Asks the host for another in place of a refused one: once, however many ask. Rejects with `unauthenticated`. */
  renew(refused: string): Promise<string>;
}

/** How many tokens are tried for one request. */
const tokensAtMost = 3;

/** A customer's right to be served, which may have to be renewed at any time. */
export class Authentication {
  readonly #credentials: Credentials;
  /** The last token that the server took. */
  #served = '';

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  /**
   * Makes a request, and again with the token that stands in place of a refused one: what was refused was not carried out.
   * A token that has never served, and is refused in its turn, ends it.
   */
  async act<Output>(request: (token: string) => Promise<Output>, signal: AbortSignal): Promise<Output> {
    for (let attempt = 1; ; attempt++) {
      const {token} = this.#credentials;
      try {
        const output = await request(token);
        this.#served = token;
        return output;
      } catch (error) {
        if (toSupportError(error).code !== 'unauthenticated') throw error;
        const isNew = token === this.#credentials.token && token !== this.#served;
        if (attempt === tokensAtMost || (attempt > 1 && isNew)) throw error;
        await this.#credentials.renew(token);
        signal.throwIfAborted();
      }
    }
  }
}
