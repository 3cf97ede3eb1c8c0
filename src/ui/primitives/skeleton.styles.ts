import {css} from 'lit';

export const skeletonStyles = css`
  /* A row too: WebKit rounds the height of each of its lines down. */
  .row,
  .unsent-ticket,
  .skeleton-row {
    align-content: start;
    min-block-size: calc(4.0625em + var(--_space) * 6 + 1px);
  }

  .skeleton-row {
    display: grid;
    align-content: center;
    gap: 0.5em;
    padding-inline: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_divider);
  }

  .thread > .skeleton-row {
    block-size: 8em;
    border: 0;
  }

  .skeleton-row i {
    block-size: 0.75em;
    inline-size: 62%;
    border-radius: 0.25em;
    background: color-mix(in srgb, var(--_text) 22%, var(--_surface));
    animation: pulse 1.6s 300ms ease-in-out infinite;
  }

  .skeleton-row i + i {
    inline-size: 34%;
  }

  @container (min-width: 56em) {
    .row,
    .unsent-ticket,
    .skeleton-row {
      min-block-size: calc(2.59375em + var(--_space) * 6 + 1px);
    }
  }

  @keyframes pulse {
    50% {
      opacity: 0.7;
    }
  }
`;
