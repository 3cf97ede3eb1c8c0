import {expect} from 'chai';
import {before, describe, it} from 'node:test';

import {en} from '../../../src/i18n/locales/en.js';
import type {MessageKey, Messages, MessageTemplate} from '../../../src/i18n/translator.js';
import {localeTags, loadLocale} from '../../support/locales.js';

const keys = Object.keys(en) as MessageKey[];
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const placeholdersIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const textsOf = (template: MessageTemplate): string[] =>
  typeof template === 'string' ? [template] : Object.values(template);
/** The text that has every placeholder: another plural form may leave the count out. */
const mainTextOf = (template: MessageTemplate): string => (typeof template === 'string' ? template : template.other);
const lineCountOf = (template: MessageTemplate): number => mainTextOf(template).split('\n').length;

/** A text without its placeholders, and without what is around its words. */
const wordsOf = (text: string): string => text.replace(/\{\w+\}/g, '').replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** Names, and words that are the same in English and in another language. */
const sharedWords = new Set([
  '',
  'Description',
  'Edit',
  'Email',
  'General',
  'Normal',
  'Open',
  'SMS',
  'Status',
  'Support',
  'Ticket',
  'WhatsApp',
  'Wi-Fi',
  'email',
]);

for (const tag of localeTags) {
  describe(`the messages of ${tag}`, () => {
    let messages: Messages;

    before(async () => {
      messages = await loadLocale(tag);
    });

    const expectEvery = (isRight: (key: MessageKey) => boolean): void => {
      expect(keys.filter(key => !isRight(key))).to.eql([]);
    };

    it('have the keys of English, in the same order', () => {
      expect(Object.keys(messages)).to.eql(keys);
    });

    it('have one text for each plural category of the language if English has plural forms', () => {
      const {pluralCategories} = new Intl.PluralRules(tag).resolvedOptions();
      expectEvery(key =>
        typeof en[key] === 'string'
          ? typeof messages[key] === 'string'
          : Object.keys(messages[key]).sort().join() === [...pluralCategories].sort().join(),
      );
    });

    it('have the placeholders of English', () => {
      expectEvery(
        key => placeholdersIn(mainTextOf(messages[key])).join() === placeholdersIn(mainTextOf(en[key])).join(),
      );
    });

    it('have the placeholders of English in each plural form, other than the count', () => {
      const others = (text: string): string =>
        placeholdersIn(text)
          .filter(each => each !== '{count}')
          .join();
      expectEvery(key => textsOf(messages[key]).every(text => others(text) === others(mainTextOf(en[key]))));
    });

    it('have no placeholder in a plural form that English does not have', () => {
      expectEvery(key => {
        const known = placeholdersIn(mainTextOf(en[key]));
        return textsOf(messages[key]).every(text => placeholdersIn(text).every(each => known.includes(each)));
      });
    });

    it('have as many lines as English', () => {
      expectEvery(key => lineCountOf(messages[key]) === lineCountOf(en[key]));
    });

    it('have no text of English, other than words that both languages have', () => {
      if (tag === 'en') return;
      expectEvery(key =>
        textsOf(messages[key]).every(text => !textsOf(en[key]).includes(text) || sharedWords.has(wordsOf(text))),
      );
    });

    it('have no empty text', () => {
      expectEvery(key => textsOf(messages[key]).every(text => text.trim() !== ''));
    });

    it('have no bidirectional control characters', () => {
      expectEvery(key => !textsOf(messages[key]).some(text => bidiControls.test(text)));
    });
  });
}
