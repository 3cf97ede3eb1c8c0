import {expect} from 'chai';
import {describe, it} from 'node:test';

import {en} from '../../../src/i18n/locales/en.js';
import type {MessageKey, MessageTemplate} from '../../../src/i18n/translator.js';
import {createTranslator} from '../../support/translator.js';
import {errorCodes} from '../../support/error-codes.js';

const keys = Object.keys(en) as MessageKey[];

const placeholdersIn = (template: MessageTemplate): string[] =>
  (typeof template === 'string' ? [template] : Object.values(template)).flatMap(text => text.match(/\{\w+\}/g) ?? []);

describe('the translator', () => {
  const t = createTranslator('en');

  for (const key of keys) {
    it(`replaces every placeholder of ${key}`, () => {
      const names = placeholdersIn(en[key]).map(placeholder => placeholder.slice(1, -1));
      const values = Object.fromEntries(names.map(name => [name, name === 'count' ? 3 : `<${name}>`]));
      const text = t(key, values);
      expect(text).not.to.match(/[{}]/);
      for (const name of names) expect(text).to.contain(name === 'count' ? '3' : `<${name}>`);
    });
  }

  it('leaves a placeholder as it is if there is no value for it', () => {
    expect(t('row.lastReplyYou')).to.equal('You replied {time}');
  });

  for (const time of ['$&', '$1', '{count}', '<b>', '\\']) {
    it(`inserts ${time} literally`, () => {
      expect(t('row.lastReplyYou', {time})).to.equal(`You replied ${time}`);
    });
  }

  it('chooses the plural form by the count', () => {
    expect(t('row.replies', {count: 1})).to.equal('1 reply');
    expect(t('row.replies', {count: 0})).to.equal('0 replies');
    expect(t('row.replies', {count: 2})).to.equal('2 replies');
  });

  it('formats numbers for the locale', () => {
    expect(t('row.replies', {count: 1200})).to.equal('1,200 replies');
    expect(createTranslator('en-IN').formatNumber(123_456_789)).to.equal('12,34,56,789');
    const german = createTranslator('de', {'row.replies': '{count} Antworten'});
    expect(german('row.replies', {count: 1200})).to.equal('1.200 Antworten');
  });

  it('has the texts that the specification prescribes', () => {
    expect(t('form.required')).to.equal('Subject and description are required');
    expect(t('thread.you')).to.equal('You');
  });
});

describe('the translator with messages of the page', () => {
  it('uses them in place of the built-in ones, and the built-in ones for the other keys', () => {
    const t = createTranslator('en', {'list.heading': 'Your conversations'});
    expect(t('list.heading')).to.equal('Your conversations');
    expect(t('list.new')).to.equal(en['list.new']);
  });

  it('does not change the messages of other translators', () => {
    createTranslator('en', {'list.heading': 'Your conversations'});
    expect(createTranslator('en')('list.heading')).to.equal(en['list.heading']);
  });

  it('chooses among all plural forms of the language', () => {
    const replies = {
      zero: 'لا ردود',
      one: 'رد واحد',
      two: 'ردان',
      few: '{count} ردود',
      many: '{count} ردًا',
      other: '{count} رد',
    };
    const t = createTranslator('ar', {'row.replies': replies});
    const texts = [0, 1, 2, 3, 11, 100].map(count => t('row.replies', {count}).replace(/[\d٠-٩]+/, '#'));
    expect(texts).to.eql(['لا ردود', 'رد واحد', 'ردان', '# ردود', '# ردًا', '# رد']);
  });

  it('uses the form `other` in place of a plural form that is missing', () => {
    const t = createTranslator('pl', {'row.replies': {one: '{count} odpowiedź', other: '{count} odpowiedzi'}});
    expect(t('row.replies', {count: 1})).to.equal('1 odpowiedź');
    expect(t('row.replies', {count: 3})).to.equal('3 odpowiedzi');
  });
});

describe('the translator’s lookup of a value', () => {
  const t = createTranslator('en');

  for (const status of ['open', 'in_progress', 'pending', 'resolved', 'closed']) {
    it(`finds a label and a sentence for the status ${status}`, () => {
      expect(t.lookup('status', status)).to.be.a('string');
      expect(t.lookup('turn', status)).to.match(/\.$/);
    });
  }

  for (const priority of ['low', 'normal', 'high']) {
    it(`finds a label for the priority ${priority}`, () =>
      void expect(t.lookup('priority', priority)).to.be.a('string'));
  }

  for (const category of ['general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other']) {
    it(`finds a label for the category ${category}`, () =>
      void expect(t.lookup('category', category)).to.be.a('string'));
  }

  for (const code of errorCodes) {
    it(`finds a sentence for the error ${code}`, () => void expect(t.lookup('error', code)).to.match(/\.$/));
  }

  it('finds nothing for a value that has no message', () => {
    expect(t.lookup('status', 'engineer_booked')).to.be.undefined;
    expect(t.lookup('category', '')).to.be.undefined;
  });

  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
    it(`finds nothing for ${name}, a property of Object.prototype`, () => {
      expect(t.lookup('status', name)).to.be.undefined;
    });
  }
});
