import type {SupportStorage} from '../contract/storage.js';

/** As long as the page lives. */
export class MemoryStorage implements SupportStorage {
  readonly #kept = new Map<string, string>();

  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    return [...this.#kept].filter(([key]) => key.startsWith(prefix));
  }

  async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    for (const [key, value] of changes) {
      if (value === null) this.#kept.delete(key);
      else this.#kept.set(key, value);
    }
  }
}
