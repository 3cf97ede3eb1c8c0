import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * What its host says to a screen reader. The host renders `text` in a region that is there from the first render on: a
 * region that comes with its words is not read out.
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #again = false;
  text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  announce(text: string): void {
    // The same words twice are no change, and a region that has not changed is silent.
    this.#again = !this.#again;
    this.text = this.#again ? text : `${text}\u00a0`;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.text = '';
  }
}
