import {css} from 'lit';

/** What holds for every box within our root. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  .heading {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
    scroll-margin-block-start: 1em;
  }

  .heading:focus {
    outline: none;
  }

  /* A button or link that looks like the words it stands among. */
  .bare {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    /* A name in another script than ours keeps its way to run, and stands in line with the rest. Chromium knows it by its old name. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .muted {
    color: var(--_muted);
  }

  .icon {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.2em;
  }

  .directional {
    transform: scaleX(var(--_way));
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
