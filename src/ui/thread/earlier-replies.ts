import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

export interface EarlierRepliesOptions {
  readonly hasEarlier: boolean;
  /** How many replies are not loaded. Undefined if the server does not count replies. */
  readonly count: number | undefined;
  readonly pageStatus: 'idle' | 'loading' | 'failed';
  readonly t: Translator;
  readonly onLoadEarlier: () => void;
}

/** The button that loads the page of replies before the first visible one. On paper, how many there are. */
export function earlierReplies({
  hasEarlier,
  count,
  pageStatus,
  t,
  onLoadEarlier,
}: EarlierRepliesOptions): TemplateResult | typeof nothing {
  if (!hasEarlier) return nothing;
  return html`<div class="earlier">
    <p class="print-only">${t('thread.earlierLeft', {count: count ?? '…'})}</p>
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
