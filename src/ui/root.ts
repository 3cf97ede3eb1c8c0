import {html, type TemplateResult} from 'lit';

import type {Words} from '../messages/words.js';

/**
 * The box around everything. What has happened is said in a region of it that is there first, and always: a region that comes
 * with its words is not read out.
 */
export const root = (
  scheme: string,
  {locale, direction}: Words,
  said: string,
  content: unknown,
): TemplateResult => html`
  <div class="root" part="root" data-scheme=${scheme} lang=${locale} dir=${direction}>
    <div class="visually-hidden" role="status" aria-live="polite">${said}</div>
    ${content}
  </div>
`;
