import {html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../contract/errors.js';
import type {Words} from '../messages/words.js';
import {errorWords} from './error-words.js';
import {notice} from './notice.js';

const retryButton = (words: Words, onRetry: () => void): TemplateResult =>
  html`<button class="button" type="button" @click=${onRetry}>${words('error.retry')}</button>`;

/** Nothing could be loaded: what happened, and what can be done about it. */
export const failureNotice = (title: string, error: SupportError, words: Words, onRetry: () => void): TemplateResult =>
  html`${notice({icon: 'alert', title, text: errorWords(error, words), actions: retryButton(words, onRetry)})}
    <slot name="fallback"></slot>`;

/** What is on the screen could not be read again. It stays. That the account is refused is said above it, and once. */
export const staleNotice = (error: SupportError, words: Words, onRetry: () => void): TemplateResult | typeof nothing =>
  error.refusesAccount
    ? nothing
    : notice({
        icon: 'alert',
        text: `${errorWords(error, words)} ${words('error.stale')}`,
        actions: retryButton(words, onRetry),
        kind: 'slim',
      });
