import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * The text of a host's live region. The host renders `text` in an element that exists from its first render on:
 * assistive technology ignores a region that is inserted together with its text.
 */
export class LiveRegion implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #audience: () => unknown;
  #lastAudience: unknown;
  text = '';

  /** `audience` identifies the customer: an announcement to one is not read out to the next. */
  constructor(host: ReactiveControllerHost, audience: () => unknown = () => undefined) {
    this.#host = host;
    this.#audience = audience;
    host.addController(this);
  }

  announce(text: string): void {
    // The same text twice would be no change, and would not be read out.
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const audience = this.#audience();
    if (audience !== this.#lastAudience) this.text = '';
    this.#lastAudience = audience;
  }

  hostDisconnected(): void {
    this.text = '';
  }
}
