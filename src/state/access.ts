import {SupportError} from '../contract/errors.js';
import {State} from './state.js';

/** Somebody who can get another token: an element, on behalf of its host. */
export interface TokenSource {
  /** Whom it asks. Several elements may ask one provider, and it is asked once. */
  readonly authority: object;
  /** Undefined where the host has no answer. */
  askForToken(signal: AbortSignal): Promise<string> | undefined;
  /** Takes a token that turned out to be another customer's. */
  adopt(token: string): void;
}

/**
 * A customer's way in: the token that stands, and how another is asked for.
 *
 * The newest token set on any of a customer's elements serves them all, and however many requests are refused, the host
 * is asked once.
 */
export class Access {
  /** Why nothing is served to this account, once that is final. */
  readonly refusal = new State<SupportError | undefined>(undefined);
  readonly sources = new Set<TokenSource>();
  readonly #aborter = new AbortController();
  readonly #isSameCustomer: (token: string) => boolean;
  #token: string;
  #renewal: Promise<string> | undefined;

  constructor(token: string, isSameCustomer: (token: string) => boolean) {
    this.#token = token;
    this.#isSameCustomer = isSameCustomer;
  }

  get token(): string {
    return this.#token;
  }

  /** Takes a token that the host has set. Says whether that opened a door that was shut. */
  replace(token: string): boolean {
    if (token === this.#token) return false;
    this.#token = token;
    const shut = this.refusal.value?.code === 'unauthenticated';
    if (shut) this.refusal.value = undefined;
    return shut;
  }

  async renew(refused: string): Promise<string> {
    if (refused !== this.#token) return this.#token;
    this.#renewal ??= this.#ask().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }

  /** Remembers an error that holds for the whole account. */
  note(error: SupportError): void {
    if (error.refusesAccount) this.refusal.value = error;
  }

  dispose(): void {
    this.#aborter.abort();
  }

  async #ask(): Promise<string> {
    const asked = new Set<object>();
    for (const source of [...this.sources]) {
      if (asked.has(source.authority)) continue;
      asked.add(source.authority);
      const token = await source.askForToken(this.#aborter.signal)?.catch(() => undefined);
      if (!token) continue;
      if (this.#isSameCustomer(token)) {
        this.replace(token);
        return token;
      }
      // Somebody else's token is not ours to use: their elements take a session of their own.
      for (const other of [...this.sources]) if (other.authority === source.authority) other.adopt(token);
    }
    throw new SupportError('unauthenticated', {status: 401});
  }
}
