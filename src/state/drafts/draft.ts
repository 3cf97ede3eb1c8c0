import type {CustomerStorage} from '../../storage/customer-storage.js';
import {randomId} from '../../internal/random-id.js';
import {State} from '../../internal/observable-value.js';

/** Tells this page's records from those of other tabs: two that write at once do not overwrite each other. */
const page = randomId();

interface Kept<Value> {
  /** Nothing, where the words have gone and other pages' records are still to follow. */
  readonly value?: Value | undefined;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  /** Other pages' records, as they were read, whose words have come here, or gone with these. They count no more. */
  readonly taken?: readonly string[];
}

/** What somebody is writing in one place, kept from the first keystroke on. */
export class Draft<Value> {
  readonly state: State<Value>;
  /** The words were written before this page was opened. */
  isRestored = false;
  readonly #empty: Value;
  readonly #id: string;
  readonly #storage: CustomerStorage;
  readonly #join: (earlier: Value, later: Value) => Value;
  /** Records of other pages whose words stand here now, as they were read. */
  #taken = new Map<string, string>();
  #writings = 0;
  #isTouched = false;
  #isRead = false;

  /** `id` is the place's, with a slash at its end. */
  constructor(id: string, empty: Value, storage: CustomerStorage, join: (earlier: Value, later: Value) => Value) {
    this.#id = id;
    this.#empty = empty;
    this.#storage = storage;
    this.#join = join;
    this.state = new State(empty);
  }

  get value(): Value {
    return this.state.value;
  }

  write(value: Value): void {
    this.#isTouched = true;
    this.state.value = value;
    void this.#keep(isBlank(value) ? undefined : value);
  }

  /** The words are somewhere else now, or nobody wants them. */
  async clear(): Promise<void> {
    this.#isTouched = false;
    this.isRestored = false;
    this.state.value = this.#empty;
    await this.#keep(undefined);
  }

  /** Out of sight: what is kept stays kept. */
  forget(): void {
    this.#isTouched = false;
    this.state.value = this.#empty;
  }

  /** Takes up what is kept for this place. Nothing is put into what somebody is typing, but what was there before they began. */
  restore(records: ReadonlyMap<string, unknown>): void {
    const isFirst = !this.#isRead;
    this.#isRead = true;
    if (this.#isTouched && !isFirst) return;
    const all = [...records].map(([id, record]) => ({id, record: record as Kept<Value>, json: JSON.stringify(record)}));
    const gone = new Set(all.flatMap(({record}) => record.taken ?? []));
    const kept = all.filter(({record, json}) => record.value !== undefined && !gone.has(json));
    kept.sort((one, other) => one.record.at - other.record.at);
    const value = kept.reduce((joined, {record}) => this.#join(joined, record.value ?? this.#empty), this.#empty);
    const ofOthers = (some: typeof all): Map<string, string> =>
      new Map(some.filter(({id}) => id !== this.#id + page).map(({id, json}) => [id, json]));
    this.#taken = new Map([...this.#taken, ...ofOthers(kept)]);
    void this.#drop(ofOthers(all.filter(each => !kept.includes(each))));
    // Where the device cannot be read any more, what stands here is all there is.
    if (kept.length === 0 && !isFirst && !this.#storage.isWhole) return;
    this.isRestored = kept.length > 0;
    if (this.#isTouched && this.isRestored) this.write(this.#join(value, this.value));
    else if (!this.#isTouched) this.state.value = value;
  }

  async #keep(value: Value | undefined): Promise<void> {
    const record: Kept<Value> = {value, at: Date.now()};
    const taken = this.#taken;
    const writing = ++this.#writings;
    this.#taken = new Map();
    if (taken.size > 0) {
      await this.#storage.set(this.#id + page, {...record, taken: [...taken.values()]});
      await this.#drop(taken);
      if (writing !== this.#writings) return;
    }
    await this.#storage.set(this.#id + page, value === undefined ? undefined : record);
  }

  /** Takes records out that stand in another now, unless somebody has gone on with them in their own page. */
  async #drop(taken: ReadonlyMap<string, string>): Promise<void> {
    if (taken.size === 0) return;
    const now = await this.#storage.entries(this.#id);
    for (const [id, known] of taken) {
      if (JSON.stringify(now.get(id)) === known) void this.#storage.set(id, undefined);
    }
  }
}

/** A text without a letter, or a form in which nothing is filled in: what was typed and taken back is nothing to come back to. */
const isBlank = (value: unknown): boolean => Object.values(value as object).every(each => !each);
