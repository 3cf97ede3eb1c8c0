import {html, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';
import {warmUp} from './warm-up.js';

/**
 * Placeholder rows as high as the content that is loading, with a text for screen readers. `renderContent` is warmed up
 * meanwhile.
 */
export function skeleton(
  kind: 'rows' | 'thread',
  count: number,
  t: Translator,
  renderContent: () => unknown,
): TemplateResult {
  warmUp(kind, t, renderContent);
  return html`
    <div class="skeleton ${kind}">
      <span class="visually-hidden">${t(kind === 'rows' ? 'list.loading' : 'thread.loading')}</span>
      ${[...Array<never>(count)].map(() => html`<div class="skeleton-row" aria-hidden="true"><i></i><i></i></div>`)}
    </div>
  `;
}
