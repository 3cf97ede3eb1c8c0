/** A map of what was set last, and of nothing that is older. */
export class LruMap<Value> extends Map<string, Value> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** What is set again is new again. */
  override set(key: string, value: Value): this {
    this.delete(key);
    super.set(key, value);
    const [oldest = ''] = this.keys();
    if (this.size > this.#most) this.delete(oldest);
    return this;
  }
}
