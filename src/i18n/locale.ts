import type {Messages} from './translator.js';

/** The words of a language, some of them, or the way to get them, which is gone when somebody first reads in it. */
export type MessageSource = Partial<Messages> | (() => Promise<Partial<Messages>>);

/** After words could not be had, nobody is asked for them again so soon. In milliseconds. */
const pause = 30_000;

/** A language that was registered. */
export class Locale {
  /** Mended. */
  readonly tag: string;
  /** Undefined until they are there. */
  messages: Partial<Messages> | undefined;
  isLoading = false;
  readonly #source: MessageSource;
  readonly #onSettled: () => void;
  #nextAttempt = 0;
  #likely: Intl.Locale | undefined;

  constructor(tag: string, source: MessageSource, onSettled: () => void) {
    this.tag = tag;
    this.#source = source;
    this.#onSettled = onSettled;
    if (typeof source !== 'function') this.messages = source;
  }

  /** With all that is likely where the tag does not say it: `zh-TW` is written in `Hant`. */
  get likely(): Intl.Locale {
    return (this.#likely ??= likely(this.tag));
  }

  /** Gets the words, once for all who ask. Where they cannot be had, who asks a while later asks again. */
  async load(): Promise<void> {
    if (typeof this.#source !== 'function' || this.messages || this.isLoading) return;
    if (Date.now() < this.#nextAttempt) return;
    this.isLoading = true;
    try {
      this.messages = await this.#source();
    } catch {
      this.#nextAttempt = Date.now() + pause;
    }
    this.isLoading = false;
    this.#onSettled();
  }
}

export const likely = (tag: string): Intl.Locale => new Intl.Locale(tag).maximize();
