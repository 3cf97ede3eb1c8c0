import {html, nothing, type TemplateResult} from 'lit';

import {errorWords} from '../text/error-text.js';
import {notice} from '../primitives/notice.js';
import type {TicketFields} from './ticket-field-words.js';
import {categoryField, descriptionField, priorityField, subjectField} from './ticket-fields.js';

export interface TicketForm extends TicketFields {
  /** Too much is waiting to be sent already. */
  readonly isFull: boolean;
  readonly context: Readonly<Record<string, string>> | undefined;
  /**
   * Told by the button, also for Enter in a field; the form itself says nothing in a sandboxed frame:
   * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm ("sandboxed forms").
   */
  readonly onSubmit: (event: Event) => void;
  readonly onCancel: () => void;
  /** Takes words out that were written before; where there are none, there is nothing to press. */
  readonly onDiscard: (() => void) | undefined;
}

/** `dialog` is what no form outside of a dialog does: whoever submits it, an extension say, takes nobody off the page. */
export function ticketForm(form: TicketForm): TemplateResult {
  const {words, isSending, onSubmit, onCancel} = form;
  return html`
    <form class="form" part="form" method="dialog" novalidate aria-busy=${isSending}>
      ${restored(form)} ${failure(form)} ${subjectField(form)} ${categoryField(form)} ${priorityField(form)}
      ${descriptionField(form)} ${context(form)}
      <div class="actions">
        <button
          class="button primary"
          part="button create"
          type="submit"
          aria-disabled=${isSending ? 'true' : nothing}
          @click=${onSubmit}
        >
          ${words(isSending ? 'form.creating' : 'form.create')}
        </button>
        <button class="button quiet" part="button" type="button" @click=${onCancel}>${words('form.cancel')}</button>
      </div>
    </form>
  `;
}

function restored({onDiscard, words}: TicketForm): TemplateResult | typeof nothing {
  if (!onDiscard) return nothing;
  const discard = html`<button class="button quiet" part="button" type="button" @click=${onDiscard}>
    ${words('pending.discard')}
  </button>`;
  return notice({text: words('composer.restored'), actions: discard, kind: 'slim'});
}

function failure({error, missing, isFull, words}: TicketForm): TemplateResult | typeof nothing {
  if (isFull)
    return html`<div class="summary">${notice({icon: 'alert', title: words('composer.full'), kind: 'slim'})}</div>`;
  if (missing.length > 0)
    return html`<div class="summary">${notice({icon: 'alert', title: words('form.required'), kind: 'slim'})}</div>`;
  if (!error) return nothing;
  const title = words('form.failed', {reason: errorWords(error, words)});
  return html`<div class="summary" role="alert">${notice({icon: 'alert', title, text: words('form.kept')})}</div>`;
}

function context({context: facts, words}: TicketForm): TemplateResult | typeof nothing {
  const entries = Object.entries(facts ?? {});
  if (entries.length === 0) return nothing;
  return html`<div class="context">
    <p class="field-label">${words('form.context')}</p>
    <dl>
      ${entries.map(
        ([name, value]) =>
          html`<div>
            <dt class="muted">${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
