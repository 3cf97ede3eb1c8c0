import {css} from 'lit';

export const statusLineStyles = css`
  .status-line {
    position: sticky;
    z-index: 1;
    inline-size: fit-content;
    margin: 0 auto;
    background: var(--_surface);
  }

  .status-line > .notice {
    margin: 0;
  }

  .offline {
    pointer-events: none;
  }
`;
