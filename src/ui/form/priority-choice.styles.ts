import {css} from 'lit';

export const priorityChoiceStyles = css`
  .radios {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  /* Takes the space of the longest hint, so that the fields below do not move when another priority is selected. */
  [data-longest] {
    display: grid;
  }

  [data-longest]::after {
    content: attr(data-longest);
    visibility: hidden;
  }

  [data-longest] > span,
  [data-longest]::after {
    grid-area: 1 / 1;
  }

  legend {
    padding: 0;
    margin-block-end: var(--_space);
  }

  .radio {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding-inline: 0.875em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .radio:has(input:checked) {
    border-color: var(--_accent-text);
    background: var(--_accent-tint);
    box-shadow: inset 0 0 0 1px var(--_accent-text);
  }

  .radio:has(input:focus-visible) {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  .radio input {
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    accent-color: var(--_accent);
  }

  /* Firefox 115 has no :has(): the focus ring stays on the radio button itself. */
  @supports selector(:has(*)) {
    .radio input:focus-visible {
      outline: none;
    }
  }
`;
