import {SupportError} from '../../contract/errors.js';
import {TokenExpiredEvent} from '../../contract/session-events.js';
import type {TokenProvider, TokenRequest} from '../../contract/token.js';
import {customerKeyToken} from '../../internal/customer-key.js';
import {warnOnce} from '../../internal/warn-once.js';
import {withTimeout} from '../../internal/with-timeout.js';
import type {TokenSource} from '../../state/auth/access-token.js';
import {misconfigured} from './misconfigured.js';

export interface TokenHost extends HTMLElement {
  readonly tokenProvider: TokenProvider | undefined;
  readonly backend: object | undefined;
  readonly customerKey: string;
}

/** How long a provider may take before the customer is told, in milliseconds. */
const providerTimeout = 30_000;

const pendingCalls = new WeakMap<TokenProvider, Promise<string>>();

/** Calls a provider for its first token: once for elements that ask at the same time. */
async function requestInitialToken(provider: TokenProvider): Promise<string> {
  if (typeof provider !== 'function') throw misconfigured('tokenProvider is not a function');
  const pending = pendingCalls.get(provider);
  if (pending) return pending;
  const {signal} = new AbortController();
  const call = Promise.resolve()
    .then(() => provider({reason: 'initial', signal}))
    .finally(() => pendingCalls.delete(provider));
  pendingCalls.set(provider, call);
  return call;
}

/** Anything but visible ASCII, and what JavaScript makes of other values: an object, a function, a missing value. */
const notInToken = /[^!-~]|[(){}[\]<>]|^(?:undefined|null|NaN|true|false)$/;

const notToken = 'the token is not one: it must be the JWT alone, as a string, without "Bearer"';

/** The token that a provider has returned. Throws if it is none. */
function checkToken(result: unknown): string {
  if (typeof result !== 'string' && result !== null) throw misconfigured('tokenProvider must return a string');
  const token = result?.trim() ?? '';
  // The provider has read the page of a captive portal, or of a login.
  if (token.startsWith('<')) throw new SupportError('bad_response', {cause: new TypeError(notToken)});
  if (notInToken.test(token)) throw misconfigured(notToken);
  return token;
}

/** The failure of a provider: its own error stays within the page. */
function providerError(cause: unknown): SupportError {
  if (cause instanceof SupportError) return cause;
  warnOnce('tokenProvider has failed; its error is the cause of isp-error');
  return new SupportError('unavailable', {cause});
}

/** Resolves if the token may be used, and if the server has refused it. Rejects if that cannot be known. */
export type TokenCheck = (token: string) => Promise<void>;

/** The token that a host has set on its element, or that its provider returns, and the way to renew it. */
export class HostTokenSource implements TokenSource {
  readonly #host: TokenHost;
  readonly #onChange: () => void;
  #setValue = '';
  /** Whether the host has said who is signed in, if only that nobody is. */
  #isSet = false;
  #setError: SupportError | undefined;
  #providedValue = '';
  /** The provider that was last called. */
  #called: TokenProvider | undefined;
  /** Whether an update has seen the token that the host has set. */
  #isTokenOld = false;
  /** Whether the first provider was set after that: it knows better who is signed in. */
  #isTokenOutdated = false;
  /** What was last asked for a token: the provider, or the host's own token again after the page was restored. */
  #asked: TokenProvider | undefined;
  /** Whether no call has returned a token since the last one began. */
  #isAwaited = false;
  /** Asks the server about a token, after the page was restored. */
  #check: TokenCheck | undefined;
  #error: SupportError | undefined;
  /** False from when the page enters the back/forward cache until the host has said again who the customer is. */
  isConfirmed = true;

  constructor(host: TokenHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get value(): string {
    return this.#setValue || this.#providedValue || this.#customerKeyToken;
  }

  /** Only a custom backend can do without a token. A provider knows better who is signed in. */
  get #customerKeyToken(): string {
    const {backend, customerKey, tokenProvider} = this.#host;
    return backend && customerKey && !tokenProvider ? customerKeyToken(customerKey) : '';
  }

  /** Why there is no token: the provider has failed, and may be called again, or the user has signed out. */
  get error(): SupportError | undefined {
    return this.value && this.isConfirmed ? undefined : (this.#setError ?? this.#error);
  }

  /** Whether the host has neither set a token nor a provider. */
  get isMissing(): boolean {
    return !this.value && !this.#setError && !this.#host.tokenProvider;
  }

  /** Whether the host has not even said that nobody is signed in. */
  get isUnset(): boolean {
    return this.isMissing && !this.#isSet;
  }

  get provider(): object {
    return this.#host.tokenProvider ?? this;
  }

  /** Takes a token that the host has set. */
  set(token: string | null | undefined): void {
    const isText = typeof (token ?? '') === 'string';
    const value = isText ? (token?.trim() ?? '') : '';
    const hadError = this.#setError !== undefined;
    const wasSet = this.#isSet;
    this.#isSet ||= token !== undefined;
    this.#setError = isText && !notInToken.test(value) ? undefined : misconfigured(notToken);
    const isKnown = value === this.value && !hadError && isText && wasSet === this.#isSet && this.isConfirmed;
    if (isKnown) return;
    this.#isTokenOld = false;
    this.#isTokenOutdated = false;
    this.#setValue = this.#setError ? '' : value;
    this.isConfirmed = true;
    this.#onChange();
  }

  adopt(token: string): void {
    const isProvided = this.#host.tokenProvider !== undefined;
    this.#providedValue = isProvided ? token : '';
    this.set(isProvided ? '' : token);
  }

  /** Calls the provider if it is a new one. A token that is set together with it makes that unnecessary. */
  update(): void {
    const {tokenProvider: provider} = this.#host;
    const isTokenOld = this.#isTokenOld;
    this.#isTokenOld = this.#setValue !== '';
    if (provider === this.#called) return;
    const hadProvider = this.#called !== undefined;
    this.#called = provider;
    this.#asked = undefined;
    this.#providedValue = '';
    this.#error = undefined;
    // The token of the new provider counts as new, even if it is the same.
    if (hadProvider) this.#onChange();
    this.#isTokenOutdated = isTokenOld && !hadProvider;
    if (provider && (!this.#setValue || this.#isTokenOutdated)) void this.#call(provider);
  }

  /** Whether the provider has failed; if it says that the user has signed out, it has not. */
  get canRetry(): boolean {
    return this.#asked !== undefined && this.error !== undefined && this.error.code !== 'unauthenticated';
  }

  /** Calls the provider again if it has returned no token, or if the customer has signed out since then. */
  async retry(isSignedOut = false): Promise<void> {
    if (!this.#asked || !(this.error || isSignedOut)) return;
    if (isSignedOut) this.#providedValue = '';
    this.#error = undefined;
    this.#onChange();
    await this.#call(this.#asked);
  }

  /**
   * Asks again who the customer is. A provider may return a token that it has kept since before the customer signed
   * out, and a host has set its own before: `check` asks the server.
   */
  confirm(check: TokenCheck): Promise<void> {
    this.#error = undefined;
    this.#check = check;
    return this.#call(this.#called ?? (() => this.value));
  }

  requestToken(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> | undefined {
    const provider = this.#host.tokenProvider;
    if (provider) {
      return Promise.resolve()
        .then(() => provider({reason, signal}))
        .then(checkToken)
        .catch((error: unknown) => Promise.reject(providerError(error)));
    }
    // The page may show a login in response: it is asked only if the server has refused the token.
    if (reason !== 'rejected') return undefined;
    const expired = new TokenExpiredEvent();
    this.#host.dispatchEvent(expired);
    // A retry would show the login again that the user has just closed.
    return expired.answer?.then(checkToken, () => '');
  }

  async #call(provider: TokenProvider): Promise<void> {
    this.#asked = provider;
    this.#isAwaited = true;
    const answer = requestInitialToken(provider).then(checkToken);
    // A token that comes late is used all the same: the customer may have been signing in.
    const settled = answer
      .then(token => this.#confirmed(token))
      .catch(providerError)
      .then(result => this.#settle(provider, result));
    const ignore = (): void => undefined;
    await withTimeout(providerTimeout, answer.then(ignore, ignore)).then(
      () => settled,
      (timeout: unknown) => {
        pendingCalls.delete(provider);
        warnOnce(`tokenProvider has not settled within ${providerTimeout / 1000} s`);
        this.#settle(provider, providerError(timeout));
      },
    );
  }

  async #confirmed(token: string): Promise<string> {
    if (token && !this.isConfirmed) await this.#check?.(token);
    return token;
  }

  #settle(provider: TokenProvider, result: string | SupportError): void {
    if (provider !== this.#asked || !this.#isAwaited) return;
    if (result instanceof SupportError) this.#error = result;
    else {
      this.#isAwaited = false;
      if (provider === this.#called) this.#adoptProvided(result);
      else this.isConfirmed = true;
    }
    this.#onChange();
  }

  #adoptProvided(token: string): void {
    // What the host has set before the page was restored may be another customer's.
    if (!this.isConfirmed || this.#isTokenOutdated) this.#setValue = '';
    // It counts as new, even if it is the same: the server may have refused it.
    if (this.#isTokenOutdated) this.#onChange();
    this.#isTokenOutdated = false;
    this.#providedValue = token;
    this.isConfirmed = true;
    if (!token) this.#error = new SupportError('unauthenticated');
  }
}
