import type {SupportStorage} from '../contract/storage.js';
import {ObservableValue} from '../internal/observable-value.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import {withTimeout} from '../internal/with-timeout.js';
import {memory} from './open-storage.js';

/** IndexedDB sometimes never answers (https://bugs.webkit.org/show_bug.cgi?id=226547). In milliseconds. */
const storageTimeout = 20_000;
/** After this time, in milliseconds, a pending write no longer counts as persistent. */
const writeGracePeriod = 2_000;

/**
 * What one customer has written, by id: in the given storage if the device allows it, otherwise in memory. Nothing here
 * rejects: text that cannot be stored stays usable.
 */
export class CustomerStorage {
  /** Whether the latest write outlives the page. */
  readonly isPersistent: ObservableValue<boolean>;
  readonly #prefix: string;
  /** Values that are not written yet, by key; null for a deletion. */
  readonly #pending = new Map<string, string | null>();
  /** Keys that the device failed to delete. They are hidden, and deleted again with each write. */
  readonly #undeleted = new Set<string>();
  #storage: SupportStorage;
  /** Counts calls of `set`. */
  #revision = 0;
  #write: Promise<void> | undefined;
  #hasFailed = false;

  constructor(storage: SupportStorage = memory, prefix = '') {
    this.#storage = storage;
    this.#prefix = prefix;
    this.isPersistent = new ObservableValue(storage !== memory);
  }

  /** Whether `entries` lists everything: a storage that could not be read may hold more. */
  get isComplete(): boolean {
    return !this.#hasFailed;
  }

  /** The values whose id starts with `idPrefix`, by id, including all that was set before. */
  async entries(idPrefix: string): Promise<ReadonlyMap<string, unknown>> {
    await this.#write;
    const keyPrefix = this.#prefix + idPrefix;
    const revision = this.#revision;
    const stored = await withTimeout(storageTimeout, this.#storage.entries(keyPrefix)).catch(() => this.#giveUp());
    const inMemory = await memory.entries(keyPrefix);
    // Something was set meanwhile: an item that has been sent would be restored.
    if (revision !== this.#revision) return this.entries(idPrefix);
    const visible = stored.filter(([key]) => !this.#undeleted.has(key));
    return new Map([...visible, ...inMemory].map(([key, value]) => [this.#idOf(key), safeJsonParse(value)]));
  }

  /** Resolves when the value is stored as well as the device allows; `undefined` deletes it. */
  set(id: string, value: unknown): Promise<void> {
    const key = this.#prefix + id;
    this.#revision++;
    // Moves the key to the end: a deletion must not precede the value that replaces it.
    this.#pending.delete(key);
    this.#pending.set(key, value === undefined ? null : JSON.stringify(value));
    this.#write ??= this.#writePending();
    return this.#write;
  }

  #idOf(key: string): string {
    return key.slice(this.#prefix.length);
  }

  async #writePending(): Promise<void> {
    // Changes of one task are written together: a page killed between the two writes would keep a sent message as a
    // draft as well.
    await Promise.resolve();
    while (this.#pending.size > 0) {
      const deletions = [...this.#undeleted].map(key => [key, null] as const);
      const changes = new Map([...deletions, ...this.#pending]);
      this.#pending.clear();
      const areStored = await this.#store(changes);
      for (const [key, value] of changes) {
        // One value that is too long must not cost the others.
        const isStored = areStored || (changes.size > 1 && (await this.#store(new Map([[key, value]]))));
        await this.#settle(key, value, isStored);
      }
    }
    // Synchronously: values that are set from now on need a write of their own.
    this.#write = undefined;
  }

  /** Returns whether the changes outlive the page. */
  async #store(changes: ReadonlyMap<string, string | null>): Promise<boolean> {
    const timer = setTimeout(() => (this.isPersistent.value = false), writeGracePeriod);
    try {
      await withTimeout(storageTimeout, this.#storage.write(changes));
      return this.#storage !== memory;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Keeps a value in memory if it could not be stored. It takes precedence over the stored one. */
  async #settle(key: string, value: string | null, isStored: boolean): Promise<void> {
    if (value !== null) this.isPersistent.value = isStored;
    if (value === null && !isStored && this.#storage !== memory) this.#undeleted.add(key);
    else this.#undeleted.delete(key);
    await memory.write(new Map([[key, isStored ? null : value]]));
  }

  /** A storage that cannot be read is not used again in this page. */
  #giveUp(): readonly [] {
    this.#storage = memory;
    this.#hasFailed = true;
    this.isPersistent.value = false;
    return [];
  }
}
