import {html, nothing, type TemplateResult} from 'lit';

import {describedBy, field} from '../primitives/field.js';
import {growingTextarea} from '../primitives/growing-textarea.js';
import {guidance} from './guidance.js';
import {labelOf} from '../primitives/labels.js';
import {priorityChoice} from './priority-choice.js';
import {fieldError, fieldWords, type TicketFields} from './ticket-field-words.js';

export function subjectField(form: TicketFields): TemplateResult {
  const {draft, words, onInput} = form;
  const options = {...fieldWords(form, 'subject'), hint: words('form.subject.hint')};
  return field(
    options,
    html`<input
      id="subject"
      class="control"
      part="control"
      type="text"
      dir="auto"
      required
      autocomplete="off"
      enterkeyhint="next"
      ?readonly=${form.isSending}
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${describedBy(options)}
      .value=${draft.subject}
      @input=${(event: InputEvent) => onInput({subject: (event.target as HTMLInputElement).value})}
    />`,
  );
}

export function categoryField(form: TicketFields): TemplateResult | typeof nothing {
  const {draft, config, words, onInput} = form;
  if (config.categories.length === 0) return nothing;
  const options = fieldWords(form, 'category');
  return field(
    options,
    html`<select
      id="category"
      class="control"
      part="control"
      aria-invalid=${options.error ? 'true' : 'false'}
      aria-describedby=${describedBy(options)}
      @change=${(event: Event) => onInput({category: (event.target as HTMLSelectElement).value})}
    >
      ${config.categories.map(
        ({value}) =>
          html`<option value=${value} .selected=${value === draft.category}>
            ${labelOf(words, 'category', value, config.categories)}
          </option>`,
      )}
    </select>`,
  );
}

export function priorityField(form: TicketFields): TemplateResult | typeof nothing {
  const {draft, config, words, onInput} = form;
  if (config.priorities.length === 0) return nothing;
  return priorityChoice({
    choices: config.priorities,
    value: draft.priority,
    error: fieldError(form, 'priority'),
    words,
    onChange: value => onInput({priority: value}),
  });
}

export function descriptionField(form: TicketFields): TemplateResult {
  const {draft, config, words, onInput} = form;
  const hint = config.categories.find(choice => choice.value === draft.category)?.hint ?? null;
  const options = fieldWords(form, 'description');
  return html`<div class="description">
    ${guidance(draft.category, hint, words)}
    ${field(
      options,
      html`<textarea
        id="description"
        class="control"
        part="control"
        rows="7"
        ?readonly=${form.isSending}
        dir="auto"
        required
        aria-invalid=${options.error ? 'true' : 'false'}
        aria-describedby="${options.error ? 'description-error ' : ''}guidance-heading guidance"
        .value=${draft.description}
        ${growingTextarea(draft.description)}
        @input=${(event: InputEvent) => onInput({description: (event.target as HTMLTextAreaElement).value})}
      ></textarea>`,
    )}
  </div>`;
}
