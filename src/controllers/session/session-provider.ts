import {ContextProvider} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Session} from '../../state/session.js';
import {sessionContext} from './session-context.js';

/** Gives its host's session to the elements within it. */
export class SessionProvider implements ReactiveController {
  readonly #provider: ContextProvider<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  readonly #session: () => Session | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, session: () => Session | undefined) {
    this.#session = session;
    host.addController(this);
    this.#provider = new ContextProvider(host, {context: sessionContext, initialValue: {session: undefined}});
  }

  hostUpdate(): void {
    const session = this.#session();
    if (session !== this.#provider.value?.session) this.#provider.setValue({session});
  }
}
