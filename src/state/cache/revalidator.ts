import type {SupportError} from '../../contract/errors.js';

/** Something that can be read again. */
export interface Refreshable {
  /** When it was last read, in milliseconds since the epoch; zero while it never was. */
  readonly readAt: number;
  /** Reads it again; a reading that set out earlier does not count. */
  reread(): Promise<void>;
  /** Whether a change of this ticket's may show in it. */
  shows(ticketId: string): boolean;
}

const second = 1000;
/** While the server tells of changes, asking is for what it may have missed. */
const whileTold = 300 * second;
/** So long it takes at most until a stream has begun. */
const beginning = 5 * second;
/** Somebody who looks here again wants to see what is new, but not at each glance. */
const atAGlance = 10 * second;

type Listen = (onChange: (ticketId: string) => void, signal: AbortSignal) => Promise<void>;

/** Keeps what somebody is looking at up to date, without asking more than needed, and not at all in a hidden page. */
export class Freshness {
  /** Seconds between two readings of the list, as the server wants it. */
  pollAfter = 60;
  readonly #listen: Listen;
  /** How often each is read, as a share of `pollAfter`, and by how many it is looked at. */
  readonly #watched = new Map<Refreshable, {readonly share: number; watchers: number}>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stream: AbortController | undefined;
  #toldSince = 0;
  #canListen = true;

  /** `listen` is told of changes, for as long as the server keeps the connection; it rejects with `not_found` where it has none. */
  constructor(listen: Listen) {
    this.#listen = listen;
  }

  /** Somebody looks at something, until the returned function is called. */
  watch(resource: Refreshable, share: number): () => void {
    const watched = this.#watched.get(resource) ?? {share, watchers: 0};
    if (this.#watched.size === 0) this.#observe('addEventListener');
    this.#watched.set(resource, watched);
    watched.watchers++;
    this.#schedule();
    return () => {
      if (--watched.watchers > 0) return;
      this.#watched.delete(resource);
      if (this.#watched.size > 0) return;
      this.#observe('removeEventListener');
      this.#rest();
    };
  }

  /** Reads again what has not been read for so long, in milliseconds. */
  catchUp(age = 0): void {
    for (const resource of this.#watched.keys()) {
      if (resource.readAt && Date.now() - resource.readAt >= age) void resource.reread();
    }
  }

  #observe(change: 'addEventListener' | 'removeEventListener'): void {
    document[change]('visibilitychange', this.#onLook);
    window[change]('focus', this.#onLook);
  }

  readonly #onLook = (): void => {
    this.#rest();
    if (document.hidden) return;
    this.catchUp(atAGlance);
    this.#schedule();
  };

  #schedule(): void {
    if (document.hidden) return;
    const now = Date.now();
    const dues = [...this.#watched].map(([{readAt}, {share}]) => (readAt || now) + this.#interval(share, readAt));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onDue, Math.max(second, Math.min(...dues) - now));
  }

  /** Of what happened between the last reading and the beginning of the stream nobody tells. */
  #interval(share: number, readAt: number): number {
    return Math.max(this.#stream && readAt > this.#toldSince ? whileTold : 0, this.pollAfter * share * second);
  }

  readonly #onDue = (): void => {
    for (const [each, {share}] of this.#watched)
      if (Date.now() - each.readAt >= this.#interval(share, each.readAt)) void each.reread();
    // Not before somebody has stayed for a while: most look and leave.
    void this.#keepListening();
    this.#schedule();
  };

  async #keepListening(): Promise<void> {
    if (this.#stream || !this.#canListen) return;
    const stream = (this.#stream = new AbortController());
    this.#toldSince = Date.now() + beginning;
    const error = await this.#listen(this.#onChange, stream.signal).catch((failed: unknown) => failed as SupportError);
    if (error?.code === 'not_found') this.#canListen = false;
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    // What has happened since it broke off nobody has told.
    if (!error) this.catchUp();
    this.#schedule();
  }

  readonly #onChange = (ticketId: string): void => {
    for (const resource of this.#watched.keys()) {
      if (resource.shows(ticketId)) void resource.reread();
    }
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#stream?.abort();
    this.#stream = undefined;
  }
}
