import type {SupportStorage} from '../contract/storage.js';

/** Stores data in memory, until the page is closed. */
export class MemoryStorage implements SupportStorage {
  readonly #entries = new Map<string, string>();

  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    return [...this.#entries].filter(([key]) => key.startsWith(prefix));
  }

  async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    for (const [key, value] of changes) {
      if (value === null) this.#entries.delete(key);
      else this.#entries.set(key, value);
    }
  }
}
