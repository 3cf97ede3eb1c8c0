import {css, html, type nothing, type TemplateResult} from 'lit';

import type {Words} from '../../i18n/translator.js';

/** What to say about a kind of trouble, as a short checklist beside the field. An operator's own hint goes before ours. */
export function guidance(category: string, hint: string | null, words: Words): TemplateResult | typeof nothing {
  const lines = hint ?? words.for('guidance', category) ?? words('guidance.general');
  return html`
    <aside class="guidance" part="guidance" aria-labelledby="guidance-heading">
      <p class="guidance-heading" id="guidance-heading">${words('guidance.heading')}</p>
      <ul role="list" id="guidance">
        ${lines.split('\n').map(line => html`<li>${line}</li>`)}
      </ul>
      <p class="muted">${words('guidance.known')}</p>
    </aside>
  `;
}

export const guidanceStyles = css`
  .guidance {
    display: grid;
    align-content: start;
    gap: calc(var(--_step) * 2);
    padding: calc(var(--_step) * 3) calc(var(--_step) * 4);
    border-inline-start: 3px solid var(--_hairline);
    font-size: 0.875em;
  }

  .guidance-heading {
    font-weight: 650;
  }

  .guidance li {
    position: relative;
    padding-inline-start: 1.25em;
    margin-block-end: 0.25em;
  }

  .guidance li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.125em;
    inset-block-start: 0.6em;
    inline-size: 0.375em;
    block-size: 0.375em;
    border-radius: 50%;
    background: var(--_accent-text);
  }
`;
