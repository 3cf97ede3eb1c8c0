import {css, html, nothing, type TemplateResult} from 'lit';

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

/** The font size of controls is at least 16px: iOS zooms the page in when a smaller control gets the focus. */
export const fieldStyles = css`
  .field {
    display: grid;
    align-content: start;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .field-label {
    font-weight: 600;
  }

  .field-hint,
  .field-error {
    font-size: 0.875em;
  }

  p > a {
    color: inherit;
  }

  .field-error {
    color: var(--_danger);
    font-weight: 550;
  }

  .control {
    inline-size: 100%;
    min-block-size: 44px;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
    text-align: start;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  textarea.control {
    min-block-size: 6em;
    max-block-size: 40vh;
    resize: vertical;
    overflow-wrap: anywhere;
    field-sizing: content;
  }

  .control:focus-visible {
    outline-offset: 0;
  }
`;
