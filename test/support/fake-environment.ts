interface FakeTimer {
  readonly id: number;
  readonly at: number;
  readonly callback: () => void;
}

/** Replaces the clock, timers, `Math.random`, `navigator.onLine` and `document.hidden` until `restore()` is called. */
export class FakeEnvironment {
  readonly #real = {
    now: Date.now,
    random: Math.random,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  #now = 1_800_000_000_000;
  #timers: FakeTimer[] = [];
  #lastId = 0;
  #isOnline = true;
  #isHidden = false;
  random = 0.5;

  constructor() {
    Date.now = () => this.#now;
    Math.random = () => this.random;
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, milliseconds = 0) => this.#schedule(++this.#lastId, milliseconds, callback),
      setInterval: (callback: () => void, milliseconds: number) => this.#repeat(++this.#lastId, milliseconds, callback),
      clearTimeout: this.#cancel,
      clearInterval: this.#cancel,
    });
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => this.#isOnline});
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => this.#isHidden});
  }

  /** The remaining delay of each timer in milliseconds, shortest first. */
  get pendingDelays(): number[] {
    return this.#timers.map(({at}) => at - this.#now).sort((one, other) => one - other);
  }

  set isOnline(isOnline: boolean) {
    this.#isOnline = isOnline;
  }

  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
  }

  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter(({at}) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter(each => each !== next);
      next.callback();
    }
    this.#now = end;
  }

  #schedule(id: number, milliseconds: number, callback: () => void): number {
    this.#timers.push({id, at: this.#now + milliseconds, callback});
    return id;
  }

  #repeat(id: number, milliseconds: number, callback: () => void): number {
    return this.#schedule(id, milliseconds, () => {
      this.#repeat(id, milliseconds, callback);
      callback();
    });
  }

  readonly #cancel = (id: number): void => {
    this.#timers = this.#timers.filter(each => each.id !== id);
  };

  restore(): void {
    const {now, random, ...timers} = this.#real;
    Date.now = now;
    Math.random = random;
    Object.assign(globalThis, timers);
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(document, 'hidden');
  }
}
