import {css, html, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

/**
 * Says that the device is offline. The line is the last of its element and stays at the lower edge of the view: nothing
 * that is read or written moves, and nothing stays covered.
 */
export const offlineLine = (t: Translator): TemplateResult =>
  html`<p class="offline muted" part="offline">${t('error.offline.notice')}</p>`;

export const offlineLineStyles = css`
  .offline {
    position: sticky;
    z-index: 1;
    pointer-events: none;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 0 1em;
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-size: 0.8125em;
    text-align: center;
  }
`;
