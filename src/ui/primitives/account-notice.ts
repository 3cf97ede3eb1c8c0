import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import {errorText} from '../text/error-text.js';
import {button} from './button.js';
import {otherContacts} from './contact-links.js';
import {retryButton, type RetryOptions} from './failure-notice.js';
import {notice, type NoticeOptions} from './notice.js';

export interface AccountNoticeOptions extends RetryOptions {
  /** Why the account is refused. Undefined if the customer is not signed in. */
  readonly error: SupportError | undefined;
  readonly kind: Exclude<NoticeOptions['kind'], undefined>;
  /** Whether asking again may help. */
  readonly canRetry: boolean;
  /** Copies what the customer has written. Undefined if there is nothing. */
  readonly onCopyText: (() => void) | undefined;
}

/** Explains why the account cannot use tickets, and what the customer can do now. */
export function accountNotice(options: AccountNoticeOptions): TemplateResult {
  const {t, error, kind, canRetry, signInUrl, onSignIn, onCopyText} = options;
  const mustSignIn = !error || error.code === 'unauthenticated';
  const actions = [
    signInUrl &&
      mustSignIn &&
      html`<a class="button primary" part="button" href=${signInUrl} @click=${onSignIn}>${t('error.signIn')}</a>`,
    canRetry && retryButton(options),
    onCopyText && button(t('contact.copyText'), onCopyText),
  ].filter(Boolean);
  return html`${notice({
    icon: 'alert',
    text: error ? errorText(error, t) : t('error.signedOut'),
    actions: actions.length > 0 && actions,
    kind,
  })}
  ${otherContacts(options, kind === 'page')}`;
}
