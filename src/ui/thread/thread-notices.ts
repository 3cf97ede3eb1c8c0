import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';
import {failureNotice, retryButton, type RetryOptions} from '../primitives/failure-notice.js';
import {heading} from '../primitives/heading.js';
import {otherContacts} from '../primitives/contact-links.js';
import {notice} from '../primitives/notice.js';

/** Shown next to a list while no ticket is open. */
export const noTicketNotice = (t: Translator): TemplateResult => notice({text: t('thread.none')});

/** Shown in place of the composer if a ticket takes no more replies. */
export const repliesClosedNotice = (t: Translator, onNewTicket: () => void): TemplateResult =>
  notice({
    text: t('composer.closed'),
    actions: button(t('composer.closed.new'), onNewTicket),
  });

export interface ThreadFailureOptions {
  readonly error: SupportError;
  readonly headingLevel: number;
  readonly retry: RetryOptions;
  readonly onBack: () => void;
}

/** Shown in place of a thread that could not be loaded. Its heading takes the focus, as the subject would. */
export function threadFailure({error, headingLevel, retry, onBack}: ThreadFailureOptions): TemplateResult {
  const {t} = retry;
  const isMissing = error.code === 'not_found';
  return html`
    <section class="thread" aria-labelledby="heading">
      ${heading(headingLevel, t(isMissing ? 'error.not_found' : 'thread.failed'))}
      ${
        isMissing
          ? html`<div class="actions">${button(t('error.backToList'), onBack)} ${retryButton(retry)}</div>
              ${otherContacts(retry)}`
          : failureNotice('', error, retry)
      }
    </section>
  `;
}
