import {css} from 'lit';

export const replyListStyles = css`
  .replies,
  .reply {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  /* Each has its last height for when a further reply makes it one of those that are not laid out off-screen. */
  .reply {
    contain-intrinsic-block-size: auto 8em;
  }

  .offscreen {
    content-visibility: auto;
  }

  /* Its height has the space above its first reply. */
  .replies > .gap {
    margin-block-start: calc(var(--_space) * -3);
  }

  .day {
    padding-block-start: calc(var(--_space) * 2);
    font-size: 0.8125em;
    text-align: center;
  }

  .new-line {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--_accent-text);
    font-size: 0.8125em;
    font-weight: 650;
  }

  .new-line::before,
  .new-line::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid currentColor;
  }
`;
