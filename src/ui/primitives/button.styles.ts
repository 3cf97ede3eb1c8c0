import {css} from 'lit';

export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: 44px;
    padding: 0.375em 1em;
    border: 1px solid var(--_border);
    border-radius: var(--isp-button-radius, var(--_radius));
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 550;
    line-height: 1.25;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 140ms;
  }

  .primary {
    border-color: var(--_accent-border);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .primary:hover {
    background: var(--_accent-hover);
  }

  .quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent-text);
  }

  .button[aria-disabled='true'] {
    opacity: 0.72;
    cursor: progress;
  }

  @media (forced-colors: active) {
    .primary {
      --_accent: Highlight;
      --_accent-hover: Highlight;
      --_on-accent: HighlightText;
      forced-color-adjust: none;
    }
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }
`;
