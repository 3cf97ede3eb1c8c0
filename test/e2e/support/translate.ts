import {createTranslator} from '../../support/translator.js';

/** The elements' own texts, so that a test does not change with a text. */
export const t = createTranslator('en-GB');
