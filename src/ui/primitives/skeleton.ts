import {css, html, type TemplateResult} from 'lit';

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
      ${Array.from({length: count}, () => html`<div class="skeleton-row" aria-hidden="true"><i></i><i></i></div>`)}
    </div>
  `;
}

export const skeletonStyles = css`
  .skeleton-row {
    display: grid;
    align-content: center;
    gap: 0.5em;
    block-size: calc(4.0625em + var(--_space) * 6 + 1px);
    padding-inline: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_divider);
  }

  .thread > .skeleton-row {
    block-size: 8em;
    border: 0;
  }

  .skeleton-row i {
    block-size: 0.75em;
    inline-size: 62%;
    border-radius: 0.25em;
    background: color-mix(in srgb, var(--_text) 22%, var(--_surface));
    animation: pulse 1.6s 300ms ease-in-out infinite;
  }

  .skeleton-row i + i {
    inline-size: 34%;
  }

  @container (min-width: 56em) {
    .skeleton-row {
      block-size: calc(2.59375em + var(--_space) * 6 + 1px);
    }
  }

  @keyframes pulse {
    50% {
      opacity: 0.7;
    }
  }
`;
