import type {LitElement, ReactiveController} from 'lit';

import type {LiveRegion} from './live-region.js';

interface RefusingHost extends LitElement {
  readonly ticketId?: string;
}

/**
 * Notices files that are pasted into or dropped on its host, which takes none. Text that is on the clipboard as well is
 * pasted as usual. A dropped file would replace the page:
 * https://html.spec.whatwg.org/multipage/dnd.html#drag-and-drop-processing-model
 */
export class RefusedFilesController implements ReactiveController {
  readonly #host: RefusingHost;
  readonly #liveRegion: LiveRegion;
  readonly #takesFiles: () => boolean | undefined;
  #refusedFor: string | undefined;

  /** The host says what to do instead in an element of the class `refused`, which is then announced. */
  constructor(host: RefusingHost, liveRegion: LiveRegion, takesFiles: () => boolean | undefined) {
    this.#host = host;
    this.#liveRegion = liveRegion;
    this.#takesFiles = takesFiles;
    host.addController(this);
  }

  /** Whether files were refused, and the host still shows the same ticket. */
  get isRefused(): boolean {
    return this.#refusedFor === (this.#host.ticketId ?? '');
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
    this.#refusedFor = host.ticketId ?? '';
    host.requestUpdate();
    void host.updateComplete.then(() =>
      this.#liveRegion.announce(host.renderRoot.querySelector('.refused')?.textContent ?? ''),
    );
  }
}
