import {en} from '../../src/i18n/locales/en.js';
import {createTranslator as create, type Messages, type Translator} from '../../src/i18n/translator.js';

/** A translator with all English texts. */
export const createTranslator = (locale: string, overrides?: Partial<Messages>): Translator =>
  create(en, locale, overrides);
