import type {SupportError} from '../../contract/errors.js';
import {sessionKey, type Desk} from '../../state/create-session.js';

/** The key of its host's session, made anew only where what it is made of has changed: elements are drawn with each key that is pressed, and a token takes long to read. */
export class SessionKey {
  #source: readonly unknown[] = [];
  #value: string | undefined;
  /** Why there is none. */
  error: SupportError | undefined;

  of(desk: Desk, token: string): string | undefined {
    const source = [token, desk.apiBase, desk.backend, desk.fetch, document.baseURI];
    if (source.every((part, index) => part === this.#source[index])) return this.#value;
    this.#source = source;
    this.#value = this.error = undefined;
    try {
      this.#value = sessionKey(desk, token);
    } catch (error) {
      this.error = error as SupportError;
    }
    return this.#value;
  }
}
