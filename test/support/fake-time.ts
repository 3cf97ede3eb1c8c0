import {useFakeTimers, type SinonFakeTimers} from 'sinon';

/** A clock and timers that advance only when a test says so, and a `Math.random` that returns a fixed number. */
export class FakeTime {
  readonly #clock: SinonFakeTimers = useFakeTimers({
    now: 1_800_000_000_000,
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    // In a page that is already open.
    shouldClearNativeTimers: true,
  });
  readonly #random = Math.random;
  random = 0.5;

  constructor() {
    Math.random = () => this.random;
  }

  /** How long each pending timer still has to wait, in milliseconds, the shortest first. */
  get pendingDelays(): number[] {
    const {now, timers = new Map<number, {callAt?: number}>()} = this.#clock;
    return [...timers.values()].map(({callAt = now}) => callAt - now).sort((one, other) => one - other);
  }

  /** Advances the clock, and runs the timers that are due meanwhile. */
  advance(milliseconds: number): void {
    this.#clock.tick(milliseconds);
  }

  /** Like `advance`, but lets promises settle before and after each timer. */
  async advanceAsync(milliseconds: number): Promise<void> {
    await this.#clock.tickAsync(milliseconds);
  }

  restore(): void {
    this.#clock.restore();
    Math.random = this.#random;
  }
}
