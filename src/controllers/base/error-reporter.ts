import type {SupportError} from '../../contract/errors.js';
import {SupportErrorEvent} from '../../contract/session-events.js';

interface ErrorSource {
  readonly pick: () => SupportError | undefined;
  readonly isOfSession: boolean;
  reported?: SupportError | undefined;
}

/** Fires `isp-error` on its host: once for each error, after the host has shown it. */
export class ErrorReporter {
  readonly #host: HTMLElement;
  readonly #sources: ErrorSource[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /**
   * Reports what `pick` returns after each update. If the account is refused, every request fails: only the source that
   * is `isOfSession` reports that.
   */
  add(pick: () => SupportError | undefined, isOfSession = false): void {
    this.#sources.push({pick, isOfSession});
  }

  /** Fires an event for each error that has not been reported. */
  report(): void {
    for (const source of this.#sources) {
      const error = source.pick();
      if (error && error !== source.reported && (source.isOfSession || !error.refusesAccount)) {
        const failed = new SupportErrorEvent(error);
        this.#host.dispatchEvent(failed);
      }
      source.reported = error;
    }
  }
}
