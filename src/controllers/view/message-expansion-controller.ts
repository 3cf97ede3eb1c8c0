import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {LinkOpenEvent} from '../../contract/session-events.js';

/** How many characters of a message are shown at first. */
const initialLength = 4_000;
/** Each press of "Show more" shows this many times as much: a text of a megabyte takes five. */
const growthFactor = 4;

export interface MessageOptions {
  /** How many characters are shown. */
  readonly maxLength: number;
  readonly onShowMore: () => void;
  readonly onLinkOpen: (event: MouseEvent) => void;
}

/** How much of each long message is shown, and what a link in it does. */
export class MessageExpansionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #renderNow: () => void;
  readonly #shown = new Map<string, number>();
  /** The quotations that are open for printing only. */
  #opened: readonly HTMLDetailsElement[] = [];
  #isPrinting = false;
  /** The one whose events are heard: when the host has moved, it is already in another document. */
  #window: Window | null = null;
  /** Changes whenever the shown length of a message does. */
  revision = 0;

  /** `renderNow` performs the pending update of the host. */
  constructor(host: ReactiveControllerHost & HTMLElement, renderNow: () => void) {
    this.#host = host;
    this.#renderNow = renderNow;
    host.addController(this);
  }

  hostConnected(): void {
    this.#window = this.#host.ownerDocument.defaultView;
    this.#window?.addEventListener('beforeprint', this.#onPrint);
    this.#window?.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    this.#window?.removeEventListener('beforeprint', this.#onPrint);
    this.#window?.removeEventListener('afterprint', this.#onPrint);
    this.#shown.clear();
    this.revision++;
  }

  /** How a message is shown, by its id. */
  optionsFor(id: string): MessageOptions {
    const maxLength = this.#isPrinting ? Infinity : (this.#shown.get(id) ?? initialLength);
    return {
      maxLength,
      onShowMore: () => {
        this.#shown.set(id, maxLength * growthFactor);
        this.revision++;
        this.#host.requestUpdate();
      },
      onLinkOpen: this.#onLinkOpen,
    };
  }

  /** Shows everything on paper. At once: the browser prints as soon as the event has been dispatched. */
  readonly #onPrint = ({type}: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.revision++;
    this.#host.requestUpdate();
    this.#renderNow();
    for (const quotation of this.#opened) quotation.open = false;
    const folded = this.#host.shadowRoot?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? [];
    this.#opened = this.#isPrinting ? [...folded] : [];
    for (const quotation of this.#opened) quotation.open = true;
  };

  readonly #onLinkOpen = (event: MouseEvent): void => {
    const open = new LinkOpenEvent((event.currentTarget as HTMLAnchorElement).href);
    if (!this.#host.dispatchEvent(open)) event.preventDefault();
  };
}
