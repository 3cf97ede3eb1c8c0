/**
 * A map that keeps the entries that were used last and drops the least recently used one when it grows past its
 * capacity.
 *
 * @see https://en.wikipedia.org/wiki/Cache_replacement_policies#Least_Recently_Used_(LRU)
 */
export class LruMap<Value> extends Map<string, Value> {
  readonly #capacity: number;

  constructor(capacity: number) {
    super();
    this.#capacity = capacity;
  }

  /** Reading an entry makes it the most recently used one. */
  override get(key: string): Value | undefined {
    if (!this.has(key)) return undefined;
    const value = super.get(key) as Value;
    this.set(key, value);
    return value;
  }

  override set(key: string, value: Value): this {
    // A map iterates in insertion order, so an entry that is inserted again moves to the end.
    this.delete(key);
    super.set(key, value);
    const [leastRecentlyUsed = ''] = this.keys();
    if (this.size > this.#capacity) this.delete(leastRecentlyUsed);
    return this;
  }
}
