import {SupportError} from '../../contract/errors.js';
import type {TokenRequest} from '../../contract/token.js';
import {ObservableValue} from '../../internal/observable-value.js';
import {withTimeout} from '../../internal/with-timeout.js';
import {expiryTime} from './jwt.js';

/** How long a request waits for a better token while the current one may still be good, in milliseconds. */
const earlyRenewalTimeout = 3_000;
/** How long a request waits for a token after a 401, in milliseconds. */
const renewalTimeout = 30_000;
/** A token is renewed this long before it expires, in milliseconds; a short-lived one at half of its life. */
const renewalLead = 30_000;
/** How many tokens one request is tried with. */
const maxTokens = 3;

/** Gets a token from the host: an element, on behalf of its page. */
export interface TokenSource {
  /** Identifies whom it asks: several elements may share one provider, which is called once. */
  readonly provider: object;
  /** Undefined if the host cannot answer, an empty string if the user has signed out. Rejects if a retry may help. */
  requestToken(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> | undefined;
  /** Takes over a token that belongs to another customer. */
  adopt(token: string): void;
}

/**
 * One customer's access token: the current value, and how it is renewed.
 *
 * The newest token set on any of a customer's elements serves them all, and the host is asked for a new one once,
 * however many requests are refused.
 */
export class AccessToken {
  /** Why the server refuses this account, once it does. */
  readonly refusal = new ObservableValue<SupportError | undefined>(undefined);
  readonly sources = new Set<TokenSource>();
  /** Whether the customer has signed out, and not only let the token expire: nothing of theirs may be shown. */
  isSignedOut = false;
  readonly #aborter = new AbortController();
  readonly #isSameCustomer: (token: string) => boolean;
  #value: string;
  /** The last token that the server accepted. */
  #accepted = '';
  /** When to renew the token before the server refuses it, in milliseconds since the epoch. */
  #renewAt: number;
  #earlyRenewal: Promise<void> | undefined;
  #renewal: Promise<string> | undefined;
  /** The last token that was refused, and could not be renewed, since a request succeeded. */
  #refused: string | undefined;
  /** The last token that an intermediary has rejected. */
  #foreignRefusal: string | undefined;
  #recheck: Promise<void> | undefined;

  constructor(token: string, isSameCustomer: (token: string) => boolean) {
    this.#value = token;
    this.#renewAt = renewalTime(token);
    this.#isSameCustomer = isSameCustomer;
  }

  get value(): string {
    return this.#value;
  }

  /** Takes a token that the host has set. Returns whether this lifts a refusal. */
  replaceWith(token: string): boolean {
    if (token === this.#value) return false;
    this.#value = token;
    this.isSignedOut = false;
    this.#renewAt = renewalTime(token);
    const wasRefused = this.refusal.value?.code === 'unauthenticated';
    if (wasRefused) this.lift();
    return wasRefused;
  }

  /** Forgets a refusal: the server, and then the host, are asked again. */
  lift(): void {
    this.#refused = undefined;
    this.refusal.value = undefined;
  }

  /**
   * Renews the token shortly before it expires by this device's clock. If the clock is wrong, that costs one call of
   * the provider: only the server decides whether a token is good. Undefined if there is nothing to wait for.
   */
  renewIfExpiring(): Promise<void> | undefined {
    if (Date.now() >= this.#renewAt) {
      this.#renewAt = Infinity;
      const settle = (): void => (this.#earlyRenewal = undefined);
      this.#earlyRenewal = withTimeout(earlyRenewalTimeout, this.#request('expired')).then(settle, settle);
    }
    return this.#earlyRenewal;
  }

  /**
   * Sends a request, and sends it again with a renewed token after a 401: a refused request was not carried out. Fails
   * if a new token that the server has never accepted is refused too.
   *
   * A 401 that is not in the server's form may come from a gateway that checks the token, or from an intermediary that
   * does not: it renews each token once, and never ends the session.
   */
  withToken<Output>(send: (token: string) => Promise<Output>, signal: AbortSignal): Promise<Output> {
    return this.#withToken(send, signal).catch((error: unknown) => {
      // The list is asked next whether this is so. The host need not be asked again.
      if ((error as SupportError).code === 'unauthenticated') this.#refused = this.#value;
      throw error;
    });
  }

  async #withToken<Output>(send: (token: string) => Promise<Output>, signal: AbortSignal): Promise<Output> {
    for (let attempt = 1; ; attempt++) {
      const token = this.#value;
      try {
        const output = await send(token);
        this.#accepted = token;
        this.#refused = undefined;
        return output;
      } catch (error) {
        if (!(error instanceof SupportError) || !error.refusesToken) throw error;
        const isForeign = error.code !== 'unauthenticated';
        const isRenewedInVain = isForeign && token === this.#foreignRefusal && !this.#renewal;
        if (isForeign) this.#foreignRefusal = token;
        const isNewToken = token === this.#value && (isForeign || token !== this.#accepted);
        if (attempt === maxTokens || isRenewedInVain || (attempt > 1 && isNewToken)) throw error;
        // The customer has seen that the session has ended: the host is not asked to sign in again in the background.
        if (this.#isKnownToBeRefused(token)) throw error;
        await this.renew(token, error);
        signal.throwIfAborted();
      }
    }
  }

  #isKnownToBeRefused(token: string): boolean {
    return token === this.#refused || this.refusal.value?.code === 'unauthenticated';
  }

  /** Waits for a token other than the refused one. Rejects with the error if the host has none. */
  async renew(refused: string, error?: SupportError): Promise<string> {
    if (this.#earlyRenewal) await this.#earlyRenewal;
    if (refused !== this.#value) return this.#value;
    this.#renewal ??= this.#request('rejected', error).finally(() => (this.#renewal = undefined));
    // The user may be signing in, which takes longer: the token is used when it comes.
    return withTimeout(renewalTimeout, this.#renewal);
  }

  /** Records an error that holds for the whole account. If it is known already, nothing changes. */
  recordRefusal(error: SupportError): void {
    if (error.refusesAccount && error.code !== this.refusal.value?.code) this.refusal.value = error;
  }

  /** The refusal, unless the server is being asked whether it still holds. */
  get blockedBy(): SupportError | undefined {
    return this.#recheck ? undefined : this.refusal.value;
  }

  /** Lifts the refusal if `ask`, which stands for the whole account, succeeds. It stays on screen meanwhile. */
  recheck(ask: () => Promise<unknown>): Promise<void> {
    const lift = (): void => {
      if (!this.#aborter.signal.aborted) this.lift();
    };
    return (this.#recheck ??= Promise.resolve()
      .then(ask)
      .then(lift)
      .catch(() => undefined)
      .finally(() => (this.#recheck = undefined)));
  }

  dispose(): void {
    this.#aborter.abort();
  }

  async #request(
    reason: TokenRequest['reason'],
    refusal = new SupportError('unauthenticated', {status: 401}),
  ): Promise<string> {
    const tried = new Set<object>();
    let failure = refusal;
    for (const source of [...this.sources]) {
      if (tried.has(source.provider)) continue;
      tried.add(source.provider);
      const token = await source.requestToken(reason, this.#aborter.signal)?.catch((cause: unknown) => {
        // The provider failed; it did not say that the user has signed out.
        failure = cause instanceof SupportError ? cause : new SupportError('unavailable', {cause});
      });
      if (token === '') {
        this.isSignedOut = true;
        failure = new SupportError('unauthenticated', {status: 401});
      }
      if (!token) continue;
      if (this.#isSameCustomer(token)) {
        this.replaceWith(token);
        return token;
      }
      // Another customer's token is not ours to use: that customer's elements get a session of their own.
      for (const other of [...this.sources]) if (other.provider === source.provider) other.adopt(token);
    }
    throw failure;
  }
}

/** When to renew a token. Never, if it has expired already: this device's clock may be wrong. */
function renewalTime(token: string): number {
  const remaining = expiryTime(token) - Date.now();
  return remaining > 0 ? Date.now() + Math.max(remaining - renewalLead, remaining / 2) : Infinity;
}
