import {css} from 'lit';

export const offlineLineStyles = css`
  .offline {
    position: sticky;
    z-index: 1;
    pointer-events: none;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 0 1em;
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-size: 0.8125em;
    text-align: center;
  }
`;
