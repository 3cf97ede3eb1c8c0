import {ContextProvider} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SessionObserver} from '../base/session-observer.js';
import {sessionContext} from './session-context.js';

/** Provides its host's session to the elements within it. */
export class SessionProvider implements ReactiveController {
  readonly #provider: ContextProvider<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  readonly #session: SessionObserver;

  constructor(host: ReactiveControllerHost & HTMLElement, session: SessionObserver) {
    this.#session = session;
    host.addController(this);
    this.#provider = new ContextProvider(host, {context: sessionContext, initialValue: {session: undefined}});
  }

  hostUpdate(): void {
    const {value: session} = this.#session;
    if (session !== this.#provider.value?.session) this.#provider.setValue({session});
  }
}
