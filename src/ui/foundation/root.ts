import {html, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';

export interface RootOptions {
  readonly scheme: string;
  readonly words: Words;
  /** What has just happened. */
  readonly said: string;
  /** Whether its words are on their way: it has its room, and shows nothing. */
  readonly isWaiting: boolean;
}

/**
 * The box around everything. What has happened is said in a region of it that is there first, and always: a region that comes
 * with its words is not read out.
 */
export const root = ({scheme, words, said, isWaiting}: RootOptions, content: unknown): TemplateResult => html`
  <div
    class="root"
    part="root"
    data-scheme=${scheme}
    lang=${words.locale}
    dir=${words.direction}
    ?data-waiting=${isWaiting}
  >
    <div class="visually-hidden" role="status" aria-live="polite">${said}</div>
    ${content}
  </div>
`;
