import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {SupportErrorEvent} from '../../contract/session-events.js';
import type {ObservableValue} from '../../internal/observable-value.js';
import {createSession, type ConnectionOptions} from '../../state/create-session.js';
import {acquireSession, type SessionHandle} from '../../state/session-registry.js';
import type {SentListener, Session} from '../../state/session.js';
import {ErrorReporter} from '../base/error-reporter.js';
import type {SessionObserver} from '../base/session-observer.js';
import {Subscriptions, type Observed} from '../base/subscriptions.js';
import {browserPage} from './browser-page.js';
import {DocumentLoadedController} from './document-loaded-controller.js';
import {sessionContext} from './session-context.js';
import {misconfigured} from './misconfigured.js';
import {SessionKey} from './session-key.js';
import {HostTokenSource, type TokenHost} from './token-source.js';

const pageTransitions = ['pagehide', 'pageshow'] as const;

type SessionHost = ReactiveControllerHost & TokenHost & ConnectionOptions & {readonly debug: boolean};

/**
 * Connects its host to a session: the one that an ancestor provides, or the page's shared session for this server and
 * this customer. Everything that an element shows of the session, it observes through this controller.
 */
export class SessionController implements ReactiveController, SessionObserver {
  readonly #host: SessionHost;
  readonly #token: HostTokenSource;
  readonly #keys = new SessionKey();
  readonly #document: DocumentLoadedController;
  readonly #provided: ContextConsumer<typeof sessionContext, SessionHost>;
  readonly #subscriptions: Subscriptions;
  readonly #errors: ErrorReporter;
  readonly #sentListeners: SentListener[] = [];
  #handle: SessionHandle | undefined;
  #key: string | undefined;
  /** Whether the host has set a token since the last update. */
  #isTokenNew = false;
  #lastToken = '';
  /** The error if the page has not set a token or a server. */
  #missing: SupportError | undefined;
  /** The session whose deliveries are listened to. */
  #listenedTo: Session | undefined;
  #unlisten: (() => void) | undefined;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#token = new HostTokenSource(host, () => {
      this.#isTokenNew ||= this.#token.value !== this.#lastToken;
      this.#lastToken = this.#token.value;
      host.requestUpdate();
    });
    this.#subscriptions = new Subscriptions(host);
    this.#errors = new ErrorReporter(host);
    host.addController(this);
    this.#provided = new ContextConsumer(host, {context: sessionContext, subscribe: true});
    this.#document = new DocumentLoadedController(host, () => {
      // What is missing matters only without a session.
      if (!this.#session) host.requestUpdate();
    });
    this.observe(() => this.#session?.accessToken.refusal);
    this.#errors.add(() => (this.#session?.isEnded ? undefined : this.error), true);
  }

  get value(): Session | undefined {
    return this.#session?.isEnded || !this.#token.isConfirmed ? undefined : this.#session;
  }

  /**
   * Why nothing can be shown. Undefined if an ancestor provides the session: it reports the error for all within it.
   */
  get error(): SupportError | undefined {
    return this.#provided.value
      ? undefined
      : (this.#token.error ?? this.#keys.error ?? this.#missing ?? this.#session?.accessToken.refusal.value);
  }

  /** Whether the page's scripts have run and have not said who the customer is. */
  get isSignedOut(): boolean {
    return !this.#provided.value && this.#hasServer && this.#token.isMissing && this.#isSetupDue;
  }

  /** Whether there is nothing to load: the user is signed out, or the account is refused. */
  get isRefused(): boolean {
    return this.isSignedOut || this.error !== undefined;
  }

  /** Whether an ancestor provides the session. It then reports on the account and the device for all elements in it. */
  get isProvided(): boolean {
    return this.#provided.value !== undefined;
  }

  /** Takes a token that the host has set. */
  setToken(token: string | null | undefined): void {
    this.#token.set(token);
  }

  /** Whether asking again may help: the token provider has failed, or the server has refused the account. */
  get canRetry(): boolean {
    return this.#token.canRetry || this.value?.accessToken.refusal.value !== undefined;
  }

  /**
   * Calls a token provider again that has returned no token, or after `logout`, and asks a server again that has
   * refused the account.
   */
  async retry(): Promise<void> {
    await this.#token.retry(this.#handle?.session.isEnded);
    await this.value?.retryRefused();
  }

  observe<Value>(pick: (session: Session | undefined) => ObservableValue<Value> | undefined): Observed<Value> {
    return this.#subscriptions.observe(() => pick(this.value));
  }

  reportError(pick: () => SupportError | undefined): void {
    this.#errors.add(pick);
  }

  onSent(listener: SentListener): void {
    this.#sentListeners.push(listener);
  }

  /** Ends the session for every element that shares it. */
  async logout(): Promise<void> {
    await this.value?.logout();
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
    for (const type of pageTransitions) addEventListener(type, this.#onPageTransition);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    for (const type of pageTransitions) removeEventListener(type, this.#onPageTransition);
    this.#acquire(undefined);
    this.#subscriptions.clear();
    this.#listen(undefined);
  }

  hostUpdate(): void {
    this.#token.update();
    const canConnect = this.#host.isConnected && this.#hasServer && !this.#provided.value;
    this.#checkSetup();
    this.#acquire(canConnect ? this.#token.value : undefined);
    // Only a token that the host has just set counts: a sibling's older token must not replace a newer one.
    const session = this.#isTokenNew ? this.#handle?.session : undefined;
    this.#isTokenNew = false;
    if (session && (session.accessToken.replaceWith(this.#token.value) || session.accessToken.refusal.value)) {
      void session.retry();
    }
    this.#subscriptions.update();
    this.#listen(this.value);
    this.value?.debuggers[this.#host.debug ? 'add' : 'delete'](this);
  }

  hostUpdated(): void {
    this.#subscriptions.rendered();
    this.#errors.report();
  }

  get #hasServer(): boolean {
    return Boolean(this.#host.backend ?? this.#host.apiBase);
  }

  /** Whether the page's scripts have had the time to set up the element. */
  get #isSetupDue(): boolean {
    return this.#hasServer && this.#token.isUnset ? this.#document.isSettled : this.#document.isLoaded;
  }

  /** Reports a missing token or server once the page's scripts have run. */
  #checkSetup(): void {
    const reason = this.#hasServer
      ? this.#token.isUnset && 'neither token nor tokenProvider is set (set token="" if nobody is signed in)'
      : 'api-base is not set';
    if (!reason || this.#provided.value || !this.#isSetupDue) this.#missing = undefined;
    else this.#missing ??= misconfigured(reason);
  }

  get #session(): Session | undefined {
    return this.#provided.value ? this.#provided.value.session : this.#handle?.session;
  }

  readonly #onOnline = (): void => {
    if (this.#token.canRetry) void this.#token.retry();
  };

  /**
   * Hides the customer's data when the page enters the back/forward cache. When the browser restores the page, the
   * customer may have signed out: the data stays hidden until the host, or the server, has been asked.
   */
  readonly #onPageTransition = ({type, persisted}: PageTransitionEvent): void => {
    if (!persisted || !this.#handle) return;
    this.#token.isConfirmed = false;
    this.#host.requestUpdate();
    if (type === 'pagehide') return;
    this.#handle.session.expire();
    void this.#token.confirm(this.#checkToken);
  };

  /** Asks the server whether it still accepts a token that was known before. A new one proves that it is current. */
  readonly #checkToken = async (token: string): Promise<void> => {
    const session = this.#handle?.session;
    if (!session || ![this.#token.value, session.accessToken.value].includes(token)) return;
    const {tickets} = await session.loadMailbox();
    await tickets.refresh();
    const {error} = tickets.state.value;
    if (error && !error.refusesAccount) throw error;
    session.accessToken.isSignedOut = error !== undefined;
  };

  #acquire(token: string | undefined): void {
    const key = token ? this.#keys.of(this.#host, token) : undefined;
    // After `logout`, a token that is set again starts a new session, even for the same customer.
    const startsAgain = this.#isTokenNew && this.#handle?.session.isEnded;
    if (key === this.#key && !startsAgain) return;
    this.#key = key;
    this.#handle?.session.accessToken.sources.delete(this.#token);
    this.#handle?.release(key !== undefined);
    this.#handle = token && key ? acquireSession(key, () => createSession(this.#host, token, browserPage)) : undefined;
    this.#handle?.session.accessToken.sources.add(this.#token);
  }

  #listen(session: Session | undefined): void {
    if (session === this.#listenedTo) return;
    this.#unlisten?.();
    this.#listenedTo?.debuggers.delete(this);
    this.#listenedTo = session;
    const unsubscribe = [
      session?.onSent((item, receipt) => this.#sentListeners.some(each => each(item, receipt))),
      session?.onFlaw(flaw => {
        const flawed = new SupportErrorEvent(flaw);
        this.#host.dispatchEvent(flawed);
        return true;
      }),
    ];
    this.#unlisten = () => unsubscribe.forEach(each => each?.());
  }
}
