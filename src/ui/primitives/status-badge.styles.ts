import {css} from 'lit';

export const statusStyles = css`
  .status {
    font-weight: 550;
  }

  .status .icon {
    margin-inline-end: 0.375em;
  }

  .status[data-status='in_progress'] {
    color: var(--_accent-text);
  }

  .status[data-status='pending'] {
    color: var(--_attention);
  }

  .status[data-status='resolved'] {
    color: var(--_success);
  }

  .status[data-status='closed'] {
    color: var(--_text-muted);
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space) 0.75em;
  }

  .turn[data-status='pending'] {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_attention-tint);
  }
`;
