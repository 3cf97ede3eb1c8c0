import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {failureNotice, type Retry} from './failure-notice.js';
import {notice, type Notice} from './notice.js';

/**
 * Why there is nothing to see for this account; without an error, nobody is signed in. Quiet and final, with nothing to
 * press, but for the one failure that may pass: that of a token provider.
 */
export const accountNotice = (
  error: SupportError | undefined,
  kind: Exclude<Notice['kind'], undefined>,
  retry: Retry,
): TemplateResult =>
  error?.code === 'unavailable'
    ? failureNotice('', error, retry)
    : html`${notice({icon: 'alert', text: retry.words(`error.${error?.code ?? 'signedOut'}`), kind})}
        <slot name="fallback"></slot>`;
