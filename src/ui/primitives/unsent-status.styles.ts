import {css} from 'lit';

export const unsentStatusStyles = css`
  .unsent-status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
    font-size: 0.875em;
  }

  .failed {
    color: var(--_danger);
  }
`;
