import type {SupportError} from '../../contract/errors.js';
import {sessionKey, type ConnectionOptions} from '../../state/create-session.js';
import {browserPage} from './browser-page.js';
import {misconfigured} from './misconfigured.js';

/**
 * The key of its host's session, memoized: an element renders with every key press, and the key requires the token to
 * be decoded.
 */
export class SessionKey {
  #inputs: readonly unknown[] = [];
  #value: string | undefined;
  /** Why there is no key. */
  error: SupportError | undefined;

  of(options: ConnectionOptions, token: string): string | undefined {
    const inputs = [token, options.apiBase, options.backend, options.fetch, browserPage.baseUrl];
    if (inputs.every((input, index) => input === this.#inputs[index])) return this.#value;
    this.#inputs = inputs;
    this.#value = this.error = undefined;
    try {
      this.#value = sessionKey(options, token, browserPage);
    } catch {
      this.error = misconfigured('api-base is not a URL that a token may be sent to');
    }
    return this.#value;
  }
}
