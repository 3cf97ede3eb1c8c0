import {html, nothing, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';

export interface EarlierReplies {
  readonly hasEarlier: boolean;
  readonly more: 'idle' | 'loading' | 'failed';
  readonly words: Words;
  readonly onEarlier: () => void;
}

/** The way from the newest page of a long thread to those before it. */
export function earlierReplies({hasEarlier, more, words, onEarlier}: EarlierReplies): TemplateResult | typeof nothing {
  if (!hasEarlier) return nothing;
  return html`<div class="earlier">
    ${more === 'failed' ? html`<p>${words('thread.earlierFailed')}</p>` : nothing}
    <button class="button" part="button" type="button" aria-disabled=${more === 'loading'} @click=${onEarlier}>
      ${words(more === 'loading' ? 'thread.earlierLoading' : 'thread.earlier')}
    </button>
  </div>`;
}
