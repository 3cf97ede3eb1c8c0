import type {SupportStorage} from '../contract/storage.js';

/** As long as the tab lives. Read at each use: in a sandboxed frame its very name throws. */
export class TabStorage implements SupportStorage {
  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    return Object.entries(sessionStorage).filter((entry): entry is [string, string] => entry[0].startsWith(prefix));
  }

  async set(key: string, value: string): Promise<void> {
    sessionStorage.setItem(key, value);
  }

  async delete(key: string): Promise<void> {
    sessionStorage.removeItem(key);
  }
}
