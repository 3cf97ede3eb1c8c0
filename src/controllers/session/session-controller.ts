import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {lease, type Lease} from '../../state/session-registry.js';
import type {Session} from '../../state/session.js';
import {ErrorReportController} from '../base/error-report-controller.js';
import {HostToken, type TokenHost} from './token-source.js';
import {OnlineController} from './online-controller.js';
import {openSession, type Desk} from '../../state/create-session.js';
import {PageScriptsController} from './document-loaded-controller.js';
import {sessionContext} from './session-context.js';
import {SessionKey} from './session-key.js';
import {StateController} from '../base/state-controller.js';

type SessionHost = ReactiveControllerHost & TokenHost & Desk;

/** Finds its host's session: one that an ancestor provides, else the page's own for this server and this customer. */
export class SessionController implements ReactiveController {
  readonly #host: SessionHost;
  readonly #token: HostToken;
  readonly #keys = new SessionKey();
  readonly #scripts: PageScriptsController;
  readonly #provided: ContextConsumer<typeof sessionContext, SessionHost>;
  #lease: Lease | undefined;
  #key: string | undefined;
  #isNews = false;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#token = new HostToken(host, () => {
      this.#isNews = true;
      host.requestUpdate();
    });
    host.addController(this);
    this.#provided = new ContextConsumer(host, {context: sessionContext, subscribe: true});
    this.#scripts = new PageScriptsController(host);
    new OnlineController(host, () => void this.askAgain());
    new StateController(host, () => this.#session?.access.refusal);
    new ErrorReportController(host, () => (this.#session?.ended ? undefined : this.error));
  }

  /** Undefined while there is no token, or nowhere to go with it. */
  get value(): Session | undefined {
    return this.#session?.ended ? undefined : this.#session;
  }

  /** Why nothing can be shown at all. An ancestor that provides the session says it for everyone within. */
  get error(): SupportError | undefined {
    return this.#provided.value
      ? undefined
      : (this.#token.error ?? this.#keys.error ?? this.#session?.access.refusal.value);
  }

  /** Nobody has said who the customer is, and whoever would have has had the time. */
  get isSignedOut(): boolean {
    return !this.#provided.value && this.#token.isMissing && this.#scripts.haveRun;
  }

  /** There is nothing to load: nobody is signed in, or the account is refused. */
  get isRefused(): boolean {
    return this.isSignedOut || this.error !== undefined;
  }

  /** Takes the token that the host has set. */
  adopt(token: string): void {
    if (token !== this.#token.value) this.#token.give(token);
  }

  /** Asks a token provider again that has failed. */
  readonly askAgain = (): Promise<void> => this.#token.askAgain();

  /** Ends the session for every element that shares it. */
  async logout(): Promise<void> {
    await this.value?.logout();
  }

  hostDisconnected(): void {
    this.#take(undefined);
  }

  hostUpdate(): void {
    const {backend, apiBase, isConnected} = this.#host;
    this.#token.update();
    const canOpen = isConnected && (backend ?? apiBase) && !this.#provided.value;
    this.#take(canOpen ? this.#token.value : undefined);
    // Only a token that was set just now is news: a sibling's old one must not take the place of a fresh one.
    const session = this.#isNews ? this.#lease?.session : undefined;
    this.#isNews = false;
    if (session?.access.replace(this.#token.value)) void session.retry();
  }

  get #session(): Session | undefined {
    return this.#provided.value ? this.#provided.value.session : this.#lease?.session;
  }

  #take(token: string | undefined): void {
    const key = token ? this.#keys.of(this.#host, token) : undefined;
    // After `logout`, a token that is set anew begins anew, also for the same customer.
    const beginsAnew = this.#isNews && this.#lease?.session.ended;
    if (key === this.#key && !beginsAnew) return;
    this.#key = key;
    this.#lease?.session.access.sources.delete(this.#token);
    this.#lease?.release(key !== undefined);
    this.#lease = token && key ? lease(key, () => openSession(this.#host, token)) : undefined;
    this.#lease?.session.access.sources.add(this.#token);
  }
}
