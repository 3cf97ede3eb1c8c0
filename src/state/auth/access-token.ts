import {SupportError} from '../../contract/errors.js';
import type {TokenRequest} from '../../contract/token.js';
import {State} from '../../internal/observable-value.js';
import {expiryOf} from './jwt.js';
import {within} from '../../internal/with-timeout.js';

/** How long a request waits for a token, in milliseconds: for one that is better, and for one that it cannot do without. */
const patience = {early: 3_000, renewal: 30_000};

/** Somebody who can get another token: an element, on behalf of its host. */
export interface TokenSource {
  /** Whom it asks. Several elements may ask one provider, and it is asked once. */
  readonly authority: object;
  /** Undefined where the host has no answer, empty where nobody is signed in any more. Rejects where asking again may help. */
  askForToken(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> | undefined;
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
  /** When to ask for another before the server refuses this one, in milliseconds since the epoch. */
  #renewAt: number;
  #early: Promise<void> | undefined;
  #renewal: Promise<string> | undefined;

  constructor(token: string, isSameCustomer: (token: string) => boolean) {
    this.#token = token;
    this.#renewAt = renewalOf(token);
    this.#isSameCustomer = isSameCustomer;
  }

  get token(): string {
    return this.#token;
  }

  /** Takes a token that the host has set. Says whether that opened a door that was shut. */
  replace(token: string): boolean {
    if (token === this.#token) return false;
    this.#token = token;
    this.#renewAt = renewalOf(token);
    const shut = this.refusal.value?.code === 'unauthenticated';
    if (shut) this.refusal.value = undefined;
    return shut;
  }

  /**
   * Asks a provider for another token shortly before this one ends, as far as this device's clock can tell. A clock that is
   * wrong costs one question: whether a token is good is the server's to say. Undefined where there is nothing to wait for.
   */
  prepare(): Promise<void> | undefined {
    if (Date.now() >= this.#renewAt) {
      this.#renewAt = Infinity;
      const over = (): void => (this.#early = undefined);
      this.#early = within(patience.early, this.#ask('expired')).then(over, over);
    }
    return this.#early;
  }

  async renew(refused: string): Promise<string> {
    if (this.#early) await this.#early;
    if (refused !== this.#token) return this.#token;
    this.#renewal ??= this.#ask('rejected').finally(() => (this.#renewal = undefined));
    // Somebody may be signing in: whoever waits for it waits where their words are kept, and the token is taken when it comes.
    return within(patience.renewal, this.#renewal);
  }

  /** Remembers an error that holds for the whole account. */
  note(error: SupportError): void {
    if (error.refusesAccount) this.refusal.value = error;
  }

  dispose(): void {
    this.#aborter.abort();
  }

  async #ask(reason: TokenRequest['reason']): Promise<string> {
    const asked = new Set<object>();
    let failure = new SupportError('unauthenticated', {status: 401});
    for (const source of [...this.sources]) {
      if (asked.has(source.authority)) continue;
      asked.add(source.authority);
      const token = await source.askForToken(reason, this.#aborter.signal)?.catch(() => {
        // It has failed, and not said that nobody is signed in.
        failure = new SupportError('unavailable');
      });
      if (!token) continue;
      if (this.#isSameCustomer(token)) {
        this.replace(token);
        return token;
      }
      // Somebody else's token is not ours to use: their elements take a session of their own.
      for (const other of [...this.sources]) if (other.authority === source.authority) other.adopt(token);
    }
    throw failure;
  }
}

/** Half a minute before its end, or in its middle, if that is sooner. Of a token that seems to have ended, the clock may be to blame. */
function renewalOf(token: string): number {
  const left = expiryOf(token) - Date.now();
  return left > 0 ? Date.now() + Math.max(left - 30_000, left / 2) : Infinity;
}
