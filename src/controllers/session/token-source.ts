import {SupportError} from '../../contract/errors.js';
import {TokenExpiredEvent} from '../../contract/session-events.js';
import type {TokenProvider, TokenRequest} from '../../contract/token.js';
import type {TokenSource} from '../../state/auth/access-token.js';

export interface TokenHost extends HTMLElement {
  readonly tokenProvider: TokenProvider | undefined;
}

const underWay = new WeakMap<TokenProvider, Promise<string>>();

/** A provider's first token: elements that ask together are answered together. */
function initialToken(provider: TokenProvider): Promise<string> {
  const known = underWay.get(provider);
  if (known) return known;
  const {signal} = new AbortController();
  const answer = Promise.resolve()
    .then(() => provider({reason: 'initial', signal}))
    .finally(() => underWay.delete(provider));
  underWay.set(provider, answer);
  return answer;
}

/** The token that a host has set on its element, or that its provider gives, and the way to another. */
export class HostToken implements TokenSource {
  readonly #host: TokenHost;
  readonly #onChange: () => void;
  #given = '';
  #fetched = '';
  #asked: TokenProvider | undefined;
  #error: SupportError | undefined;

  constructor(host: TokenHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get value(): string {
    return this.#given || this.#fetched;
  }

  /** Why the provider has given none: it has failed, and may be asked again, or nobody is signed in any more. */
  get error(): SupportError | undefined {
    return this.value ? undefined : this.#error;
  }

  /** Nobody has said yet who the customer is, and nobody is being asked. */
  get isMissing(): boolean {
    return !this.value && !this.#host.tokenProvider;
  }

  get authority(): object {
    return this.#host.tokenProvider ?? this;
  }

  /** Takes what the host has set. */
  give(token: string): void {
    this.#given = token;
    this.#onChange();
  }

  adopt(token: string): void {
    const isProvided = this.#host.tokenProvider !== undefined;
    this.#fetched = isProvided ? token : '';
    this.give(isProvided ? '' : token);
  }

  /** Asks a provider that has not been asked. */
  update(): void {
    const {tokenProvider: provider} = this.#host;
    if (provider === this.#asked) return;
    this.#asked = provider;
    this.#fetched = '';
    this.#error = undefined;
    if (provider && !this.#given) void this.#ask(provider);
  }

  /** Asks a provider again that has failed. */
  async askAgain(): Promise<void> {
    if (!this.#asked || !this.error?.retryable) return;
    this.#error = undefined;
    this.#onChange();
    await this.#ask(this.#asked);
  }

  askForToken(reason: TokenRequest['reason'], signal: AbortSignal): Promise<string> | undefined {
    const provider = this.#host.tokenProvider;
    if (provider) return Promise.resolve().then(() => provider({reason, signal}));
    // What is asked of a page is to the point: a page may show its customer a login.
    if (reason !== 'rejected') return undefined;
    const expired = new TokenExpiredEvent();
    this.#host.dispatchEvent(expired);
    // To ask a page again would show the login again that its customer has just closed.
    return expired.answer?.catch(() => '');
  }

  async #ask(provider: TokenProvider): Promise<void> {
    const answer = await initialToken(provider).catch(() => new SupportError('unavailable'));
    if (provider !== this.#asked) return;
    if (answer instanceof SupportError) this.#error = answer;
    else if (answer) this.#fetched = answer;
    else this.#error = new SupportError('unauthenticated');
    this.#onChange();
  }
}
