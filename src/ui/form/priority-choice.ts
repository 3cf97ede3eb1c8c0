import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {Choice} from '../../contract/config.js';
import type {Translator} from '../../i18n/translator.js';
import {labelOf} from '../text/labels.js';

export interface PriorityChoiceOptions {
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly error: string | undefined;
  readonly t: Translator;
}

/** Priorities as radio buttons, with a hint about the selected one, or about when to select high priority. */
export function priorityChoice({choices, value, error, t}: PriorityChoiceOptions): TemplateResult {
  const highHint = t('priority.high.hint');
  const hints = choices.map(choice => choice.hint ?? (choice.value === 'high' ? highHint : ''));
  const hint = hints[choices.findIndex(choice => choice.value === value)];
  const [longest] = [...hints].sort((one, other) => other.length - one.length);
  return html`
    <fieldset
      class="field"
      part="field"
      id="priority"
      role="radiogroup"
      aria-invalid=${Boolean(error)}
      aria-describedby="priority-error priority-hint"
    >
      <legend class="field-label" part="label">${t('form.priority')}</legend>
      <div class="radios">
        ${choices.map(
          choice =>
            html`<label class="radio">
              <input type="radio" name="priority" value=${choice.value} .checked=${live(choice.value === value)} />
              <span>${labelOf(t, 'priority', choice.value, choices)}</span>
            </label>`,
        )}
      </div>
      <p class="field-hint" part="hint" data-longest=${longest ?? ''}>
        <span id="priority-hint" aria-live="polite">${hint || (hints.includes(highHint) ? highHint : '')}</span>
      </p>
      ${error ? html`<p class="field-error" part="error" id="priority-error">${error}</p>` : nothing}
    </fieldset>
  `;
}
