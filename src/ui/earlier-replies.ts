import {html, nothing, type TemplateResult} from 'lit';

import type {Words} from '../messages/words.js';
import {keepingInView} from './keeping-in-view.js';

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

/** Loads them, and leaves what is being read where it is. `load` says whether there are more: the button goes with the last, and the focus is not to go with it. */
export function loadInPlace(root: ParentNode, load: () => Promise<boolean>): void {
  const replies = root.querySelector<HTMLElement>('.replies');
  const loaded = async (): Promise<void> => {
    if (!(await load())) replies?.focus({preventScroll: true});
  };
  // A row begins with its day, and loses it to an earlier reply of that day: what is read is the article.
  void keepingInView(replies?.querySelector('.article'), loaded);
}
