export interface VisibleChange {
  ticketId: string;
  version: number;
  /** A public reply that was added, and the ticket as it is since, as the API returns them. */
  added?: {reply: object; ticket: object} | undefined;
}

type Listener = (change: VisibleChange) => void;

/** Notifies the open event streams of a subscriber about changed tickets. Internal notes are never published. */
export class ChangeFeed {
  readonly #listeners = new Map<string, Set<Listener>>();

  get listeners(): number {
    return [...this.#listeners.values()].reduce((sum, {size}) => sum + size, 0);
  }

  publish(subscriberId: string, change: VisibleChange) {
    for (const listener of this.#listeners.get(subscriberId) ?? []) listener(change);
  }

  subscribe(subscriberId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(subscriberId) ?? new Set();
    this.#listeners.set(subscriberId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(subscriberId);
    };
  }
}
