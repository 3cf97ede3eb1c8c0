import {html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';
import {errorText} from '../text/error-text.js';
import {notice} from './notice.js';

export interface RetryOptions {
  readonly t: Translator;
  readonly onRetry: () => void;
  /** Seconds until the end of the pause that the server has asked for. */
  readonly secondsUntilRetry: number;
}

/** Counts down in place of being disabled, so that it keeps the focus and explains why pressing it does nothing. */
export const retryButton = ({t, onRetry, secondsUntilRetry}: RetryOptions): TemplateResult =>
  html`<button
    class="button"
    part="button"
    type="button"
    aria-disabled=${secondsUntilRetry > 0 ? 'true' : nothing}
    @click=${() => secondsUntilRetry > 0 || onRetry()}
  >
    ${secondsUntilRetry > 0 ? t('error.retryIn', {count: secondsUntilRetry}) : t('error.retry')}
  </button>`;

/** Shown in place of content that could not be loaded. */
export const failureNotice = (title: string, error: SupportError, retry: RetryOptions): TemplateResult =>
  html`${notice({icon: 'alert', title, text: errorText(error, retry.t), actions: retryButton(retry)})}
    <slot name="fallback"></slot>`;

/**
 * Shown above content that could not be refreshed. Nothing if the account is refused: `accountNotice` says so once for
 * all.
 */
export const staleNotice = (error: SupportError, retry: RetryOptions): TemplateResult | typeof nothing =>
  error.refusesAccount
    ? nothing
    : notice({
        icon: 'alert',
        text: `${errorText(error, retry.t)} ${retry.t('error.stale')}`,
        actions: retryButton(retry),
        kind: 'slim',
      });
