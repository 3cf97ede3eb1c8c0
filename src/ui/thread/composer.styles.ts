import {css} from 'lit';

export const composerStyles = css`
  .composer {
    display: grid;
    gap: calc(var(--_space) * 2);
    position: var(--_composer-position, static);
    /* A sticky reply box grows over what is floating above it. */
    z-index: 2;
    inset-block-end: calc(env(keyboard-inset-height, 0px) + var(--_status-line, 0px));
    padding-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_divider);
    /* Where nothing scrolls below it, what is around the element shows through. */
    background: var(--_composer-surface, transparent);
  }

  .composer-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    font-size: 0.875em;
  }

  .composer-end .button {
    margin-inline-start: auto;
    font-size: calc(1em / 0.875);
  }

  .unoffered {
    visibility: hidden;
  }
`;
