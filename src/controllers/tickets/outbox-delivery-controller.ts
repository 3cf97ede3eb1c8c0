import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SentListener} from '../../state/mail.js';
import type {Session} from '../../state/session.js';

/** Tells its host what of the customer's the server has taken, while it is in the page. */
export class SentController implements ReactiveController {
  readonly #session: () => Session | undefined;
  readonly #onSent: SentListener;
  #heard: Session | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, session: () => Session | undefined, onSent: SentListener) {
    this.#session = session;
    this.#onSent = onSent;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#listenTo(this.#session());
  }

  hostDisconnected(): void {
    this.#listenTo(undefined);
  }

  #listenTo(session: Session | undefined): void {
    if (session === this.#heard) return;
    this.#stop?.();
    this.#heard = session;
    this.#stop = session?.mail.onSent(this.#onSent);
  }
}
