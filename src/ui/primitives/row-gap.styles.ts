import {css} from 'lit';

export const rowGapStyles = css`
  /* What is in view is never placed by it. */
  .gap {
    position: relative;
    overflow: hidden;
    overflow-anchor: none;
  }

  .gap > p {
    block-size: 100%;
    white-space: pre;
  }

  .gap > :last-child {
    inset-block-end: 0;
  }

  /* Rows next to a gap have their heights when they come into the document. */
  [aria-posinset] {
    content-visibility: visible;
  }
`;
