import {css} from 'lit';

export const guidanceStyles = css`
  .guidance {
    display: grid;
    align-content: start;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-inline-start: 3px solid var(--_divider);
    font-size: 0.875em;
  }

  .guidance-heading {
    font-weight: 650;
  }

  .guidance li {
    position: relative;
    padding-inline-start: 1.25em;
    margin-block-end: 0.25em;
  }

  .guidance li::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.125em;
    inset-block-start: 0.6em;
    /* A border, because forced colours remove backgrounds. */
    border: 0.1875em solid var(--_accent-text);
    border-radius: 50%;
  }
`;
