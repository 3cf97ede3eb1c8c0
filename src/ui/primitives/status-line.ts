import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

/**
 * A line over the end of an element. It is the last of its element and stays at the lower edge of the view: nothing
 * that is read or written moves, and nothing stays covered.
 */
export const statusLine = (content: TemplateResult | typeof nothing): TemplateResult | typeof nothing =>
  content === nothing ? nothing : html`<div class="status-line">${content}</div>`;

/** Says that the device is offline. */
export const offlineLine = (t: Translator): TemplateResult =>
  html`<p class="status-line notice slim offline" part="offline">${t('error.offline.notice')}</p>`;
