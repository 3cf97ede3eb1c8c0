import type {Discarded} from '../../contract/drafts.js';
import {ObservableValue} from '../../internal/observable-value.js';
import {randomId} from '../../internal/random-id.js';
import {undoTime} from '../undo-time.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';

/**
 * Tells this page's records from those of other tabs, so that two tabs that write at once do not overwrite each other.
 */
const pageId = randomId();

/** A draft as one page has stored it. */
interface DraftRecord<Value> {
  /** Missing once the draft is gone and the records it superseded are still to be deleted. */
  readonly value?: Value | undefined;
  /** When it was written, in milliseconds since the epoch. */
  readonly savedAt: number;
  /**
   * Records of other pages that this one replaces, as JSON: a record that its page has changed since is not replaced.
   */
  readonly supersedes?: readonly string[];
}

/** What the customer is writing in one place, stored from the first keystroke on. */
export class Draft<Value> {
  readonly state: ObservableValue<Value>;
  /** Whether the text was written before this page was opened. */
  isRestored = false;
  /** A text can be restored from memory. */
  readonly discarded = new ObservableValue<Discarded>(undefined);
  #discardedValue: Value | undefined;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a text is stored as well as the device allows. */
  readonly isStored = new ObservableValue(false);
  readonly #empty: Value;
  readonly #id: string;
  readonly #storage: CustomerStorage;
  readonly #merge: (earlier: Value, later: Value) => Value;
  /** Records of other pages that were merged into this draft: their JSON by id. */
  #merged = new Map<string, string>();
  #saves = 0;
  /** When the first change was made that the storage may have, in milliseconds since the epoch. */
  #editedAt = Infinity;
  #isLoaded = false;
  #isUnloaded = false;

  /** `id` is the prefix of the storage keys, and ends with a slash. */
  constructor(id: string, empty: Value, storage: CustomerStorage, merge: (earlier: Value, later: Value) => Value) {
    this.#id = id;
    this.#empty = empty;
    this.#storage = storage;
    this.#merge = merge;
    this.state = new ObservableValue(empty);
  }

  get value(): Value {
    return this.state.value;
  }

  get #isEdited(): boolean {
    return this.#editedAt !== Infinity;
  }

  set(value: Value): void {
    if (this.#isUnloaded) return;
    if (!this.#isEdited) this.#editedAt = Date.now();
    this.state.value = value;
    void this.#save(isBlank(value) ? undefined : value).then(() => {
      this.isStored.value = !isBlank(this.value);
    });
  }

  /** Deletes a draft that has been sent. */
  async clear(): Promise<void> {
    this.#reset();
    await this.#save(undefined);
  }

  /**
   * Deletes the draft from the device and then from the screen, because a customer who reloads the page must not find
   * what they saw disappear; or adds one that was just deleted to what has been written since. Resolves, when that is
   * stored, with whether it is deleted.
   */
  async toggleDiscarded(): Promise<boolean> {
    if (this.discarded.value) return this.#undiscard();
    const {value} = this;
    const save = this.#saves + 1;
    await this.#save(undefined);
    // Text that is written in the meantime stays.
    if (save !== this.#saves || this.#isUnloaded) return false;
    this.#reset();
    this.#discardedValue = value;
    this.discarded.value = 'undoable';
    this.#undoTimer = setTimeout(() => {
      this.#discardedValue = undefined;
      this.discarded.value = 'final';
    }, undoTime);
    return true;
  }

  /** Returns whether the discarded text is gone for good. */
  #undiscard(): boolean {
    const value = this.#discardedValue;
    clearTimeout(this.#undoTimer);
    this.discarded.value = this.#discardedValue = undefined;
    if (value === undefined) return true;
    this.set(this.#merge(value, this.value));
    this.isRestored = true;
    return false;
  }

  /** Removes the draft from memory; its stored records stay. */
  unload(): void {
    this.#isUnloaded = true;
    this.#reset();
  }

  /** Empties the draft in memory. */
  #reset(): void {
    this.#editedAt = Infinity;
    this.isRestored = false;
    clearTimeout(this.#undoTimer);
    this.#discardedValue = undefined;
    this.discarded.value = undefined;
    this.isStored.value = false;
    this.state.value = this.#empty;
  }

  /**
   * Applies the stored records, of which there may be others. Text that is being written changes only the first time,
   * when it is merged with the stored draft.
   */
  restore(records: ReadonlyMap<string, unknown>): void {
    const isFirst = !this.#isLoaded;
    this.#isLoaded = true;
    if (this.#isEdited && !isFirst) return;
    const own = [...records].filter(([id, record]) => id.startsWith(this.#id) && record !== undefined);
    const all = own.map(([id, record]) => ({
      id,
      record: record as DraftRecord<Value>,
      json: JSON.stringify(record),
    }));
    const superseded = new Set(all.flatMap(({record}) => record.supersedes ?? []));
    // What was just typed may be stored before the storage is read.
    const isOwn = ({id, record}: (typeof all)[number]): boolean =>
      id === this.#id + pageId && record.savedAt >= this.#editedAt;
    const current = all.filter(each => each.record.value !== undefined && !superseded.has(each.json) && !isOwn(each));
    current.sort((one, other) => one.record.savedAt - other.record.savedAt);
    const value = current.reduce((merged, {record}) => this.#merge(merged, record.value ?? this.#empty), this.#empty);
    const ofOtherPages = (some: typeof all): Map<string, string> =>
      new Map(some.filter(({id}) => id !== this.#id + pageId).map(({id, json}) => [id, json]));
    this.#merged = new Map([...this.#merged, ...ofOtherPages(current)]);
    void this.#deleteUnchanged(ofOtherPages(all.filter(each => !current.includes(each))));
    // If the storage can no longer be read, the text in memory is all there is.
    if (current.length === 0 && !isFirst && !this.#storage.isComplete) return;
    this.isRestored = current.length > 0;
    if (this.#isEdited && this.isRestored) this.set(this.#merge(value, this.value));
    else if (!this.#isEdited) this.state.value = value;
  }

  async #save(value: Value | undefined): Promise<void> {
    const record: DraftRecord<Value> = {value, savedAt: Date.now()};
    const merged = this.#merged;
    const save = ++this.#saves;
    this.#merged = new Map();
    if (merged.size > 0) {
      await this.#storage.set(this.#id + pageId, {...record, supersedes: [...merged.values()]});
      await this.#deleteUnchanged(merged);
      if (save !== this.#saves) return;
    }
    await this.#storage.set(this.#id + pageId, value === undefined ? undefined : record);
  }

  /** Deletes records that were merged elsewhere, unless their own page has changed them since. */
  async #deleteUnchanged(merged: ReadonlyMap<string, string>): Promise<void> {
    if (merged.size === 0) return;
    const stored = await this.#storage.entries(this.#id);
    for (const [id, json] of merged) {
      if (JSON.stringify(stored.get(id)) === json) void this.#storage.set(id, undefined);
    }
  }
}

/** Whether a text, or each field of a form, is empty. */
const isBlank = (value: unknown): boolean =>
  typeof value === 'string' ? value === '' : Object.values(value as object).every(each => !each);
