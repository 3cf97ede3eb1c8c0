import {SupportError} from '../contract/errors.js';
import {ObservableValue} from '../internal/observable-value.js';
import type {PageLifecycle} from './page-lifecycle.js';

const second = 1000;
const maxBackoff = 60 * second;
/**
 * The longest pause that a server can ask for, in milliseconds: a wrong clock may ask for years, which no timer holds.
 */
const maxPause = 15 * 60 * second;
/** The shortest pause between two attempts at what the server refuses, in milliseconds. */
const minRefusalPause = 5 * second;
/** The pause after a 429 that names none, in milliseconds, before jitter. */
const defaultPause = 30 * second;
const defaultPauseJitter = 5 * second;

/** Codes of failures that concern the connection or the server, not the request. */
const connectionFailures: readonly string[] = ['network', 'unavailable', 'bad_response', 'rate_limited'];

/**
 * Whether a server can be reached, judged by its responses. `navigator.onLine` is believed if it is false; true only
 * means that there is some network.
 */
export class Reachability {
  /** Why the server cannot be reached, as far as is known. */
  readonly problem = new ObservableValue<SupportError | undefined>(undefined);
  readonly #page: PageLifecycle;
  readonly #listeners = new Set<() => void>();
  #pausedUntil = 0;
  /** Failed rounds: the exponent of the back-off. */
  #failures = 0;
  /** Failures since the last success. */
  #streak = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(page: PageLifecycle) {
    this.#page = page;
  }

  /** Why a request would be useless now: the device is offline, or the server has asked for a pause. */
  get blockedBy(): SupportError | undefined {
    if (!this.#page.isOnline) return new SupportError('offline');
    const pause = this.#pausedUntil - Date.now();
    return pause > 0 ? new SupportError('rate_limited', {retryAfter: pause / second}) : undefined;
  }

  /** Whether nothing succeeds. A single failure may concern its request only. */
  get isDown(): boolean {
    return this.#streak > 1;
  }

  /** Whether the server has failed, and what has failed is to be requested again after a pause. */
  get isBackingOff(): boolean {
    return this.problem.value !== undefined && this.#timer !== undefined;
  }

  /** Whole seconds until the server accepts requests again; zero if it does now. */
  get pauseSeconds(): number {
    return Math.ceil(this.blockedBy?.retryAfter ?? 0);
  }

  /** Records that the server has answered, whatever it said. */
  recordSuccess(): void {
    const {value: problem} = this.problem;
    const {isDown} = this;
    this.problem.value = undefined;
    this.#streak = 0;
    // Another request failed and is still to be retried: soon, if the server was down. If only some requests fail, they
    // must not be retried without a pause.
    if (this.#timer === undefined) this.#failures = problem ? this.#failures : 0;
    else if (isDown && problem?.retryAfter === undefined && !this.blockedBy) this.#retryIn(second * Math.random());
  }

  /** Records a failure, and when to retry. */
  recordFailure(error: SupportError): void {
    const {code} = error;
    const retryAfter = error.retryAfter === undefined ? undefined : Math.min(maxPause, error.retryAfter * second);
    if (!connectionFailures.includes(code)) {
      this.#recordRefusal(code, retryAfter);
      return;
    }
    this.problem.value = error;
    this.#streak++;
    if (code === 'rate_limited') {
      const until = Date.now() + (retryAfter ?? defaultPause + defaultPauseJitter * Math.random());
      this.#pausedUntil = Math.max(this.#pausedUntil, until);
    }
    // Requests that fail together count as one failure.
    if (this.#timer === undefined) this.#retryIn(this.#backoff(retryAfter));
  }

  /** Calls the listener whenever a retry may succeed, until the returned function is called. */
  onRetry(listener: () => void): () => void {
    this.#unsubscribe ??= this.#page.subscribe(['online', 'offline', 'pageshow', 'visibilitychange'], this.#onEvent);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#clearTimer();
    };
  }

  /** A refusal is an answer. It is asked for again only if the server says when, and less often each time. */
  #recordRefusal(code: string, retryAfter: number | undefined): void {
    const failures = this.#failures;
    this.recordSuccess();
    if (retryAfter === undefined || this.#timer !== undefined) return;
    this.#failures = failures + 1;
    // The same message is still being processed: that is soon over.
    const pause = (code === 'conflict' ? second : minRefusalPause) * 2 ** failures;
    this.#retryIn(Math.min(maxPause, Math.max(retryAfter, pause)) + second * Math.random());
  }

  /** Exponential back-off with full jitter, so that a street whose line is back does not retry all at once. */
  #backoff(retryAfter = 0): number {
    const pause = Math.max(this.#pausedUntil - Date.now(), retryAfter);
    return pause + Math.random() * Math.min(maxBackoff, second * 2 ** this.#failures++);
  }

  readonly #onEvent = (): void => {
    if (this.#page.isOnline) this.#retry();
    else this.problem.value = new SupportError('offline');
  };

  readonly #retry = (): void => {
    this.#clearTimer();
    const pause = this.#pausedUntil - Date.now();
    // Requests that a pause blocks never reach the server, and so would not set the timer again.
    if (pause > 0) this.#retryIn(pause + Math.random() * second);
    for (const listener of [...this.#listeners]) listener();
  };

  #retryIn(milliseconds: number): void {
    this.#clearTimer();
    this.#timer = setTimeout(this.#retry, milliseconds);
  }

  #clearTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The part of a session's key that names the server: the key ends with the customer. */
export const serverOf = (sessionKey: string): string => sessionKey.slice(0, sessionKey.lastIndexOf(','));

const byServer = new Map<string, Reachability>();

/** The reachability of a server, shared by all its customers: a pause that it asks for holds for all of them. */
export function reachabilityOf(server: string, page: PageLifecycle): Reachability {
  const reachability = byServer.get(server) ?? new Reachability(page);
  byServer.set(server, reachability);
  return reachability;
}
