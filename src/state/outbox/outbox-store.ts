import type {CustomerStorage} from '../../storage/customer-storage.js';
import {fromRecord, toRecord, type Outgoing, type Pending} from './outbox-item.js';
import {randomId} from '../../internal/random-id.js';
import {State} from '../../internal/observable-value.js';

/** More than that is no conversation any more, and nothing a person could look after. */
const mostItems = 20;

const kind = 'outbox/';

/** What the server does not have yet, in the order it was written, as it is shown and as it is kept. */
export class PendingItems {
  readonly state = new State<readonly Pending[]>([]);
  readonly #storage: CustomerStorage;
  /** Keys of items that are shown, and not kept yet. */
  readonly #unsaved = new Set<string>();
  /** Keys of what is out of sight. Its records may be there for a moment longer. */
  readonly #gone = new Set<string>();
  #isForgotten = false;

  constructor(storage: CustomerStorage) {
    this.#storage = storage;
  }

  get isFull(): boolean {
    return this.state.value.length >= mostItems;
  }

  find(key: string): Pending | undefined {
    return this.state.value.find(item => item.key === key);
  }

  /** Shows a new item at once. `kept` resolves when it is kept as well as can be. */
  add(outgoing: Outgoing): {readonly item: Pending; readonly kept: Promise<void>} {
    const at = Math.max(Date.now(), ...this.state.value.map(item => item.at + 1));
    const item = {...outgoing, key: randomId(), at, isAttempted: false, status: 'waiting'} as Pending;
    this.#unsaved.add(item.key);
    this.state.value = [...this.state.value, item];
    return {item, kept: this.#save(item).finally(() => this.#unsaved.delete(item.key))};
  }

  /** Something has arrived that everything else for the same place was written beside, or after. */
  follow(ticketId: string | null, id: string): void {
    for (const item of this.state.value) if (item.ticketId === ticketId) void this.replace({...item, after: id});
  }

  /** Shows an item as it is now, and keeps it so, unless it has been taken out meanwhile. */
  async replace(item: Pending): Promise<void> {
    if (this.#gone.has(item.key)) return;
    this.state.value = this.state.value.map(each => (each.key === item.key ? item : each));
    await this.#save(item);
  }

  hide(key: string): void {
    this.#gone.add(key);
    this.state.value = this.state.value.filter(item => item.key !== key);
  }

  async remove(key: string): Promise<void> {
    this.hide(key);
    await this.#storage.set(kind + key, undefined);
  }

  /** Takes up what is kept: at the start, and when another tab may have changed it. */
  async restore(): Promise<void> {
    const records = [...(await this.#storage.entries(kind)).values()];
    if (this.#isForgotten) return;
    const shown = this.state.value;
    // Why it waits is this page's own knowledge, as long as the record has no other.
    const known = (item: Pending): Pending => ({...item, error: item.error ?? this.find(item.key)?.error});
    const kept = records.map(fromRecord).filter(item => item !== undefined);
    // What is not told of may be there all the same, where the device cannot be read.
    const {isWhole} = this.#storage;
    const ours = shown.filter(({key, status}) => !isWhole || status === 'sending' || this.#unsaved.has(key));
    const theirs = kept.filter(({key}) => !this.#gone.has(key) && !ours.some(item => item.key === key));
    this.state.value = [...theirs.map(known), ...ours].sort((one, other) => one.at - other.at);
  }

  /** Out of sight for good: what is kept stays kept. */
  forget(): void {
    this.#isForgotten = true;
    this.state.value = [];
  }

  #save(item: Pending): Promise<void> {
    return this.#storage.set(kind + item.key, toRecord(item));
  }
}
