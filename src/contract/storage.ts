/**
 * Where drafts and unsent messages outlive the page. An app may plug in its own, such as the platform's preferences; texts
 * go in and come out as they are. A rejection is no failure of the customer's: what cannot be kept here is kept in memory.
 */
export interface SupportStorage {
  /** Every key that begins with `prefix`, with its value. */
  entries(prefix: string): Promise<readonly (readonly [key: string, value: string])[]>;
  /** Resolves when the value would survive the end of the page. */
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** How long what a customer has written is kept: on the device, as long as the tab, or as long as the page. */
export type Persistence = 'device' | 'session' | 'none';
