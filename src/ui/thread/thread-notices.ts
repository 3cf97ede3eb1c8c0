import {html, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {Words} from '../../i18n/translator.js';
import {failureNotice, type Retry} from '../primitives/failure-notice.js';
import {heading} from '../primitives/heading.js';
import {notice} from '../primitives/notice.js';

/** Beside a list, while no ticket is chosen. */
export const nothingChosen = (words: Words): TemplateResult => notice({text: words('thread.none')});

/** A ticket that takes no more replies, and where the words can go instead. */
export const closedNotice = (words: Words, onNewTicket: () => void): TemplateResult =>
  notice({
    text: words('composer.closed'),
    actions: html`<button class="button" part="button" type="button" @click=${onNewTicket}>
      ${words('composer.closed.new')}
    </button>`,
  });

export interface ThreadFailure {
  readonly error: SupportError;
  readonly headingLevel: number;
  readonly retry: Retry;
  readonly onBack: () => void;
}

/** No ticket to see: why, in a heading that takes the focus as the ticket's would; and the way on, or the way back. */
export function threadFailure({error, headingLevel, retry, onBack}: ThreadFailure): TemplateResult {
  const {words} = retry;
  const isMissing = error.code === 'not_found';
  return html`
    <section class="thread" aria-labelledby="heading">
      ${heading(headingLevel, words(isMissing ? 'error.not_found' : 'thread.failed'))}
      ${
        isMissing
          ? html`<div class="actions">
              <button class="button" part="button" type="button" @click=${onBack}>${words('error.backToList')}</button>
            </div>`
          : failureNotice('', error, retry)
      }
    </section>
  `;
}
