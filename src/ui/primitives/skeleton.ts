import {css, html, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';
import {rehearse} from './warm-up.js';

/** Grey lines of the height of what will stand there, with words for those who cannot see them. `draw` is tried out meanwhile. */
export function skeleton(kind: 'rows' | 'thread', count: number, words: Words, draw: () => unknown): TemplateResult {
  rehearse(kind, words, draw);
  return html`
    <div class="skeleton ${kind}">
      <span class="visually-hidden">${words(kind === 'rows' ? 'list.loading' : 'thread.loading')}</span>
      ${Array.from({length: count}, () => html`<div class="bone" aria-hidden="true"><i></i><i></i></div>`)}
    </div>
  `;
}

export const skeletonStyles = css`
  .bone {
    display: grid;
    align-content: center;
    gap: 0.5em;
    block-size: 6.5em;
    padding-inline: calc(var(--_step) * 3);
    border-block-end: 1px solid var(--_hairline);
  }

  .skeleton.thread .bone {
    block-size: 8em;
    border: 0;
  }

  .bone i {
    block-size: 0.75em;
    inline-size: 62%;
    border-radius: 0.25em;
    background: var(--_hover);
    animation: breathe 1.6s 300ms ease-in-out infinite;
  }

  .bone i + i {
    inline-size: 34%;
  }

  @container (min-width: 56em) {
    .bone {
      block-size: 4.5em;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
