import {css} from 'lit';

export const offlineLineStyles = css`
  .notice.offline {
    position: sticky;
    z-index: 1;
    pointer-events: none;
    inline-size: fit-content;
    margin: 0 auto;
  }
`;
