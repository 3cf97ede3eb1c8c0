import {html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {Words} from '../../i18n/translator.js';
import {errorWords} from '../text/error-text.js';
import {notice} from './notice.js';

export interface Retry {
  readonly words: Words;
  readonly onRetry: () => void;
  /** Seconds for which the server does not want to be asked. */
  readonly pause: number;
}

/** A button that counts down keeps the focus, and says why nothing happens. */
const retryButton = ({words, onRetry, pause}: Retry): TemplateResult =>
  html`<button
    class="button"
    part="button"
    type="button"
    aria-disabled=${pause > 0 ? 'true' : nothing}
    @click=${() => pause > 0 || onRetry()}
  >
    ${pause > 0 ? words('error.retryIn', {count: pause}) : words('error.retry')}
  </button>`;

/** Nothing could be loaded: what happened, and what can be done about it. */
export const failureNotice = (title: string, error: SupportError, retry: Retry): TemplateResult =>
  html`${notice({icon: 'alert', title, text: errorWords(error, retry.words), actions: retryButton(retry)})}
    <slot name="fallback"></slot>`;

/** What is on the screen could not be read again. It stays. That the account is refused is said above it, and once. */
export const staleNotice = (error: SupportError, retry: Retry): TemplateResult | typeof nothing =>
  error.refusesAccount
    ? nothing
    : notice({
        icon: 'alert',
        text: `${errorWords(error, retry.words)} ${retry.words('error.stale')}`,
        actions: retryButton(retry),
        kind: 'slim',
      });
