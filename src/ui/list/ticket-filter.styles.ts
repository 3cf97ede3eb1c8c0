import {css} from 'lit';

export const ticketFilterStyles = css`
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .filter > .control {
    flex: 1 1 8em;
    max-inline-size: 30em;
  }

  /* In the dark scheme, the engine's own colour is too faint. */
  .filter ::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .filter .button {
    padding-inline: 0.75em;
  }

  @media (forced-colors: active) {
    [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
