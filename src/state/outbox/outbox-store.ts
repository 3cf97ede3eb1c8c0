import {ObservableValue} from '../../internal/observable-value.js';
import {randomId} from '../../internal/random-id.js';
import {toWellFormed} from '../../contract/primitives.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';
import {undoTime} from '../undo-time.js';
import {fromRecord, isSameFailure, toRecord, type NewOutboxItem, type OutboxItem} from './outbox-item.js';
import {outboxPrefix} from './outbox-prefix.js';

/** Limits what the customer has to check after an outage. */
const maxItems = 20;

/** The items of the outbox, in the order they were written: in memory for the views, and in storage. */
export class OutboxStore {
  readonly items = new ObservableValue<readonly OutboxItem[]>([]);
  readonly #storage: CustomerStorage;
  /** Keys of items that are not stored yet. */
  readonly #unsaved = new Set<string>();
  /** Keys of items that are gone, though their records may still be there. */
  readonly #removed = new Set<string>();
  /** Run out when a discarded item loses its text, by its key. */
  readonly #undoTimers = new Map<string, ReturnType<typeof setTimeout>>();
  #isUnloaded = false;

  constructor(storage: CustomerStorage) {
    this.#storage = storage;
  }

  get isFull(): boolean {
    return this.items.value.filter(({discarded}) => !discarded).length >= maxItems;
  }

  get(key: string): OutboxItem | undefined {
    return this.items.value.find(item => item.key === key);
  }

  /** Adds an item, which the views see at once. `saved` resolves when it is stored as well as the device allows. */
  insert(newItem: NewOutboxItem): {readonly item: OutboxItem; readonly saved: Promise<void>} {
    const createdAt = Math.max(Date.now(), ...this.items.value.map(item => item.createdAt + 1));
    const texts = Object.entries(newItem.draft).map(([field, text]) => [field, toWellFormed(text)]);
    const draft: unknown = Object.fromEntries(texts);
    const item = {...newItem, draft, key: randomId(), createdAt, isAttempted: false, status: 'waiting'} as OutboxItem;
    this.#unsaved.add(item.key);
    this.items.value = [...this.items.value, item];
    return {item, saved: this.#save(item).finally(() => this.#unsaved.delete(item.key))};
  }

  /** Records that the server has a newer reply or ticket, for the items of the same queue. */
  setLastKnownId(ticketId: string | null, lastKnownId: string): void {
    for (const item of this.items.value) if (item.ticketId === ticketId) void this.replace({...item, lastKnownId});
  }

  /** Replaces an item by its newer version, unless it has been removed. */
  async replace(item: OutboxItem): Promise<void> {
    if (this.#removed.has(item.key)) return;
    this.#change(item.key, item);
    await this.#save(item);
  }

  /** Removes an item from memory. */
  hide(key: string): void {
    this.#removed.add(key);
    this.items.value = this.items.value.filter(item => item.key !== key);
  }

  /** Removes an item from memory and from storage. */
  async remove(key: string): Promise<void> {
    this.hide(key);
    await this.#storage.set(outboxPrefix + key, undefined);
  }

  /** Whether an item is gone, though the views may still show that it was deleted. */
  isRemoved(key: string): boolean {
    return this.#removed.has(key);
  }

  /** Deletes an item from storage, and then from what the views show of it. It can be restored for some seconds. */
  async discard(key: string): Promise<void> {
    this.#removed.add(key);
    await this.#storage.set(outboxPrefix + key, undefined);
    this.#change(key, {discarded: 'undoable'});
    clearTimeout(this.#undoTimers.get(key));
    const timer = setTimeout(() => this.#change(key, {discarded: 'final', draft: {}} as Partial<OutboxItem>), undoTime);
    this.#undoTimers.set(key, timer);
  }

  /** Stores a discarded item again. */
  async undiscard(item: OutboxItem): Promise<void> {
    this.#removed.delete(item.key);
    clearTimeout(this.#undoTimers.get(item.key));
    await this.replace({...item, discarded: undefined, status: item.status === 'failed' ? 'failed' : 'waiting'});
  }

  /** Removes what is left of discarded items. */
  forget(): void {
    if (this.items.value.some(({discarded}) => discarded)) {
      this.items.value = this.items.value.filter(({discarded}) => !discarded);
    }
  }

  /** Loads the stored items: at the start, and after another tab may have changed it. */
  async restore(): Promise<void> {
    const records = [...(await this.#storage.entries(outboxPrefix)).values()];
    if (this.#isUnloaded) return;
    // A record does not say why its item is waiting: this page may know. A failure that it knows stays the same object,
    // because another one is reported again.
    const withOwn = (item: OutboxItem): OutboxItem => {
      const own = this.get(item.key);
      const {error: known, isRequested} = own ?? {};
      const isKnown = known && item.error && isSameFailure(known, item.error);
      const restored = {...item, error: isKnown ? known : (item.error ?? known), isRequested};
      return own && JSON.stringify(own) === JSON.stringify(restored) ? own : restored;
    };
    const stored = records.map(fromRecord).filter(item => item !== undefined);
    // If the storage cannot be read, it may hold items that it does not list.
    const {isComplete} = this.#storage;
    // Another tab may have taken back what this one sends.
    const withdrawn = stored.filter(({isWithdrawn}) => isWithdrawn).map(({key}) => key);
    const kept = this.items.value.filter(
      ({key, status}) => !isComplete || status === 'sending' || this.#unsaved.has(key) || this.#removed.has(key),
    );
    const own = kept.map(item => (withdrawn.includes(item.key) ? {...item, isWithdrawn: true} : item));
    const others = stored.filter(({key}) => !this.#removed.has(key) && !own.some(item => item.key === key));
    const items = [...others.map(withOwn), ...own].sort((one, other) => one.createdAt - other.createdAt);
    const {value: old} = this.items;
    // Each element that shows them would render.
    if (items.length !== old.length || items.some((item, index) => item !== old[index])) this.items.value = items;
  }

  /** Removes all items from memory for good; stored items stay. */
  unload(): void {
    this.#isUnloaded = true;
    for (const timer of this.#undoTimers.values()) clearTimeout(timer);
    this.items.value = [];
  }

  #change(key: string, changes: Partial<OutboxItem>): void {
    const old = this.get(key);
    const items = this.items.value.map(each => (each === old ? ({...old, ...changes} as OutboxItem) : each));
    // An item looks the same while it waits for its first attempt: each element that shows it would render.
    if (changes.status === 'sending' && !old?.error) this.items.replaceSilently(items);
    else this.items.value = items;
  }

  #save(item: OutboxItem): Promise<void> {
    return this.#storage.set(outboxPrefix + item.key, toRecord(item));
  }
}
