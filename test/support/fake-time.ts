interface Waiting {
  readonly id: number;
  readonly at: number;
  readonly act: () => void;
}

/** Time that passes when a test says so, chance that is what it says, and a network that the browser believes in. */
export class FakeTime {
  readonly #real = {
    now: Date.now,
    random: Math.random,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  #now = 1_800_000_000_000;
  #waiting: Waiting[] = [];
  #ids = 0;
  #isOnline = true;
  #isHidden = false;
  random = 0.5;

  constructor() {
    Date.now = () => this.#now;
    Math.random = () => this.random;
    Object.assign(globalThis, {
      setTimeout: (act: () => void, milliseconds = 0) => this.#wait(++this.#ids, milliseconds, act),
      setInterval: (act: () => void, milliseconds: number) => this.#repeat(++this.#ids, milliseconds, act),
      clearTimeout: this.#stop,
      clearInterval: this.#stop,
    });
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => this.#isOnline});
    Object.defineProperty(document, 'hidden', {configurable: true, get: () => this.#isHidden});
  }

  /** How long each timer still has to wait, in milliseconds. */
  get waits(): number[] {
    return this.#waiting.map(({at}) => at - this.#now).sort((one, other) => one - other);
  }

  set isOnline(isOnline: boolean) {
    this.#isOnline = isOnline;
  }

  set isHidden(isHidden: boolean) {
    this.#isHidden = isHidden;
  }

  pass(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#waiting.filter(({at}) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#waiting = this.#waiting.filter(each => each !== next);
      next.act();
    }
    this.#now = end;
  }

  #wait(id: number, milliseconds: number, act: () => void): number {
    this.#waiting.push({id, at: this.#now + milliseconds, act});
    return id;
  }

  #repeat(id: number, milliseconds: number, act: () => void): number {
    return this.#wait(id, milliseconds, () => {
      this.#repeat(id, milliseconds, act);
      act();
    });
  }

  readonly #stop = (id: number): void => {
    this.#waiting = this.#waiting.filter(each => each.id !== id);
  };

  giveBack(): void {
    const {now, random, ...timers} = this.#real;
    Date.now = now;
    Math.random = random;
    Object.assign(globalThis, timers);
    Reflect.deleteProperty(navigator, 'onLine');
    Reflect.deleteProperty(document, 'hidden');
  }
}
