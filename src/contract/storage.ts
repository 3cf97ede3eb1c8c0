/**
 * Storage for drafts and unsent messages, for example the preferences of a native app. Keys and values are strings, to
 * be stored unchanged. If a method rejects, the data is kept in memory instead.
 */
export interface SupportStorage {
  /** Returns all entries whose key begins with `prefix`. */
  entries(prefix: string): Promise<readonly (readonly [key: string, value: string])[]>;
  /**
   * Stores each value under its key; `null` deletes the key. The changes are one transaction: if the storage has none,
   * apply them in the order of the map. Resolves when the data is durable.
   */
  write(changes: ReadonlyMap<string, string | null>): Promise<void>;
}

/** Where drafts and unsent messages are stored: on the device, in the tab, or in the memory of the page. */
export type Persistence = 'device' | 'session' | 'none';
