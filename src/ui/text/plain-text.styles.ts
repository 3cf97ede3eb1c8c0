import {css} from 'lit';

export const plainTextStyles = css`
  .text {
    max-inline-size: var(--isp-line-length, 68ch);
    /* A list item has the edge of its list: https://html.spec.whatwg.org/multipage/rendering.html#lists */
    text-align: start;
  }

  .block {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }

  summary {
    padding-block: 0.625em;
    cursor: pointer;
  }

  .text a {
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
`;
