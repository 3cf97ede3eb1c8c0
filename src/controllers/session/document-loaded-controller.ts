import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Knows when the scripts that come with its host have had their turn: those of the page, and one that has just put it there. */
export class PageScriptsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  haveRun = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (document.readyState === 'complete') this.#wait();
    // Between the two, nobody can tell whether the first is over.
    else for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, this.#wait, {once: true});
  }

  readonly #wait = (): void => {
    setTimeout(() => {
      this.haveRun = true;
      this.#host.requestUpdate();
    });
  };
}
