import {Problem} from './problems.js';

/** How many requests a customer may send in a number of seconds. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

interface Window {
  readonly ends: number;
  count: number;
}

/** Counts the requests of each customer in this process. */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #windows = new Map<string, Window>();
  #cleaned = 0;

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Throws a 429 if the customer has sent too many requests. `now` is in milliseconds. */
  check(customerId: string, now: number): void {
    const {requests, seconds} = this.#limit;
    if (now >= this.#cleaned + seconds * 1000) this.#clean(now);
    let window = this.#windows.get(customerId);
    if (!window || window.ends <= now) this.#windows.set(customerId, (window = {ends: now + seconds * 1000, count: 0}));
    window.count += 1;
    if (window.count <= requests) return;
    const retryAfter = Math.max(1, Math.ceil((window.ends - now) / 1000));
    throw new Problem(429, 'rate-limited', 'Too many requests', {retryAfter});
  }

  #clean(now: number): void {
    this.#cleaned = now;
    for (const [id, {ends}] of this.#windows) if (ends <= now) this.#windows.delete(id);
  }
}
