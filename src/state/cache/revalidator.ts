import type {SupportError} from '../../contract/errors.js';
import {clampPollInterval} from '../../contract/primitives.js';
import type {ReplyReceipt} from '../../contract/ticket.js';
import type {PageLifecycle} from '../page-lifecycle.js';

/** A cached value that can be loaded again. */
export interface Revalidatable {
  /** When it was last loaded, in milliseconds since the epoch; zero before the first time. */
  readonly fetchedAt: number;
  /** When its request began, in milliseconds since the epoch; zero if that has failed. */
  readonly requestedAt: number;
  /** Loads it again, unless it is being loaded. */
  poll(): Promise<void>;
  /** Loads it again, and once more if it is being loaded: it may have changed since that was requested. */
  revalidate(): Promise<void>;
  /** Whether it may change when this ticket does. */
  isAffectedBy(ticketId: string): boolean;
  /** Takes a reply that was added to a ticket. Returns whether that is all that can have changed. */
  receive(added: ReplyReceipt): boolean;
}

const second = 1000;
/**
 * While an event stream or the version of the updates reports changes, polling only catches what they have missed. In
 * milliseconds.
 */
const slowInterval = 300 * second;
/** How long reads may lag behind a new version, because they come from a replica or a cache. In milliseconds. */
const settlingTime = 60 * second;
/** How long an event stream may take to start, in milliseconds. */
const streamStartTimeout = 5 * second;
/** If the customer has given no sign for so long, nobody looks at the page. In milliseconds. */
const awayAfter = 600 * second;
/** How many times less often values are polled then. */
const awayFactor = 3;
/** Switching back to the page revalidates values that are older than this, in milliseconds. */
const focusThrottle = 10 * second;
/** The shortest time between two polls of one value, in milliseconds, whatever the server asks for. */
const minPollInterval = 5 * second;
/** The shortest pause between two polls, in milliseconds. */
const minInterval = second;
/** How often to look whether a failing server has recovered, in milliseconds. This makes no request. */
const backOffCheckInterval = 10 * second;

type OnChange = (ticketId: string, added?: ReplyReceipt) => void;
type Listen = (onChange: OnChange, signal: AbortSignal) => Promise<void>;

/**
 * Keeps watched values up to date: by polling, by server-sent events if the server has them, and when the user returns
 * to the page. A hidden page makes no requests.
 */
export class Revalidator {
  /** Seconds between two requests for the list. */
  #pollInterval = 60;
  readonly #listen: Listen;
  readonly #page: PageLifecycle;
  readonly #isBackingOff: () => boolean;
  /** How often each value is polled, as a factor of the poll interval, and how many watch it. */
  readonly #watched = new Map<Revalidatable, {readonly intervalFactor: number; watchers: number}>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stream: AbortController | undefined;
  #streamStartedAt = 0;
  #canListen = true;
  #unsubscribe: (() => void) | undefined;
  /** When the customer moved the pointer or pressed something last, at the latest between two polls. */
  #signedAt = 0;
  #ignoreSigns: (() => void) | undefined;
  #version: string | null = null;
  /** Since when the server has reported the version, in milliseconds since the epoch; infinity if it reports none. */
  #versionSince = Infinity;
  /** What the version comes with. */
  #reporter: Revalidatable | undefined;

  /**
   * `listen` reports changes for as long as the server keeps the connection; it rejects with `not_found` if there is no
   * stream. While `isBackingOff`, there is no polling: the rounds of retries call `revalidateDue` instead, so that each
   * round makes one request for each value.
   */
  constructor(listen: Listen, page: PageLifecycle, isBackingOff = () => false) {
    this.#listen = listen;
    this.#page = page;
    this.#isBackingOff = isBackingOff;
  }

  get pollInterval(): number {
    return this.#pollInterval;
  }

  /** Takes the interval that a server asks for, in seconds, within limits. Without one, the current one stays. */
  setPollInterval(seconds: number | null | undefined): void {
    this.#pollInterval = clampPollInterval(seconds) ?? this.#pollInterval;
  }

  /**
   * Takes the version of all that is watched, which the server reports with one of the values; null if it reports none.
   * While it stays the same, that value is polled for the others.
   */
  setVersion(version: string | null, reporter: Revalidatable): void {
    this.#reporter = reporter;
    if (version === this.#version) return;
    this.#version = version;
    this.#versionSince = version === null ? Infinity : Date.now();
    // What may have changed since it was loaded is due at once.
    if (this.#watched.size > 0) this.#schedule(0);
  }

  /** Keeps a value up to date until the returned function is called. */
  watch(resource: Revalidatable, intervalFactor: number): () => void {
    const watched = this.#watched.get(resource) ?? {intervalFactor, watchers: 0};
    this.#unsubscribe ??= this.#subscribe();
    this.#watched.set(resource, watched);
    watched.watchers++;
    this.#schedule();
    return () => {
      if (--watched.watchers > 0) return;
      this.#watched.delete(resource);
      if (this.#watched.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#stop();
    };
  }

  /** Revalidates values that are older than `age`, in milliseconds, and not just being loaded. */
  revalidateStale(age = 0): void {
    for (const resource of this.#watched.keys()) {
      const {fetchedAt, requestedAt} = resource;
      if (fetchedAt && Date.now() - Math.max(fetchedAt, requestedAt) >= age) void resource.revalidate();
    }
  }

  /** Revalidates values that are to be polled by now. */
  revalidateDue(): void {
    for (const resource of this.#watched.keys()) {
      const {fetchedAt} = resource;
      // A value that has not been loaded yet is being loaded, or is loaded again after its failure.
      const isDue = fetchedAt > 0 && Date.now() - fetchedAt >= this.#interval(resource);
      if (isDue) void resource.poll();
    }
  }

  #subscribe(): () => void {
    this.#signedAt = Date.now();
    const unsubscribe = this.#page.subscribe(['visibilitychange', 'focus'], this.#onReturn);
    return () => {
      unsubscribe();
      this.#ignoreSigns?.();
      this.#ignoreSigns = undefined;
    };
  }

  /** Waits for one sign of the customer: one between two polls is enough, and a pointer moves many times a second. */
  #awaitSign(): void {
    this.#ignoreSigns ??= this.#page.subscribe(['pointermove', 'pointerdown', 'keydown'], () => {
      this.#ignoreSigns?.();
      this.#ignoreSigns = undefined;
      if (this.#isAway && !this.#stream) this.#onReturn();
      this.#signedAt = Date.now();
    });
  }

  get #isAway(): boolean {
    return Date.now() - this.#signedAt >= awayAfter;
  }

  readonly #onReturn = (): void => {
    this.#signedAt = Date.now();
    this.#stop();
    if (this.#page.isHidden) return;
    this.revalidateStale(focusThrottle);
    this.#schedule();
  };

  #schedule(pause = this.#isBackingOff() ? backOffCheckInterval : minInterval): void {
    if (this.#page.isHidden) return;
    const now = Date.now();
    const dueTimes = [...this.#watched.keys()].map(resource => (resource.fetchedAt || now) + this.#interval(resource));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onDue, Math.max(pause, Math.min(...dueTimes) - now));
  }

  #interval(resource: Revalidatable): number {
    // The stream does not report what changed between the last request and its own start.
    const isStreamed = this.#stream !== undefined && resource.fetchedAt > this.#streamStartedAt;
    const interval = this.#ownInterval(resource);
    if (isStreamed || this.#isReported(resource)) return Math.max(slowInterval, interval);
    return resource === this.#reporter
      ? Math.min(interval, ...[...this.#watched.keys()].filter(this.#isReported).map(this.#ownInterval))
      : interval;
  }

  /** The interval of a value whose changes nothing reports. */
  readonly #ownInterval = (resource: Revalidatable): number => {
    const {intervalFactor = 1} = this.#watched.get(resource) ?? {};
    const interval = Math.max(minPollInterval, this.#pollInterval * intervalFactor * second);
    return this.#isAway && interval * awayFactor < slowInterval ? interval * awayFactor : interval;
  };

  /** Whether a change since the last request would show in the version. */
  readonly #isReported = (resource: Revalidatable): boolean =>
    resource !== this.#reporter &&
    this.#watched.has(this.#reporter as Revalidatable) &&
    resource.requestedAt >= this.#versionSince + settlingTime;

  readonly #onDue = (): void => {
    this.#awaitSign();
    if (!this.#isBackingOff()) {
      this.revalidateDue();
      // Not earlier: most visits are over before the first poll.
      void this.#openStream();
    }
    this.#schedule();
  };

  async #openStream(): Promise<void> {
    if (this.#stream || !this.#canListen) return;
    const stream = (this.#stream = new AbortController());
    this.#streamStartedAt = Date.now() + streamStartTimeout;
    const error = await this.#listen(this.#onChange, stream.signal).catch((failed: unknown) => failed as SupportError);
    if (error?.code === 'not_found') this.#canListen = false;
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    // Changes since the stream ended have not been reported.
    if (!error) this.revalidateStale();
    this.#schedule();
  }

  readonly #onChange: OnChange = (ticketId, added) => {
    for (const resource of this.#watched.keys()) {
      if (resource.isAffectedBy(ticketId) && !(added && resource.receive(added))) void resource.revalidate();
    }
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#stream?.abort();
    this.#stream = undefined;
  }
}
