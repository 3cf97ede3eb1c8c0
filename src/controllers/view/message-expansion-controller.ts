import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {LinkOpenEvent} from '../../contract/session-events.js';

const firstShown = 4_000;

/** How much of each long message is shown, and what happens to a link in it. */
export class TextController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #shown = new Map<string, number>();
  /** Another one after each change. */
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
  optionsFor(id: string): {shown: number; onShowMore: () => void; onLinkOpen: (event: MouseEvent) => void} {
    const shown = this.#shown.get(id) ?? firstShown;
    return {
      shown,
      onShowMore: () => {
        // Each step shows four times as much: a text of a megabyte is read in five.
        this.#shown.set(id, shown * 4);
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
