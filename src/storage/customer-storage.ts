import type {SupportStorage} from '../contract/storage.js';
import {memory} from './open-storage.js';
import {ObservableValue} from '../internal/observable-value.js';
import {withTimeout} from '../internal/with-timeout.js';

/**
 * IndexedDB sometimes never answers at all (https://bugs.webkit.org/show_bug.cgi?id=226547). A slow device takes its
 * time: in milliseconds.
 */
const patience = 20_000;
const doubtful = 2_000;

/**
 * What one customer has written, by id, kept beyond the page where the device lets us, else as long as the page.
 * Nothing here rejects: a text that cannot be kept is still the customer's.
 */
export class CustomerStorage {
  /** Whether what was last written would survive the end of the page. */
  readonly isPersistent: ObservableValue<boolean>;
  readonly #prefix: string;
  /** What is still to be written, the newest value of each key; null for what is to go. */
  readonly #pending = new Map<string, string | null>();
  /** The keys of what the device has refused to let go. It is out of sight, and asked for again with each writing. */
  readonly #owed = new Set<string>();
  #storage: SupportStorage;
  /** How often something was set. */
  #changes = 0;
  #writing: Promise<void> | undefined;
  #hasFailed = false;

  constructor(storage: SupportStorage = memory, prefix = '') {
    this.#storage = storage;
    this.#prefix = prefix;
    this.isPersistent = new ObservableValue(storage !== memory);
  }

  /** Whether what is told is all there is: a storage that could not be read may hold more. */
  get isComplete(): boolean {
    return !this.#hasFailed;
  }

  /** The values whose id begins with `kind`, by id, with all that was set before they are told. */
  async entries(kind: string): Promise<ReadonlyMap<string, unknown>> {
    await this.#writing;
    const prefix = this.#prefix + kind;
    const changes = this.#changes;
    const kept = await withTimeout(patience, this.#storage.entries(prefix)).catch(() => this.#giveUp());
    const inMemory = await memory.entries(prefix);
    // What was read may have been sent meanwhile, and would be taken up again.
    if (changes !== this.#changes) return this.entries(kind);
    const found = new Map<string, unknown>();
    for (const [key, value] of [...kept.filter(([key]) => !this.#owed.has(key)), ...inMemory]) {
      found.set(key.slice(this.#prefix.length), parsed(value));
    }
    return found;
  }

  /**
   * Resolves when the value is kept as well as can be; `undefined` takes it out. Of values that come quickly, the last
   * is written.
   */
  set(id: string, value: unknown): Promise<void> {
    const key = this.#prefix + id;
    this.#changes++;
    // At the end again: what is to go must not go before what comes in its place.
    this.#pending.delete(key);
    this.#pending.set(key, value === undefined ? null : JSON.stringify(value));
    this.#writing ??= this.#write();
    return this.#writing;
  }

  async #write(): Promise<void> {
    // What is set in one task is written as one. A page that is killed in between would leave a message that is on its
    // way in its box as well.
    await Promise.resolve();
    while (this.#pending.size > 0) {
      const changes = new Map([...[...this.#owed].map(key => [key, null] as const), ...this.#pending]);
      this.#pending.clear();
      const areKept = await this.#keep(changes);
      for (const [key, value] of changes) {
        // What is too long, or has no room, takes nothing else with it.
        await this.#note(key, value, areKept || (changes.size > 1 && (await this.#keep(new Map([[key, value]])))));
      }
    }
    // At once: what is set from here on would wait for a writing that has ended.
    this.#writing = undefined;
  }

  /** Says whether that would survive the end of the page. */
  async #keep(changes: ReadonlyMap<string, string | null>): Promise<boolean> {
    // Nobody is told for long that it is kept where that is not known.
    const doubt = setTimeout(() => (this.isPersistent.value = false), doubtful);
    try {
      await withTimeout(patience, this.#storage.write(changes));
      return this.#storage !== memory;
    } catch {
      return false;
    } finally {
      clearTimeout(doubt);
    }
  }

  /** What stands in memory goes before what is kept: it is newer, or all there is. */
  async #note(key: string, value: string | null, isKept: boolean): Promise<void> {
    if (value !== null) this.isPersistent.value = isKept;
    if (value === null && !isKept && this.#storage !== memory) this.#owed.add(key);
    else this.#owed.delete(key);
    await memory.write(new Map([[key, isKept ? null : value]]));
  }

  /** A storage that cannot be read is not asked again in this page. */
  #giveUp(): readonly [] {
    this.#storage = memory;
    this.#hasFailed = true;
    this.isPersistent.value = false;
    return [];
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
