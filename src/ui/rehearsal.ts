import {nothing, render} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {Words} from '../messages/words.js';

/**
 * Draws, where nobody sees it, what will be drawn once the data is there. The first of a kind takes a cheap phone a tenth of a
 * second, to read its templates and to learn how a place writes numbers and times. It has that while the data is on its way:
 * this is a task of its own, and the request for the data leaves before.
 */
export const rehearsal = (words: Words, draw: () => unknown): unknown =>
  guard([words], () => {
    setTimeout(() => render(draw(), document.createDocumentFragment()));
    return nothing;
  });
