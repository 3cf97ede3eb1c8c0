import {html, nothing, type TemplateResult} from 'lit';

export interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** An error that the customer has corrected. It is invisible, and keeps its space: the field must not move. */
  readonly corrected?: string | undefined;
}

/**
 * A control with its label, hint and error, whose ids the control has in its `aria-describedby`. All are in one shadow
 * tree, because ids do not reach into another. A corrected error has no id: it would still be read out.
 */
export function field(options: FieldOptions, control: TemplateResult): TemplateResult {
  const {id, label, hint, error, corrected} = options;
  const text = error ?? corrected;
  return html`
    <div class="field" part="field">
      <label class="field-label" part="label" for=${id}>${label}</label>
      ${hint ? html`<p class="field-hint muted" part="hint" id="${id}-hint">${hint}</p>` : nothing} ${control}
      ${
        text
          ? html`<p class="field-error ${error ? '' : 'resolved'}" part="error" id=${error ? `${id}-error` : nothing}>
              ${text}
            </p>`
          : nothing
      }
    </div>
  `;
}
