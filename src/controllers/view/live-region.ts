import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * What its host says to a screen reader. The host renders `text` in a region that is there from the first render on: a
 * region that comes with its words is not read out.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: () => unknown;
  #heardBy: unknown;
  #again = false;
  text = '';

  /** `listener` is whom the host speaks to: what was said to one is not for the next. */
  constructor(host: ReactiveControllerHost, listener: () => unknown = () => undefined) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  announce(text: string): void {
    // The same words twice are no change, and a region that has not changed is silent.
    this.#again = !this.#again;
    this.text = this.#again ? text : `${text}\u00a0`;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const listener = this.#listener();
    if (listener !== this.#heardBy) this.text = '';
    this.#heardBy = listener;
  }

  hostDisconnected(): void {
    this.text = '';
  }
}
