import {SupportError} from '../contract/errors.js';
import {State} from '../internal/observable-value.js';

const second = 1000;
const longestWait = 60 * second;
/** Nobody is kept from a server for longer: a timer for more than 25 days ends at once, and a clock may be wrong by more. */
const longestPause = 15 * 60 * second;

/** Codes of failures that say something of the way to the server, and not of what was asked. */
const troubles: readonly string[] = ['network', 'unavailable', 'bad_response', 'rate_limited'];

/**
 * Whether a server can be reached, as its answers show. That a device calls itself offline is believed; that it calls itself
 * online means that there is a cable or a Wi-Fi.
 */
export class Reachability {
  /** What keeps us from the server, as far as is known. */
  readonly trouble = new State<SupportError | undefined>(undefined);
  readonly #listeners = new Set<() => void>();
  #pausedUntil = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Why there is no use in asking now. */
  get obstacle(): SupportError | undefined {
    if (!navigator.onLine) return new SupportError('offline');
    const pause = this.#pausedUntil - Date.now();
    return pause > 0 ? new SupportError('rate_limited', {retryAfter: pause / second}) : undefined;
  }

  /** Seconds for which the server does not want to be asked, in whole ones. */
  get pause(): number {
    return Math.ceil(this.obstacle?.retryAfter ?? 0);
  }

  /** The server has answered, whatever it said. */
  succeed(): void {
    const {value: trouble} = this.trouble;
    this.trouble.value = undefined;
    // What failed has not been answered yet. Where only reading works, writing is not tried without end.
    if (this.#timer === undefined) this.#failures = 0;
    else if (trouble && trouble.retryAfter === undefined && !this.obstacle) this.#tryIn(second * Math.random());
  }

  /** Takes note of what went wrong, and of when it may be tried again. */
  fail(error: SupportError): void {
    const {code} = error;
    const asked = error.retryAfter === undefined ? undefined : Math.min(longestPause, error.retryAfter * second);
    if (!troubles.includes(code)) this.succeed();
    else this.trouble.value = error;
    if (code === 'rate_limited') {
      const until = Date.now() + (asked ?? (30 + 5 * Math.random()) * second);
      this.#pausedUntil = Math.max(this.#pausedUntil, until);
    }
    if (!this.trouble.value && asked === undefined) return;
    // Several requests that fail together are one failure.
    if (this.#timer === undefined) this.#tryIn(this.#wait(asked));
  }

  /** Calls the listener whenever it is worth trying again, until the returned function is called. */
  onReturn(listener: () => void): () => void {
    if (this.#listeners.size === 0) this.#watch('addEventListener');
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#watch('removeEventListener');
      this.#rest();
    };
  }

  /** Full jitter, so that a street whose line is back does not ask all at once. */
  #wait(asked = 0): number {
    const pause = Math.max(this.#pausedUntil - Date.now(), asked);
    return pause + Math.random() * Math.min(longestWait, second * 2 ** this.#failures++);
  }

  #watch(change: 'addEventListener' | 'removeEventListener'): void {
    for (const type of ['online', 'offline', 'pageshow'] as const) window[change](type, this.#onEvent);
    document[change]('visibilitychange', this.#onEvent);
  }

  readonly #onEvent = (): void => {
    if (navigator.onLine) this.#tryAgain();
    else this.trouble.value = new SupportError('offline');
  };

  readonly #tryAgain = (): void => {
    this.#rest();
    const pause = this.#pausedUntil - Date.now();
    // Who is turned away in a pause has nothing to report that would set the clock again.
    if (pause > 0) this.#tryIn(pause + Math.random() * second);
    for (const listener of [...this.#listeners]) listener();
  };

  #tryIn(milliseconds: number): void {
    this.#rest();
    this.#timer = setTimeout(this.#tryAgain, milliseconds);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Of a session's key, which ends with whom it is for. */
export const serverOf = (key: string): string => key.slice(0, key.lastIndexOf(','));

const known = new Map<string, Reachability>();

/** One for each server, whoever its customers are: a pause that it asks for holds for all of them. */
export function reachabilityOf(server: string): Reachability {
  const reachability = known.get(server) ?? new Reachability();
  known.set(server, reachability);
  return reachability;
}
