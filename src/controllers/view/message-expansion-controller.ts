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
  #shown = new Map<string, number>();
  /** Changes whenever the shown length of a message does. */
  revision = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#shown.clear();
    this.revision++;
  }

  /** How a message is shown, by its id. */
  optionsFor(id: string): MessageOptions {
    const maxLength = this.#shown.get(id) ?? initialLength;
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

  readonly #onLinkOpen = (event: MouseEvent): void => {
    const open = new LinkOpenEvent((event.currentTarget as HTMLAnchorElement).href);
    if (!this.#host.dispatchEvent(open)) event.preventDefault();
  };
}
