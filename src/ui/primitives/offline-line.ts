import {html, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

/**
 * Says that the device is offline. The line is the last of its element and stays at the lower edge of the view: nothing
 * that is read or written moves, and nothing stays covered.
 */
export const offlineLine = (t: Translator): TemplateResult =>
  html`<p class="notice slim offline" part="offline">${t('error.offline.notice')}</p>`;
