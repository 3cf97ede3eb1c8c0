import type {SupportError} from '../../contract/errors.js';
import {SupportErrorEvent} from '../../contract/session-events.js';

/** Fires `isp-error` on its host: once for each error, after the host has shown it. */
export class ErrorReporter {
  readonly #host: HTMLElement;
  readonly #sources: {readonly pick: () => SupportError | undefined; reported?: SupportError | undefined}[] = [];

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Reports what `pick` returns after each update. */
  add(pick: () => SupportError | undefined): void {
    this.#sources.push({pick});
  }

  /** Fires an event for each error that has not been reported. */
  report(): void {
    for (const source of this.#sources) {
      const error = source.pick();
      if (error && error !== source.reported) {
        const failed = new SupportErrorEvent(error);
        this.#host.dispatchEvent(failed);
      }
      source.reported = error;
    }
  }
}
