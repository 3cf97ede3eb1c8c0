import type {Reply, Subscriber, Ticket} from './rows.js';
import type {Receipt} from './store.js';

/** Rows are immutable: a write stores a new row, and a rollback restores the old row. */
export class MemoryTables {
  readonly subscribers = new Map<string, Subscriber>();
  readonly tickets = new Map<string, Ticket>();
  readonly replies = new Map<string, readonly Reply[]>();
  readonly numbers = new Map<number, number>();
  readonly receipts = new Map<string, Receipt>();
}

export class Undo {
  readonly #steps: (() => void)[] = [];

  put<K, V>(table: Map<K, V>, key: K, row: V) {
    const earlier = table.get(key);
    table.set(key, row);
    this.#steps.push(() => (earlier === undefined ? table.delete(key) : table.set(key, earlier)));
  }

  remove<K, V>(table: Map<K, V>, key: K) {
    const earlier = table.get(key);
    if (earlier === undefined) return;
    table.delete(key);
    this.#steps.push(() => table.set(key, earlier));
  }

  rollBack() {
    for (const step of this.#steps.reverse()) step();
  }
}
