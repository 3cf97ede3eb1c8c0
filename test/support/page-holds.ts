type Method<Target, Key extends keyof Target> = Target[Key] extends (...parameters: infer Parameters) => infer Result
  ? (this: Target, ...parameters: Parameters) => Result
  : never;

/** Keeps account of what is held of the page: its listeners, intervals and observers. Give it back when done. */
export class PageHolds {
  readonly #restore: (() => void)[] = [];
  readonly #listening = new Map<EventTarget, string[]>();
  readonly #intervals = new Set<unknown>();
  readonly #observers = new Set<IntersectionObserver>();

  constructor() {
    for (const target of [window, document, MediaQueryList.prototype]) this.#countListeners(target);
    this.#countIntervals();
    this.#countObservers();
  }

  /** What is held, in words; empty when everything was let go. */
  get held(): string[] {
    const listeners = [...this.#listening.values()].flat().map(type => `a listener to ${type}`);
    return [...listeners, ...[...this.#intervals].map(String), ...[...this.#observers].map(String)];
  }

  giveBack(): void {
    for (const restore of this.#restore) restore();
  }

  /** By target, for a listener is not taken off one media query by another that asks the same. */
  #countListeners(owner: EventTarget): void {
    const listening = this.#listening;
    this.#replace(
      owner,
      'addEventListener',
      add =>
        function (type, ...rest) {
          const target = this ?? window;
          listening.set(target, [...(listening.get(target) ?? []), type]);
          add.call(target, type, ...rest);
        },
    );
    this.#replace(
      owner,
      'removeEventListener',
      remove =>
        function (type, ...rest) {
          const target = this ?? window;
          const types = listening.get(target) ?? [];
          if (types.includes(type)) types.splice(types.indexOf(type), 1);
          remove.call(target, type, ...rest);
        },
    );
  }

  #countIntervals(): void {
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

  #countObservers(): void {
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
