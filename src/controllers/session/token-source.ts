import {SupportError} from '../../contract/errors.js';
import {TokenExpiredEvent} from '../../contract/session-events.js';
import type {TokenProvider, TokenRequest} from '../../contract/token.js';
import type {TokenSource} from '../../state/auth/access-token.js';

export interface TokenHost extends HTMLElement {
  readonly tokenProvider: TokenProvider | undefined;
}

const pendingCalls = new WeakMap<TokenProvider, Promise<string>>();

/** Calls a provider for its first token: once for elements that ask at the same time. */
function requestInitialToken(provider: TokenProvider): Promise<string> {
  const pending = pendingCalls.get(provider);
  if (pending) return pending;
  const {signal} = new AbortController();
  const call = Promise.resolve()
    .then(() => provider({reason: 'initial', signal}))
    .finally(() => pendingCalls.delete(provider));
  pendingCalls.set(provider, call);
  return call;
}

/** The token that a host has set on its element, or that its provider returns, and the way to renew it. */
export class HostTokenSource implements TokenSource {
  readonly #host: TokenHost;
  readonly #onChange: () => void;
  #setValue = '';
  #providedValue = '';
  /** The provider that was last called. */
  #called: TokenProvider | undefined;
  /** What was last asked for a token: the provider, or a check of the token that the host has set. */
  #asked: TokenProvider | undefined;
  #error: SupportError | undefined;
  /** False from when the page enters the back/forward cache until the host has said again who the customer is. */
  isConfirmed = true;

  constructor(host: TokenHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get value(): string {
    return this.#setValue || this.#providedValue;
  }

  /** Why there is no token: the provider has failed, and may be called again, or the user has signed out. */
  get error(): SupportError | undefined {
    return this.value && this.isConfirmed ? undefined : this.#error;
  }

  /** Whether the host has neither set a token nor a provider. */
  get isMissing(): boolean {
    return !this.value && !this.#host.tokenProvider;
  }

  get provider(): object {
    return this.#host.tokenProvider ?? this;
  }

  /** Takes a token that the host has set. */
  set(token: string): void {
    this.#setValue = token;
    this.isConfirmed = true;
    this.#onChange();
  }

  adopt(token: string): void {
    const isProvided = this.#host.tokenProvider !== undefined;
    this.#providedValue = isProvided ? token : '';
    this.set(isProvided ? '' : token);
  }

  /** Calls the provider if it is a new one. */
  update(): void {
    const {tokenProvider: provider} = this.#host;
    if (provider === this.#called) return;
    this.#called = provider;
    this.#asked = undefined;
    this.#providedValue = '';
    this.#error = undefined;
    this.#onChange();
    if (provider && !this.#setValue) void this.#call(provider);
  }

  /** Whether the provider has failed; if it says that the user has signed out, it has not. */
  get canRetry(): boolean {
    return this.error !== undefined && this.error.code !== 'unauthenticated';
  }

  /** Calls the provider again if it has failed. */
  async retry(): Promise<void> {
    if (!this.#asked || !this.canRetry) return;
    this.#error = undefined;
    this.#onChange();
    await this.#call(this.#asked);
  }

  /** Asks again who the customer is: the provider, or `check` if the host has set the token itself. */
  confirm(check: TokenProvider): Promise<void> {
    this.#error = undefined;
    return this.#call(this.#called ?? check);
  }

  requestToken(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> | undefined {
    const provider = this.#host.tokenProvider;
    if (provider) return Promise.resolve().then(() => provider({reason, signal}));
    // The page may show a login in response: it is asked only if the server has refused the token.
    if (reason !== 'rejected') return undefined;
    const expired = new TokenExpiredEvent();
    this.#host.dispatchEvent(expired);
    // A retry would show the login again that the user has just closed.
    return expired.answer?.catch(() => '');
  }

  async #call(provider: TokenProvider): Promise<void> {
    this.#asked = provider;
    const result = await requestInitialToken(provider).catch(() => new SupportError('unavailable'));
    if (provider !== this.#asked) return;
    if (result instanceof SupportError) this.#error = result;
    else if (provider === this.#called) this.#adoptProvided(result);
    else this.isConfirmed = true;
    this.#onChange();
  }

  #adoptProvided(token: string): void {
    // What the host has set before the page was restored may be another customer's.
    if (!this.isConfirmed) this.#setValue = '';
    this.#providedValue = token;
    this.isConfirmed = true;
    if (!token) this.#error = new SupportError('unauthenticated');
  }
}
