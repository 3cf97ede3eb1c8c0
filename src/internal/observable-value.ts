/**
 * A value that notifies its subscribers when it changes. The value is replaced, never mutated, and subscribers are
 * notified once per microtask, however often it was replaced.
 */
export class ObservableValue<Value> {
  #value: Value;
  readonly #listeners = new Set<() => void>();
  #isNotificationQueued = false;

  constructor(value: Value) {
    this.#value = value;
  }

  get value(): Value {
    return this.#value;
  }

  set value(value: Value) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    if (this.#isNotificationQueued) return;
    this.#isNotificationQueued = true;
    queueMicrotask(() => {
      this.#isNotificationQueued = false;
      for (const listener of [...this.#listeners]) listener();
    });
  }

  /** Replaces the value by one that subscribers need not know of. */
  replaceSilently(value: Value): void {
    this.#value = value;
  }

  /** Calls the listener after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
