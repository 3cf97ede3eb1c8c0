import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Knows when the page's scripts have had the chance to set a token: those of a loading page, or the one that has just
 * inserted its host. Until then, nobody must be told that they are signed out.
 */
export class DocumentLoadedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  isLoaded = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (document.readyState === 'complete') this.#waitForTask();
    // `readyState` does not tell whether DOMContentLoaded has fired.
    else for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, this.#waitForTask, {once: true});
  }

  readonly #waitForTask = (): void => {
    setTimeout(() => {
      this.isLoaded = true;
      this.#host.requestUpdate();
    });
  };
}
