import {css} from 'lit';

import {accentStyles} from './accent.js';
import {baseStyles} from './base.js';
import {printStyles} from './print.js';
import {tokenStyles} from './tokens.js';

/**
 * Keeps the page's styles out. Selectors of the page match the host only; inherited properties enter the shadow tree,
 * and `all: initial` resets them at the root. `isolate` is for pages with `* {… !important}` rules: an important rule
 * of the shadow tree wins over one of the page (https://drafts.csswg.org/css-cascade-5/#importance).
 */
const rootStyles = css`
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
    font: 400 var(--isp-font-size, medium) / 1.5 var(--isp-font-family, system-ui, sans-serif);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    /* For properties without a logical equivalent, such as transform and box-shadow. */
    --_direction: 1;
  }

  .root[dir='rtl'] {
    --_direction: -1;
  }

  .root[data-locale-loading] {
    opacity: 0;
  }
`;

/** The styles that every element starts with. */
export const hostStyles = [tokenStyles, accentStyles, rootStyles, baseStyles, printStyles];
