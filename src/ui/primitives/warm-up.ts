import {render} from 'lit';

import type {Words} from '../../i18n/translator.js';

const done = new Set<string>();

/**
 * Draws, where nobody sees it, what will be drawn once the data is there: once for each language of the page. The first of a
 * kind takes a cheap phone a tenth of a second, to read its templates and to learn how a place writes numbers and times. It
 * has that while the data is on its way: this is a task of its own, and the request for the data leaves before.
 */
export function rehearse(kind: string, {locale}: Words, draw: () => unknown): void {
  const name = `${kind} ${locale}`;
  if (done.has(name)) return;
  done.add(name);
  setTimeout(() => render(draw(), document.createDocumentFragment()));
}
