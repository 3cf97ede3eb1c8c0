import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {SupportErrorEvent} from '../../contract/session-events.js';
import type {Pages} from '../../state/cache/pagination.js';

/** Why a page of rows did not come. What holds for the whole account is told by the session. */
export const pageError = (pages: Pages<unknown> | undefined): SupportError | undefined =>
  pages?.more === 'failed' && !pages.error?.refusesAccount ? pages.error : undefined;

/** Tells the page what has gone wrong, when its host has told the customer: each error once. */
export class ErrorReportController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pick: () => SupportError | undefined;
  #reported: SupportError | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, pick: () => SupportError | undefined) {
    this.#host = host;
    this.#pick = pick;
    host.addController(this);
  }

  hostUpdated(): void {
    const error = this.#pick();
    if (error && error !== this.#reported) {
      const failed = new SupportErrorEvent(error);
      this.#host.dispatchEvent(failed);
    }
    this.#reported = error;
  }
}
