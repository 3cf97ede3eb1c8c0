type Callback<Value> = () => Promise<Value>;

/** Exclusive locks in memory, granted in the order of the requests, like those of `navigator.locks`. */
class MemoryLocks {
  readonly #queues = new Map<string, Promise<unknown>>();

  async request<Value>(
    name: string,
    options: {readonly signal?: AbortSignal},
    callback: Callback<Value>,
  ): Promise<Value> {
    const {signal} = options;
    signal?.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    });
    const previous = this.#queues.get(name);
    const held = Promise.race([previous, aborted]).then(callback);
    this.#queues.set(name, Promise.allSettled([previous, held]));
    return held;
  }
}

/** Provides `navigator.locks` if the engine has none: Node has none before version 24. */
export function provideWebLocks(): void {
  const navigator = globalThis.navigator ?? {};
  if ('locks' in navigator) return;
  Object.defineProperty(navigator, 'locks', {configurable: true, value: new MemoryLocks()});
  Object.defineProperty(globalThis, 'navigator', {configurable: true, value: navigator});
}
