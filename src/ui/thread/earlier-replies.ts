import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

export interface EarlierRepliesOptions {
  readonly hasEarlier: boolean;
  readonly pageStatus: 'idle' | 'loading' | 'failed';
  readonly t: Translator;
  readonly onLoadEarlier: () => void;
}

/** The button that loads the page of replies before the first visible one. */
export function earlierReplies({
  hasEarlier,
  pageStatus,
  t,
  onLoadEarlier,
}: EarlierRepliesOptions): TemplateResult | typeof nothing {
  if (!hasEarlier) return nothing;
  return html`<div class="earlier">
    ${pageStatus === 'failed' ? html`<p>${t('thread.earlierFailed')}</p>` : nothing}
    <button
      class="button"
      part="button"
      type="button"
      aria-disabled=${pageStatus === 'loading'}
      @click=${onLoadEarlier}
    >
      ${t(pageStatus === 'loading' ? 'thread.earlierLoading' : 'thread.earlier')}
    </button>
  </div>`;
}
