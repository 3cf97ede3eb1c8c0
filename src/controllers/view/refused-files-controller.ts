import type {LitElement, ReactiveController} from 'lit';

import type {LiveRegion} from './live-region.js';

/**
 * Notices files that are pasted into or dropped on its host, which takes none. Text that is on the clipboard as well is
 * pasted as usual. A dropped file would replace the page:
 * https://html.spec.whatwg.org/multipage/dnd.html#drag-and-drop-processing-model
 */
export class RefusedFilesController implements ReactiveController {
  readonly #host: LitElement;
  readonly #liveRegion: LiveRegion;
  readonly #takesFiles: () => boolean | undefined;
  /** Whether files were refused. The host resets it when it shows something else. */
  isRefused = false;

  /** The host says what to do instead in an element of the class `refused`, which is then announced. */
  constructor(host: LitElement, liveRegion: LiveRegion, takesFiles: () => boolean | undefined) {
    this.#host = host;
    this.#liveRegion = liveRegion;
    this.#takesFiles = takesFiles;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['paste', 'dragover', 'drop']) this.#host.renderRoot.addEventListener(type, this);
  }

  handleEvent(event: Event): void {
    const {type, clipboardData, dataTransfer} = event as ClipboardEvent & DragEvent;
    if (this.#takesFiles() || !(clipboardData ?? dataTransfer)?.types.includes('Files')) return;
    if (type !== 'paste') event.preventDefault();
    if (type === 'dragover') return;
    const host = this.#host;
    this.isRefused = true;
    host.requestUpdate();
    void host.updateComplete.then(() =>
      this.#liveRegion.announce(host.renderRoot.querySelector('.refused')?.textContent ?? ''),
    );
  }
}
