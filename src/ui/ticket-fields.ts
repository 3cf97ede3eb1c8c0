import {html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../contract/config.js';
import type {TicketDraft} from '../contract/drafts.js';
import type {SupportError} from '../contract/errors.js';
import type {Words} from '../messages/words.js';
import {describedBy, field, type Field} from './field.js';
import {growingTextarea} from './growing-textarea.js';
import {guidance} from './guidance.js';
import {labelOf} from './labels.js';
import {priorityChoice} from './priority-choice.js';

export interface TicketFields {
  readonly draft: TicketDraft;
  readonly config: TicketConfig;
  /** Fields that still want words, once the customer has pressed Create. */
  readonly missing: readonly (keyof TicketDraft)[];
  readonly isSubjectTooLong: boolean;
  readonly error: SupportError | undefined;
  /** What is on its way is not changed any more. */
  readonly isSending: boolean;
  readonly words: Words;
  readonly onInput: (change: Partial<TicketDraft>) => void;
}

/** What is wrong with a field: that it is empty, or what the server has to say about it. */
function fieldError(form: TicketFields, name: keyof TicketDraft): string | undefined {
  const {config, isSubjectTooLong, missing, error, words} = form;
  if (name === 'subject' && isSubjectTooLong) return words('form.tooLong', {count: config.subjectLimit ?? 0});
  if (missing.includes(name)) return words(name === 'subject' ? 'form.subject.required' : 'form.description.required');
  return error?.fields.get(name);
}

export function subjectField(form: TicketFields): TemplateResult {
  const {draft, words, onInput} = form;
  const options: Field = {
    id: 'subject',
    label: words('form.subject'),
    hint: words('form.subject.hint'),
    error: fieldError(form, 'subject'),
  };
  return field(
    options,
    html`<input
      id="subject"
      class="control"
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
  const options: Field = {id: 'category', label: words('form.category'), error: fieldError(form, 'category')};
  return field(
    options,
    html`<select
      id="category"
      class="control"
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
  const options: Field = {id: 'description', label: words('form.description'), error: fieldError(form, 'description')};
  return html`<div class="description">
    ${guidance(draft.category, hint, words)}
    ${field(
      options,
      html`<textarea
        id="description"
        class="control"
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
