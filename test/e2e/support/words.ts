import {createWords} from '../../../src/i18n/translator.js';

/** What the elements say, so that a sentence may be reworded without a word here. */
export const words = createWords('en-GB');
