import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

export interface RootOptions {
  readonly scheme: string;
  readonly t: Translator;
  /** The text of the live region. */
  readonly liveText: string;
  /** The messages of the language are loading: the element takes its space and is transparent. */
  readonly isLocaleLoading: boolean;
  /** The texts are in the language of the reader's browser: a page translator has nothing to do. */
  readonly isOfReader: boolean;
}

/**
 * The outermost box of an element. Its live region is there from the first render on, because screen readers do not
 * announce a region that is inserted together with its text.
 */
export const root = (
  {scheme, t, liveText, isLocaleLoading, isOfReader}: RootOptions,
  content: unknown,
): TemplateResult => html`
  <div
    class="root"
    part="root"
    data-scheme=${scheme}
    lang=${t.locale}
    dir=${t.direction}
    translate=${isOfReader ? 'no' : nothing}
    ?data-locale-loading=${isLocaleLoading}
  >
    <div class="visually-hidden" role="status" aria-live="polite">${liveText}</div>
    ${content}
  </div>
`;
