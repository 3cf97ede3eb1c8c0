import {html, type nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

/**
 * A checklist of what a description should include, by category. An operator's hint replaces the built-in one. It is
 * part of the accessible description of the text box: a screen reader reads it there, where it is needed, and not at
 * each category that the customer passes in the list.
 */
export function guidance(category: string, hint: string | null, t: Translator): TemplateResult | typeof nothing {
  const lines = hint ?? t.lookup('guidance', category) ?? t('guidance.general');
  return html`
    <div class="guidance" part="guidance">
      <p class="guidance-heading" id="guidance-heading">${t('guidance.heading')}</p>
      <ul role="list" id="guidance">
        ${lines.split('\n').map(line => html`<li>${line}</li>`)}
      </ul>
      <p class="muted">${t('guidance.known')}</p>
      <p class="muted">${t('form.oneProblem')}</p>
    </div>
  `;
}
