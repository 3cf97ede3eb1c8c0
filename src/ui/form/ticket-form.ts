import {html, nothing, type TemplateResult} from 'lit';

import type {Discarded, TicketDraft} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';
import {isEnter} from '../primitives/enter-key.js';
import {notice, type NoticeOptions} from '../primitives/notice.js';
import {discardButton} from '../primitives/unsent-status.js';
import {errorText} from '../text/error-text.js';
import {
  categoryField,
  descriptionField,
  priorityField,
  requiredText,
  subjectField,
  type TicketFieldsOptions,
} from './ticket-fields.js';

export interface TicketFormOptions extends TicketFieldsOptions {
  /** Too many items wait to be sent. */
  readonly isOutboxFull: boolean;
  readonly context: Readonly<Record<string, string>> | undefined;
  /**
   * Called on a click of the button. Not on `submit`, which does not fire in a
   * sandboxed frame: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
   * ("sandboxed forms").
   */
  readonly onSubmit: (event: Event) => void;
  readonly onCancel: () => void;
  /** Moves the focus to a field. */
  readonly onField: (name: keyof TicketDraft) => void;
  readonly discarded: Discarded;
  /** Discards a draft that was written before this page was opened, or restores it. Undefined if there is none. */
  readonly onDiscard: (() => void) | undefined;
}

/**
 * With `method="dialog"`, which does nothing outside of a dialog, a browser extension that submits the form cannot
 * leave the page.
 */
export function ticketForm(form: TicketFormOptions): TemplateResult {
  const {t, isSending, onSubmit, onCancel} = form;
  return html`
    <form class="form" part="form" method="dialog" novalidate aria-busy=${isSending} @keydown=${onKeyDown}>
      ${restoredDraftNotice(form)} ${errorSummary(form)} ${subjectField(form)} ${categoryField(form)}
      ${priorityField(form)} ${descriptionField(form)} ${contextList(form)}
      <div class="actions">
        <button class="button primary" part="button create" type="submit" aria-disabled=${isSending} @click=${onSubmit}>
          ${t(isSending ? 'form.creating' : 'form.create')}
        </button>
        ${button(t('form.cancel'), onCancel, 'quiet')}
      </div>
    </form>
  `;
}

/** Enter moves from an input to the next field: at the first field of a form, it is too early to submit. */
function onKeyDown(event: KeyboardEvent): void {
  const input = event.target as HTMLElement;
  if (input.localName !== 'input' || !isEnter(event) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const form = event.currentTarget as HTMLElement;
  const fields = [...form.querySelectorAll<HTMLElement>('.control, input:checked, input:focus')];
  fields[fields.indexOf(input) + 1]?.focus();
}

function restoredDraftNotice({discarded, onDiscard, t}: TicketFormOptions): TemplateResult | typeof nothing {
  if (!onDiscard) return nothing;
  return notice({
    text: t(discarded ? 'unsent.discarded' : 'composer.restored'),
    actions: discardButton(t, discarded, onDiscard),
    kind: 'slim',
  });
}

const fieldNames = ['subject', 'category', 'priority', 'description'] as const;

/** That the server has refused the ticket, and why. */
export const refusalText = (error: SupportError, t: Translator): string =>
  t('form.failed', {reason: errorText(error, t)});

/**
 * What is wrong, with a button for each field. What was missing stays until Create is pressed again: what the customer
 * writes in must not move.
 */
function errorSummary(form: TicketFormOptions): TemplateResult | typeof nothing {
  const {error, reported, missing, isOutboxFull, t, onField} = form;
  const line = (name: keyof TicketDraft, text: string): TemplateResult =>
    html`<button class="unstyled" part="button" type="button" @click=${() => onField(name)}>${text}</button>`;
  const [first, second] = reported;
  const lines = second
    ? line(missing[0] ?? second, t('form.required'))
    : fieldNames.flatMap(name => {
        const text = reported.includes(name) ? requiredText(name, t) : error?.fields.get(name);
        return text ? [line(name, text)] : [];
      });
  if (isOutboxFull) return summary({title: t('composer.full'), kind: 'slim'});
  if (error) return summary({title: refusalText(error, t), text: t('form.saved'), actions: lines});
  return first ? summary({actions: lines, kind: 'slim'}, missing.length === 0) : nothing;
}

const summary = (options: NoticeOptions, isResolved = false): TemplateResult =>
  html`<div class="summary ${isResolved ? 'resolved' : ''}">${notice({icon: 'alert', ...options})}</div>`;

function contextList({context, t}: TicketFormOptions): TemplateResult | typeof nothing {
  const entries = Object.entries(context ?? {});
  if (entries.length === 0) return nothing;
  return html`<div class="context">
    <p class="field-label">${t('form.context')}</p>
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
