import {html, type TemplateResult} from 'lit';

import type {SupportErrorCode} from '../contract/errors.js';
import type {Words} from '../messages/words.js';
import {notice, type Notice} from './notice.js';

/** Why there is nothing to see for this account. Quiet and final: there is nothing to press. */
export const accountNotice = (
  code: SupportErrorCode | 'signedOut',
  words: Words,
  kind: Exclude<Notice['kind'], undefined>,
): TemplateResult => html`${notice({icon: 'alert', text: words(`error.${code}`), kind})}<slot name="fallback"></slot>`;
