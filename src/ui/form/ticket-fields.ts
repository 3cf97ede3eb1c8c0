import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {TicketConfig} from '../../contract/config.js';
import type {ExceededLimits, TicketDraft} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';
import {field, type FieldOptions} from '../primitives/field.js';
import {growingTextarea} from '../primitives/growing-textarea.js';
import {labelOf} from '../text/labels.js';
import {guidance} from './guidance.js';
import {priorityChoice} from './priority-choice.js';

export interface TicketFieldsOptions {
  readonly draft: TicketDraft;
  readonly config: TicketConfig;
  /** Required fields that were empty when the customer pressed Create. */
  readonly reported: readonly (keyof TicketDraft)[];
  /** Those that are still empty. */
  readonly missing: readonly (keyof TicketDraft)[];
  readonly exceeded: ExceededLimits;
  readonly error: SupportError | undefined;
  /** The fields are read-only while the ticket is being sent. */
  readonly isSending: boolean;
  /** How to send a picture. */
  readonly pictures: TemplateResult | typeof nothing;
  readonly t: Translator;
}

export function subjectField(form: TicketFieldsOptions): TemplateResult {
  const {draft, t} = form;
  const options = {...fieldOptions(form, 'subject'), hint: t('form.subject.hint')};
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
      aria-invalid=${Boolean(options.error)}
      aria-describedby="subject-error subject-hint"
      .value=${live(draft.subject)}
    />`,
  );
}

export function categoryField(form: TicketFieldsOptions): TemplateResult | typeof nothing {
  const {draft, config, t} = form;
  if (config.categories.length === 0) return nothing;
  const options = fieldOptions(form, 'category');
  return field(
    options,
    html`<select
      id="category"
      class="control"
      part="control"
      aria-invalid=${Boolean(options.error)}
      aria-describedby="category-error"
    >
      ${config.categories.map(
        ({value}) =>
          html`<option value=${value} .selected=${live(value === draft.category)}>
            ${labelOf(t, 'category', value, config.categories)}
          </option>`,
      )}
    </select>`,
  );
}

export function priorityField(form: TicketFieldsOptions): TemplateResult | typeof nothing {
  const {draft, config, t} = form;
  if (config.priorities.length === 0) return nothing;
  return priorityChoice({
    choices: config.priorities,
    value: draft.priority,
    error: fieldError(form, 'priority'),
    t,
  });
}

export function descriptionField(form: TicketFieldsOptions): TemplateResult {
  const {draft, config, t} = form;
  const hint = config.categories.find(choice => choice.value === draft.category)?.hint ?? null;
  const options = fieldOptions(form, 'description');
  return html`<div class="description">
    ${guidance(draft.category, hint, t)}
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
          aria-invalid=${Boolean(options.error)}
          aria-describedby="description-error guidance-heading guidance"
          .value=${live(draft.description)}
          ${growingTextarea(draft.description)}
        ></textarea>
        ${form.pictures}`,
    )}
  </div>`;
}

/** The text that asks for the value of a required field. */
export const requiredText = (name: keyof TicketDraft, t: Translator): string =>
  t(`form.${name as 'subject' | 'description'}.required`);

/** The error of a field: that it is empty or too long, or the server's message about it. */
function fieldError(form: TicketFieldsOptions, name: keyof TicketDraft): string | undefined {
  const {exceeded, missing, error, t} = form;
  const count = exceeded[name as keyof ExceededLimits];
  if (count) return t('form.tooLong', {count});
  if (missing.includes(name)) return requiredText(name, t);
  return error?.fields.get(name);
}

const fieldOptions = (form: TicketFieldsOptions, id: 'subject' | 'category' | 'description'): FieldOptions => ({
  id,
  label: form.t(`form.${id}`),
  error: fieldError(form, id),
  corrected: form.reported.includes(id) ? requiredText(id, form.t) : undefined,
});
