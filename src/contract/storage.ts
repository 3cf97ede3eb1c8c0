/**
 * Where drafts and unsent messages outlive the page. An app may plug in its own, such as the platform's preferences; texts
 * go in and come out as they are. A rejection is no failure of the customer's: what cannot be kept here is kept in memory.
 */
export interface SupportStorage {
  /** Every key that begins with `prefix`, with its value. */
  entries(prefix: string): Promise<readonly (readonly [key: string, value: string])[]>;
  /**
   * Keeps each value under its key; `null` takes the key out. All of it at once, or, where that cannot be, one after the
   * other in that order: a message that is sent comes together with the going of its draft. Resolves when it would survive
   * the end of the page.
   */
  write(changes: ReadonlyMap<string, string | null>): Promise<void>;
}

/** How long what a customer has written is kept: on the device, as long as the tab, or as long as the page. */
export type Persistence = 'device' | 'session' | 'none';
