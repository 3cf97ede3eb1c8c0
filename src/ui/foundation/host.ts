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
    /* Beside a menu in a flex row, the menu keeps its width. */
    flex-shrink: 999;
  }

  /*
   * The natural width, for a parent that shrinks to fit its content. The root has none, because of container-type, and
   * contain-intrinsic-inline-size would be a minimum as well: an empty grid is between 200 px and 1200 px wide.
   */
  :host::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(min(200px, 60vw), 1200px);
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
