import {css} from 'lit';

import {statusLineStyles} from './status-line.styles.js';

const styles = css`
  .notice {
    display: flex;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 4);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .notice > .icon {
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--_text-muted);
  }

  .notice-body {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: start;
    max-inline-size: 60ch;
  }

  .contacts {
    padding-block: calc(var(--_space) * 3);
  }

  .contacts > * {
    margin-block-end: calc(var(--_space) * 2);
  }

  .contacts > summary,
  .notice-title {
    font-weight: 650;
  }

  .slim {
    align-items: center;
    margin-block-end: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    font-size: 0.875em;
  }

  .slim > .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }

  .slim .notice-body {
    display: flex;
    max-inline-size: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--_space) * 3);
  }

  .slim .button {
    min-block-size: 32px;
    padding-block: 0;
  }
`;

export const noticeStyles = [styles, statusLineStyles];
