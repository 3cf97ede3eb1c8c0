import {css} from 'lit';

/** Resets, and classes that every element uses. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  p,
  ol,
  ul,
  li,
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
    scroll-margin-block-start: 1em;
  }

  .heading:focus {
    outline: none;
  }

  /* A button or link that looks like the text around it. */
  .unstyled {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    /*
     * Text with a direction of its own (dir="auto") is aligned like its neighbours. Chromium has the prefixed value
     * only: https://developer.mozilla.org/docs/Web/CSS/text-align#match-parent
     */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-decoration: none;
    cursor: pointer;
  }

  :is(.button, .copy, .radio, .row):hover {
    background: var(--_surface-hover);
  }

  .muted {
    color: var(--_text-muted);
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
    transform: scaleX(var(--_direction));
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin-block: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  /* WebKit leaves rows empty for up to 1.5 s after scrolling, and does not keep in place what is below them. */
  @supports not (overflow-anchor: auto) {
    .root :is(.row, .reply) {
      content-visibility: visible;
    }
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
