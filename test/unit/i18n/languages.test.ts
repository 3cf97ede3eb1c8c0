import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import type {Message, MessageKey, Messages} from '../../../src/i18n/translator.js';
import {localeTags, loadLocale} from '../../support/locales.js';

const keys = Object.keys(en) as MessageKey[];

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const fullest = (message: Message): string => (typeof message === 'string' ? message : message.other);

/** What is wrong with each message, by its key. */
const wrong = (find: (key: MessageKey) => boolean): MessageKey[] => keys.filter(find);

for (const tag of localeTags) {
  describe(`the words in ${tag}`, () => {
    let words: Messages;

    before(async () => {
      words = await loadLocale(tag);
    });

    it('are all that there are in English, and no others, in the same order', () => {
      expect(Object.keys(words)).to.eql(keys);
    });

    it('have the forms that the language has for numbers', () => {
      const {pluralCategories} = new Intl.PluralRules(tag).resolvedOptions();
      const hasForms = (key: MessageKey): boolean =>
        typeof en[key] === 'string'
          ? typeof words[key] === 'string'
          : Object.keys(words[key]).sort().join() === [...pluralCategories].sort().join();
      expect(wrong(key => !hasForms(key))).to.eql([]);
    });

    it('have a place for each value, and for no other', () => {
      const expected = (key: MessageKey): string => placeholders(fullest(en[key]));
      expect(wrong(key => placeholders(fullest(words[key])) !== expected(key))).to.eql([]);
      const known = (key: MessageKey, form: string): boolean =>
        placeholders(form)
          .split(' ')
          .every(each => expected(key).includes(each));
      expect(wrong(key => !forms(words[key]).every(form => known(key, form)))).to.eql([]);
    });

    it('say something, on as many lines as in English, and turn nothing around', () => {
      const lines = (message: Message): number => fullest(message).split('\n').length;
      expect(wrong(key => lines(words[key]) !== lines(en[key]))).to.eql([]);
      expect(wrong(key => forms(words[key]).some(form => form.trim() === ''))).to.eql([]);
      expect(
        wrong(key => forms(words[key]).some(form => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(form))),
      ).to.eql([]);
    });
  });
}
