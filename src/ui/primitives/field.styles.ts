import {css} from 'lit';

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
    max-block-size: calc(40vh - 0.4 * var(--_keyboard, 0px));
    resize: vertical;
    /* In a long word, 'anywhere' takes twice as long for each key. */
    overflow-wrap: break-word;
    field-sizing: content;
  }

  .control:focus-visible {
    outline-offset: 0;
  }
`;
