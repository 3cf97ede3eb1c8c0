import type {SupportStorage} from '../contract/storage.js';

/** As long as the page lives. */
export class MemoryStorage implements SupportStorage {
  readonly #kept = new Map<string, string>();

  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    return [...this.#kept].filter(([key]) => key.startsWith(prefix));
  }

  async set(key: string, value: string): Promise<void> {
    this.#kept.set(key, value);
  }

  async delete(key: string): Promise<void> {
    this.#kept.delete(key);
  }
}
