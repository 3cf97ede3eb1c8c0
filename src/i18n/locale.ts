import type {Messages} from './translator.js';

/** The messages of a language, all or some of them, or a function that loads them on first use. */
export type MessageSource = Partial<Messages> | (() => Promise<Partial<Messages>>);

const retryDelayMs = 30_000;

/** A registered language. */
export class Locale {
  /** The canonical BCP 47 tag. */
  readonly tag: string;
  /** Undefined until they are loaded. */
  messages: Partial<Messages> | undefined;
  isLoading = false;
  readonly #source: MessageSource;
  readonly #onSettled: () => void;
  #nextAttempt = 0;
  #maximized: Intl.Locale | undefined;

  constructor(tag: string, source: MessageSource, onSettled: () => void) {
    this.tag = tag;
    this.#source = source;
    this.#onSettled = onSettled;
    if (typeof source !== 'function') this.messages = source;
  }

  /** The tag with its likely script and region: `zh-TW` is written in `Hant`. */
  get maximized(): Intl.Locale {
    return (this.#maximized ??= maximize(this.tag));
  }

  /** Loads the messages, once for all callers. After a failure, a call within 30 seconds does nothing. */
  async load(): Promise<void> {
    if (typeof this.#source !== 'function' || this.messages || this.isLoading) return;
    if (Date.now() < this.#nextAttempt) return;
    this.isLoading = true;
    try {
      this.messages = await this.#source();
    } catch {
      this.#nextAttempt = Date.now() + retryDelayMs;
    }
    this.isLoading = false;
    this.#onSettled();
  }
}

export const maximize = (tag: string): Intl.Locale => new Intl.Locale(tag).maximize();
