import {css} from 'lit';

import {accent} from './accent.js';
import {base} from './base.js';
import {tokens} from './tokens.js';

/**
 * What stands between a page's styles and ours. Box rules of the page reach the host only; inherited ones come in, and
 * `all: initial` stops them at the root. `isolate` is for pages that reset everything with `!important`: in a shadow tree
 * the inner rule wins (https://drafts.csswg.org/css-cascade-5/#importance).
 */
const boundary = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none !important;
  }

  :host([isolate]) {
    all: initial !important;
    display: block !important;
  }

  .root {
    all: initial;
    display: block;
    container-type: inline-size;
    background: var(--isp-color-surface, transparent);
    color: var(--_text);
    font: 400 var(--isp-font-size, 16px) / 1.5 var(--isp-font-family, system-ui, sans-serif);
    text-align: start;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    /* Which way words run, for what has no name that follows it. */
    --_way: 1;
  }

  .root[dir='rtl'] {
    --_way: -1;
  }

  .root[data-waiting] {
    opacity: 0;
  }
`;

/** Styles that every element begins with. */
export const host = [tokens, accent, boundary, base];
