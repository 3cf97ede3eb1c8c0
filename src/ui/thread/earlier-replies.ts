import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';

export interface EarlierRepliesOptions {
  readonly hasEarlier: boolean;
  /** How many replies are not loaded. Undefined if the server does not count replies. */
  readonly count: number | undefined;
  readonly pageStatus: 'idle' | 'loading' | 'failed';
  /** All earlier replies are loading, page after page. */
  readonly isLoadingAll: boolean;
  readonly t: Translator;
  readonly onLoadEarlier: () => void;
  readonly onLoadAll: () => void;
  /** Stops loading all. */
  readonly onCancel: () => void;
}

/** The usual length of a page: if no more replies are missing, one button loads them all. */
const pageLength = 20;

/** The buttons that load the replies before the first visible one. While they load and on paper, how many there are. */
export function earlierReplies({
  hasEarlier,
  count,
  pageStatus,
  isLoadingAll,
  t,
  ...actions
}: EarlierRepliesOptions): TemplateResult | typeof nothing {
  if (!hasEarlier) return nothing;
  const isLoading = pageStatus === 'loading';
  // In the list: if what is above the list went with the last page, all of the list would count as shifted.
  return html`<li class="earlier">
    <p class=${isLoadingAll ? 'muted' : 'print-only'}>${t('thread.earlierLeft', {count: count ?? '…'})}</p>
    ${pageStatus === 'failed' ? html`<p>${t('thread.earlierFailed')}</p>` : nothing}
    <div class="actions">
      ${button(t(isLoading ? 'thread.earlierLoading' : 'thread.earlier'), actions.onLoadEarlier, '', isLoading)}
      ${
        count && count > pageLength && (isLoadingAll || !isLoading)
          ? // The same button: it keeps the focus. The second click of a double click does not cancel.
            button(
              isLoadingAll ? t('form.cancel') : t('thread.earlierAll', {count}),
              ({detail}) => {
                if (!isLoadingAll) actions.onLoadAll();
                else if (detail < 2) actions.onCancel();
              },
              'quiet',
            )
          : nothing
      }
    </div>
  </li>`;
}
