export interface VisibleChange {
  ticketId: string;
  version: number;
}

type Listener = (change: VisibleChange) => void;

/** Tells a subscriber's open streams that a ticket of theirs changed. Internal notes are never told to it. */
export class ChangeFeed {
  readonly #listeners = new Map<string, Set<Listener>>();

  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, {size}) => sum + size, 0);
  }

  tell(subscriberId: string, change: VisibleChange) {
    for (const listener of this.#listeners.get(subscriberId) ?? []) listener(change);
  }

  listen(subscriberId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(subscriberId) ?? new Set();
    this.#listeners.set(subscriberId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(subscriberId);
    };
  }
}
