import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {errorText} from '../text/error-text.js';
import {retryButton, type RetryOptions} from './failure-notice.js';
import {notice, type NoticeOptions} from './notice.js';

/**
 * Explains why the account cannot use tickets, with a button if asking again may help. Without an error, the customer
 * is not signed in.
 */
export const accountNotice = (
  error: SupportError | undefined,
  kind: Exclude<NoticeOptions['kind'], undefined>,
  retry: RetryOptions,
  canRetry: boolean,
): TemplateResult =>
  html`${notice({
      icon: 'alert',
      text: error ? errorText(error, retry.t) : retry.t('error.signedOut'),
      actions: canRetry && retryButton(retry),
      kind,
    })} <slot name="fallback"></slot>`;
