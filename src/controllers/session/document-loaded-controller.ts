import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How long, in milliseconds, a page may take to fetch a token after it has loaded. */
const tokenGracePeriod = 2_000;

/**
 * Knows when the page's scripts have had the chance to set a token: those of a loading page, or the one that has just
 * inserted its host. Until then, the host must not tell customers that they are signed out.
 */
export class DocumentLoadedController implements ReactiveController {
  readonly #onChange: () => void;
  isLoaded = false;
  /** Whether a page that fetches a token first has had the time to do so. */
  isSettled = false;
  #graceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    if (document.readyState === 'complete') this.#waitForTask();
    // `readyState` does not tell whether DOMContentLoaded has fired.
    else for (const type of ['DOMContentLoaded', 'load']) addEventListener(type, this.#waitForTask, {once: true});
  }

  hostDisconnected(): void {
    clearTimeout(this.#graceTimer);
  }

  readonly #waitForTask = (): void => {
    setTimeout(() => {
      this.isLoaded = true;
      this.#onChange();
    });
    clearTimeout(this.#graceTimer);
    this.#graceTimer = setTimeout(() => {
      this.isSettled = true;
      this.#onChange();
    }, tokenGracePeriod);
  };
}
