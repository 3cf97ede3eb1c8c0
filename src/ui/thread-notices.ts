import {html, type TemplateResult} from 'lit';

import type {Words} from '../messages/words.js';
import {notice} from './notice.js';

/** A ticket that takes no more replies, and where the words can go instead. */
export const closedNotice = (words: Words, onNewTicket: () => void): TemplateResult =>
  notice({
    text: words('composer.closed'),
    actions: html`<button class="button" type="button" @click=${onNewTicket}>${words('composer.closed.new')}</button>`,
  });

/** No such ticket, and the way back. */
export const missingNotice = (words: Words, onBack: () => void): TemplateResult =>
  notice({
    icon: 'alert',
    text: words('error.not_found'),
    actions: html`<button class="button" type="button" @click=${onBack}>${words('error.backToList')}</button>`,
  });
