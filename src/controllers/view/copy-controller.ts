import type {ReactiveControllerHost} from 'lit';

/** Copies text to the clipboard, and remembers which text it was. */
export class CopyController {
  readonly #host: ReactiveControllerHost;
  readonly #onCopied: () => void;
  /** The text that was copied last. */
  copied = '';

  constructor(host: ReactiveControllerHost, onCopied: () => void) {
    this.#host = host;
    this.#onCopied = onCopied;
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed here: in a frame without permission, for example.
      return;
    }
    this.copied = text;
    this.#host.requestUpdate();
    this.#onCopied();
  }
}
