import type {SupportError} from '../../contract/errors.js';
import type {Freshness, Refreshable} from './revalidator.js';
import {State} from '../../internal/observable-value.js';

/** What is known of a value that the server owns. A value once loaded stays through every later failure. */
export type Loadable<Value> =
  | {readonly status: 'idle'; readonly value?: undefined; readonly error?: undefined}
  | {readonly status: 'loading'; readonly value: Value | undefined; readonly error?: undefined}
  | {readonly status: 'ready'; readonly value: Value; readonly error?: undefined}
  | {readonly status: 'failed'; readonly value: Value | undefined; readonly error: SupportError};

/** One value that the server owns: loaded once however many ask, kept while it is refreshed. */
export class Resource<Value> implements Refreshable {
  readonly state = new State<Loadable<Value>>({status: 'idle'});
  readonly #load: (signal: AbortSignal, known: Value | undefined) => Promise<Value>;
  readonly #freshness: Freshness | undefined;
  readonly #share: number;
  readonly #aborter = new AbortController();
  #flight: Promise<void> | undefined;
  #revision = 0;
  /** When it was last read, whatever came of it, in milliseconds since the epoch; zero while it never was. */
  readAt = 0;

  /** A value that has not changed is the one that was known. With `freshness`, it is read again while somebody looks at it. */
  constructor(
    load: (signal: AbortSignal, known: Value | undefined) => Promise<Value>,
    freshness?: Freshness,
    share?: number,
  ) {
    this.#load = load;
    this.#freshness = freshness;
    this.#share = share ?? 1;
  }

  get value(): Value | undefined {
    return this.state.value.value;
  }

  /** Aborted when the resource is disposed of. */
  get signal(): AbortSignal {
    return this.#aborter.signal;
  }

  /** Loads the value if nobody has. What has failed stays failed until somebody refreshes it. */
  load(): Promise<void> {
    return this.state.value.status === 'idle' ? this.refresh() : (this.#flight ?? Promise.resolve());
  }

  /** Reads the value again; those who ask meanwhile wait for the same answer. Never rejects: see `state`. */
  refresh(): Promise<void> {
    if (this.state.value.status !== 'loading') this.state.value = {status: 'loading', value: this.value};
    return this.#read();
  }

  /** Reads the value again for its own sake: nobody is shown that it is under way, nor that nothing has changed. */
  reread(): Promise<void> {
    this.#revision++;
    return this.state.value.status === 'idle' ? this.refresh() : this.#read();
  }

  /** Reads again what has failed. Nobody has asked: the failure stays to be read, and its button to be pressed, until there is more to say. */
  retry(): Promise<void> | undefined {
    const {status, error} = this.state.value;
    if (status !== 'failed') return undefined;
    // Somebody has signed in, or the line is up: what it says is over.
    return error.refusesAccount || error.code === 'offline' ? this.refresh() : this.#read();
  }

  /** Whether a change of this ticket's may show in it. */
  shows(_ticketId: string): boolean {
    return true;
  }

  /** Keeps it up to date until the returned function is called. */
  watch(): (() => void) | undefined {
    return this.#freshness?.watch(this, this.#share);
  }

  /** Puts in what we have come to know without reading. An answer that was on its way by then is out of date, and read again. */
  patch(change: (value: Value) => Value): void {
    const {value} = this;
    if (value === undefined) return;
    const changed = change(value);
    if (Object.is(changed, value)) return;
    this.#revision++;
    this.state.value = {...this.state.value, value: changed} as Loadable<Value>;
  }

  /** An answer that is on its way, the first one too, set out before something happened: it will be read again. */
  outdate(): void {
    this.#revision++;
  }

  /** Aborts what is under way. */
  dispose(): void {
    this.#aborter.abort();
  }

  #read(): Promise<void> {
    return (this.#flight ??= this.#run());
  }

  async #run(): Promise<void> {
    const revision = this.#revision;
    try {
      const value = await this.#load(this.signal, this.value);
      if (revision !== this.#revision) {
        await this.#run();
        return;
      }
      this.#flight = undefined;
      if (this.state.value.status !== 'ready' || value !== this.value) this.state.value = {status: 'ready', value};
    } catch (error) {
      this.#flight = undefined;
      if (this.signal.aborted) return;
      this.state.value = {status: 'failed', value: this.value, error: error as SupportError};
    }
    this.readAt = Date.now();
  }
}
