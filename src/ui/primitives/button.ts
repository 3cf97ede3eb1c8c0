import {html, nothing, type TemplateResult} from 'lit';

/**
 * A button. `kind` is `primary` or `quiet`. As long as it does nothing, it is marked as disabled in place of being
 * disabled, so that it keeps the focus and its text can explain why.
 */
export const button = (
  text: unknown,
  onClick: (event: MouseEvent) => void,
  kind = '',
  isDisabled = false,
): TemplateResult =>
  html`<button
    class="button ${kind}"
    part="button"
    type="button"
    aria-disabled=${isDisabled}
    @click=${isDisabled ? nothing : onClick}
  >
    ${text}
  </button>`;
