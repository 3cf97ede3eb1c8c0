import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ErrorReporter} from '../../src/controllers/base/error-reporter.js';
import type {SessionObserver} from '../../src/controllers/base/session-observer.js';
import {Subscriptions} from '../../src/controllers/base/subscriptions.js';
import type {SentListener, Session} from '../../src/state/session.js';

/** Connects a host to a session that the test creates, in place of one for the host's token. */
export class ObservedSession implements ReactiveController, SessionObserver {
  value: Session | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #subscriptions: Subscriptions;
  readonly #errors: ErrorReporter;
  readonly #sentListeners: SentListener[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, session?: Session) {
    this.#host = host;
    this.value = session;
    this.#subscriptions = new Subscriptions(host);
    this.#errors = new ErrorReporter(host);
    host.addController(this);
    session?.onSent((item, receipt) => this.#sentListeners.some(listener => listener(item, receipt)));
  }

  observe: SessionObserver['observe'] = pick => this.#subscriptions.observe(() => pick(this.value));

  reportError: SessionObserver['reportError'] = pick => this.#errors.add(pick);

  onSent(listener: SentListener): void {
    this.#sentListeners.push(listener);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#subscriptions.clear();
  }

  hostUpdate(): void {
    this.#subscriptions.update();
  }

  hostUpdated(): void {
    this.#subscriptions.rendered();
    this.#errors.report();
  }
}
