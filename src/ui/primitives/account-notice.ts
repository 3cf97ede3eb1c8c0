import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {failureNotice, type RetryOptions} from './failure-notice.js';
import {notice, type NoticeOptions} from './notice.js';

/**
 * Explains why the account cannot use tickets. Without an error, the customer is not signed in. Only the failure of a
 * token provider (`unavailable`) can be retried.
 */
export const accountNotice = (
  error: SupportError | undefined,
  kind: Exclude<NoticeOptions['kind'], undefined>,
  retry: RetryOptions,
): TemplateResult =>
  error?.code === 'unavailable'
    ? failureNotice('', error, retry)
    : html`${notice({icon: 'alert', text: retry.t(`error.${error?.code ?? 'signedOut'}`), kind})}
        <slot name="fallback"></slot>`;
