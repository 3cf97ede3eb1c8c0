import {css} from 'lit';

export const unsentStatusStyles = css`
  .unsent-status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: 0.875em;
  }

  /* Nothing moves when the time is over, and the button keeps the focus that it has. */
  .final:not(:focus) {
    visibility: hidden;
  }

  .failed {
    color: var(--_danger);
  }
`;
