import {html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {MessageKey, Translator} from '../../i18n/translator.js';
import {errorText} from '../text/error-text.js';
import {button} from './button.js';
import {otherContacts, type ContactOptions} from './contact-links.js';
import {notice} from './notice.js';

export interface RetryOptions extends ContactOptions {
  /** URL of the page's sign-in. Empty if there is none. */
  readonly signInUrl: string;
  readonly onSignIn: (event: Event) => void;
  readonly onRetry: () => void;
  /** Seconds until the end of the pause that the server has asked for. */
  readonly secondsUntilRetry: number;
}

/** The text of a retry button, which counts down to the end of the pause that the server has asked for. */
export const retryText = (t: Translator, seconds: number, key: MessageKey = 'error.retry'): string =>
  seconds > 0 ? t('error.retryIn', {count: seconds}) : t(key);

export const retryButton = ({t, onRetry, secondsUntilRetry}: RetryOptions): TemplateResult =>
  button(retryText(t, secondsUntilRetry), onRetry, '', secondsUntilRetry > 0);

/** Shown in place of content that could not be loaded. */
export const failureNotice = (title: string, error: SupportError, retry: RetryOptions): TemplateResult =>
  html`${notice({icon: 'alert', title, text: errorText(error, retry.t), actions: retryButton(retry)})}
  ${otherContacts(retry)}`;

/**
 * Shown above content that could not be refreshed. Nothing if the account is refused or the device is offline:
 * `accountNotice` or `offlineLine` says so once for all.
 */
export const staleNotice = (error: SupportError, retry: RetryOptions): TemplateResult | typeof nothing =>
  error.refusesAccount || error.code === 'offline'
    ? nothing
    : notice({
        icon: 'alert',
        text: `${errorText(error, retry.t)} ${retry.t('error.stale')}`,
        actions: retryButton(retry),
        kind: 'slim',
      });
