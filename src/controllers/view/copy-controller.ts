import type {ReactiveControllerHost} from 'lit';

/** Puts texts on the clipboard, and remembers which was the last. */
export class CopyController {
  readonly #host: ReactiveControllerHost;
  readonly #onCopied: () => void;
  copied = '';

  constructor(host: ReactiveControllerHost, onCopied: () => void) {
    this.#host = host;
    this.#onCopied = onCopied;
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The browser does not let us: a frame often may not.
      return;
    }
    this.copied = text;
    this.#host.requestUpdate();
    this.#onCopied();
  }
}
