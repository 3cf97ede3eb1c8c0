import type {SupportError} from '../../contract/errors.js';
import type {ReplyReceipt} from '../../contract/ticket.js';
import {isEqual} from '../../internal/is-equal.js';
import {ObservableValue} from '../../internal/observable-value.js';
import type {Revalidatable, Revalidator} from './revalidator.js';

/** How far a value has been loaded. Once loaded, it stays through every later failure. */
export type ResourceState<Value> =
  | {readonly status: 'idle'; readonly value: undefined; readonly error?: undefined}
  | {readonly status: 'loading'; readonly value: Value | undefined; readonly error?: undefined}
  | {readonly status: 'ready'; readonly value: Value; readonly error?: undefined}
  | {readonly status: 'failed'; readonly value: Value | undefined; readonly error: SupportError};

/** Before the first request. Without a `value` of its own, it would have that of a page's `Object.prototype`. */
export const idle = {status: 'idle', value: undefined} as const;

/** A cached value of the server's: one request however many elements ask, stale while it is revalidated. */
export class Resource<Value> implements Revalidatable {
  readonly state = new ObservableValue<ResourceState<Value>>(idle);
  readonly #load: (signal: AbortSignal, cached: Value | undefined, hasDiscarded: boolean) => Promise<Value>;
  readonly #revalidator: Revalidator | undefined;
  readonly #intervalFactor: number;
  readonly #aborter = new AbortController();
  #request: Promise<void> | undefined;
  #revision = 0;
  /** Whether the last response was out of date: what it brought is not in the value. */
  #hasDiscarded = false;
  #isExpired = false;
  /** When the last request ended, successfully or not, in milliseconds since the epoch; zero before the first. */
  fetchedAt = 0;
  /** When the last request began, in milliseconds since the epoch; zero if it has failed. */
  requestedAt = 0;

  /**
   * `load` returns the cached value itself if nothing has changed since its last call, whose value is the cached one
   * unless the resource `hasDiscarded` it. With a `revalidator`, the value is polled while it is watched, at
   * `intervalFactor` times the poll interval.
   */
  constructor(
    load: (signal: AbortSignal, cached: Value | undefined, hasDiscarded: boolean) => Promise<Value>,
    revalidator?: Revalidator,
    intervalFactor = 1,
  ) {
    this.#load = load;
    this.#revalidator = revalidator;
    this.#intervalFactor = intervalFactor;
  }

  get value(): Value | undefined {
    return this.state.value.value;
  }

  /** Whether the last request has succeeded, and no other one is shown as loading. */
  protected get isReady(): boolean {
    return this.state.value.status === 'ready';
  }

  /** Aborted by `dispose`. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Loads the value unless that has been done. A failure stays until `refresh` or `retry`. */
  load(): Promise<void> {
    return this.state.value.status === 'idle' || this.#isExpired
      ? this.refresh()
      : (this.#request ?? Promise.resolve());
  }

  /**
   * Loads the value again, and shows that it is loading. Concurrent callers share one request. Never rejects: see
   * `state`.
   */
  refresh(): Promise<void> {
    if (this.state.value.status !== 'loading') this.state.value = {status: 'loading', value: this.value};
    return this.#fetch();
  }

  /** Loads the value again in the background. A response that was requested earlier does not count. */
  revalidate(): Promise<void> {
    this.#revision++;
    return this.poll();
  }

  /** Loads the value again in the background, or waits for the response that was requested earlier. */
  poll(): Promise<void> {
    return this.state.value.status === 'idle' ? this.refresh() : this.#fetch();
  }

  /**
   * Loads the value again if the last request failed. The failure stays on screen, with its button, until that has
   * ended.
   */
  retry(): Promise<void> | undefined {
    const {status, error} = this.state.value;
    if (status !== 'failed') return undefined;
    // The user has signed in, or is online again: the failure no longer holds.
    return error.refusesAccount || error.code === 'offline' ? this.refresh() : this.#fetch();
  }

  /** Whether the value may change when this ticket does. */
  isAffectedBy(_ticketId: string): boolean {
    return true;
  }

  /** Takes a reply that was added to a ticket. Returns whether the value is up to date with it. */
  receive(_added: ReplyReceipt): boolean {
    return false;
  }

  /** Polls the value until the returned function is called. */
  watch(): (() => void) | undefined {
    return this.#revalidator?.watch(this, this.#intervalFactor);
  }

  /** Changes the cached value without a request. A pending response is out of date by then, and requested again. */
  patch(change: (value: Value) => Value): void {
    const {value} = this;
    if (value === undefined) return;
    const changed = change(value);
    if (Object.is(changed, value)) return;
    this.#revision++;
    this.state.value = {...this.state.value, value: changed} as ResourceState<Value>;
  }

  /** Marks a pending response as out of date: it is requested again. */
  invalidate(): void {
    this.#revision++;
  }

  /** Makes the next `load` a `refresh`. */
  expire(): void {
    this.#isExpired = true;
  }

  /** Aborts the pending request. */
  dispose(): void {
    this.#aborter.abort();
  }

  #fetch(): Promise<void> {
    return (this.#request ??= this.#run());
  }

  /** The cached value, if a server without ETags or a custom backend has sent its content again. */
  #reuse(value: Value): Value {
    return this.value !== undefined && isEqual(value, this.value) ? this.value : value;
  }

  async #run(): Promise<void> {
    const revision = this.#revision;
    this.requestedAt = Date.now();
    this.#isExpired = false;
    try {
      const value = this.#reuse(await this.#load(this.signal, this.value, this.#hasDiscarded));
      this.#hasDiscarded = revision !== this.#revision;
      if (this.#hasDiscarded) {
        await this.#run();
        return;
      }
      this.#request = undefined;
      if (this.state.value.status !== 'ready' || value !== this.value) this.state.value = {status: 'ready', value};
    } catch (error) {
      this.#request = undefined;
      this.requestedAt = 0;
      if (this.signal.aborted) return;
      this.state.value = {status: 'failed', value: this.value, error: error as SupportError};
    }
    this.fetchedAt = Date.now();
  }
}
