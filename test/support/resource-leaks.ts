type Method<Target, Key extends keyof Target> = Target[Key] extends (...parameters: infer Parameters) => infer Result
  ? (this: Target, ...parameters: Parameters) => Result
  : never;

/** Tracks listeners, intervals and observers that are added and not removed, until `restore()` is called. */
export class ResourceLeakDetector {
  readonly #restore: (() => void)[] = [];
  readonly #listeners = new Map<EventTarget, string[]>();
  readonly #intervals = new Set<unknown>();
  readonly #observers = new Set<IntersectionObserver>();

  constructor() {
    for (const target of [window, document, MediaQueryList.prototype]) this.#trackListeners(target);
    this.#trackIntervals();
    this.#trackObservers();
  }

  /** A description of each leak. */
  get leaks(): string[] {
    const listenerLeaks = [...this.#listeners.values()].flat().map(type => `${type} listener`);
    return [...listenerLeaks, ...[...this.#intervals].map(String), ...[...this.#observers].map(String)];
  }

  restore(): void {
    for (const restore of this.#restore) restore();
  }

  /** By target: two `MediaQueryList`s of the same query do not share listeners. */
  #trackListeners(owner: EventTarget): void {
    const listeners = this.#listeners;
    this.#replace(
      owner,
      'addEventListener',
      add =>
        function (type, ...rest) {
          const target = this ?? window;
          listeners.set(target, [...(listeners.get(target) ?? []), type]);
          add.call(target, type, ...rest);
        },
    );
    this.#replace(
      owner,
      'removeEventListener',
      remove =>
        function (type, ...rest) {
          const target = this ?? window;
          const types = listeners.get(target) ?? [];
          if (types.includes(type)) types.splice(types.indexOf(type), 1);
          remove.call(target, type, ...rest);
        },
    );
  }

  #trackIntervals(): void {
    const intervals = this.#intervals;
    this.#replace(
      globalThis,
      'setInterval',
      set =>
        function (...parameters) {
          const interval = set.apply(window, parameters);
          intervals.add(interval);
          return interval;
        },
    );
    this.#replace(
      globalThis,
      'clearInterval',
      clear =>
        function (interval) {
          intervals.delete(interval);
          clear.call(window, interval);
        },
    );
  }

  #trackObservers(): void {
    const observers = this.#observers;
    this.#replace(
      IntersectionObserver.prototype,
      'observe',
      observe =>
        function (target) {
          observers.add(this);
          observe.call(this, target);
        },
    );
    this.#replace(
      IntersectionObserver.prototype,
      'disconnect',
      disconnect =>
        function () {
          observers.delete(this);
          disconnect.call(this);
        },
    );
  }

  #replace<Target extends object, Key extends keyof Target>(
    target: Target,
    key: Key,
    replacement: (original: Method<Target, Key>) => Method<Target, Key>,
  ): void {
    const own = Object.getOwnPropertyDescriptor(target, key);
    Object.defineProperty(target, key, {
      value: replacement(target[key] as Method<Target, Key>),
      configurable: true,
      writable: true,
    });
    this.#restore.push(() => (own ? Object.defineProperty(target, key, own) : Reflect.deleteProperty(target, key)));
  }
}
