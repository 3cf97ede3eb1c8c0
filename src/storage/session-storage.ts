import type {SupportStorage} from '../contract/storage.js';

/** Stores data until the tab is closed. Each use reads `sessionStorage`, whose getter throws in a sandboxed frame. */
export class SessionStorage implements SupportStorage {
  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    return Object.entries(sessionStorage).filter((entry): entry is [string, string] => entry[0].startsWith(prefix));
  }

  async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    for (const [key, value] of changes) {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    }
  }
}
