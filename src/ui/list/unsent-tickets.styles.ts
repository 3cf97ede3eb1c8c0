import {css} from 'lit';

export const unsentTicketsStyles = css`
  .unsent-ticket {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 3);
    border-block-end: 1px dashed var(--_border);
    background: var(--_accent-tint);
    font-weight: 550;
  }
`;
