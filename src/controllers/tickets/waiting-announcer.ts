import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {OutboxItem} from '../../state/outbox/outbox-item.js';

/**
 * Calls `announce` with each unsent item that has to wait: once, and again after each attempt that the customer has
 * asked for. Automatic attempts are silent.
 */
export class WaitingAnnouncer<Item extends OutboxItem> implements ReactiveController {
  readonly #items: () => readonly Item[];
  readonly #announce: (item: Item) => void;
  readonly #announced = new Set<string>();

  constructor(host: ReactiveControllerHost, items: () => readonly Item[], announce: (item: Item) => void) {
    this.#items = items;
    this.#announce = announce;
    host.addController(this);
  }

  hostUpdate(): void {
    for (const item of this.#items()) {
      const {key, status, error, isRequested} = item;
      if (!error || isRequested) this.#announced.delete(key);
      else if (status === 'waiting' && !this.#announced.has(key)) {
        this.#announced.add(key);
        this.#announce(item);
      }
    }
  }
}
