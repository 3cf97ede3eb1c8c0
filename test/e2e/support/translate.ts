import {createTranslator} from '../../../src/i18n/translator.js';

/** The elements' own texts, so that a test does not change with a text. */
export const t = createTranslator('en-GB');
