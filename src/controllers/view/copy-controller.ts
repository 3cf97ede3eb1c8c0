import type {LitElement} from 'lit';

/** What became of the last attempt to copy a text. */
export interface CopyResult {
  readonly text: string;
  readonly isCopied: boolean;
}

/** Copies text to the clipboard, and remembers which text it was. */
export class CopyController {
  readonly #host: LitElement;
  readonly #onResult: (result: CopyResult) => void;
  result: CopyResult | undefined;

  constructor(host: LitElement, onResult: (result: CopyResult) => void) {
    this.#host = host;
    this.#onResult = onResult;
  }

  async copy(text: string): Promise<void> {
    let isCopied = false;
    try {
      // Only the focused window may write.
      await (this.#host.ownerDocument.defaultView ?? window).navigator.clipboard.writeText(text);
      isCopied = true;
    } catch {
      // Not allowed here: in a frame without permission, for example.
    }
    this.result = {text, isCopied};
    this.#host.requestUpdate();
    this.#onResult(this.result);
  }
}
