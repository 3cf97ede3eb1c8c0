import {expect} from '@open-wc/testing';

import {en} from '../../../src/i18n/locales/en.js';
import {createWords, type Message, type MessageKey} from '../../../src/i18n/translator.js';
import {errorCodes} from '../../support/error-codes.js';

const keys = Object.keys(en) as MessageKey[];

const placeholders = (message: Message): string[] =>
  (typeof message === 'string' ? [message] : Object.values(message)).flatMap(text => text.match(/\{\w+\}/g) ?? []);

describe('words', () => {
  const words = createWords('en');

  for (const key of keys) {
    it(`fill every gap in ${key}`, () => {
      const names = placeholders(en[key]).map(placeholder => placeholder.slice(1, -1));
      const values = Object.fromEntries(names.map(name => [name, name === 'count' ? 3 : `<${name}>`]));
      const said = words(key, values);
      expect(said).not.to.match(/[{}]/);
      for (const name of names) expect(said).to.contain(name === 'count' ? '3' : `<${name}>`);
    });
  }

  it('leave a gap as it is where nobody fills it', () => {
    expect(words('row.lastReplyYou')).to.equal('You replied {time}');
  });

  it('take a value as it is, whatever stands in it', () => {
    for (const time of ['$&', '$1', '{count}', '<b>', '\\']) {
      expect(words('row.lastReplyYou', {time})).to.equal(`You replied ${time}`);
    }
  });

  it('speak of one and of many', () => {
    expect(words('row.replies', {count: 1})).to.equal('1 reply');
    expect(words('row.replies', {count: 0})).to.equal('0 replies');
    expect(words('row.replies', {count: 2})).to.equal('2 replies');
  });

  it('write numbers as the place does', () => {
    expect(words('row.replies', {count: 1200})).to.equal('1,200 replies');
    expect(createWords('en-IN').number(123_456_789)).to.equal('12,34,56,789');
    expect(createWords('de', {'row.replies': '{count} Antworten'})('row.replies', {count: 1200})).to.equal(
      '1.200 Antworten',
    );
  });

  it('say the words that the issue fixes', () => {
    expect(words('form.required')).to.equal('Subject and description are required');
    expect(words('thread.you')).to.equal('You');
  });
});

describe('a host’s own words', () => {
  it('stand in place of ours, and only those', () => {
    const words = createWords('en', {'list.heading': 'Your conversations'});
    expect(words('list.heading')).to.equal('Your conversations');
    expect(words('list.new')).to.equal(en['list.new']);
  });

  it('do not change ours for anybody else', () => {
    createWords('en', {'list.heading': 'Your conversations'});
    expect(createWords('en')('list.heading')).to.equal(en['list.heading']);
  });

  it('have the plural forms of their language', () => {
    const replies = {
      zero: 'لا ردود',
      one: 'رد واحد',
      two: 'ردان',
      few: '{count} ردود',
      many: '{count} ردًا',
      other: '{count} رد',
    };
    const words = createWords('ar', {'row.replies': replies});
    const said = [0, 1, 2, 3, 11, 100].map(count => words('row.replies', {count}).replace(/[\d٠-٩]+/, '#'));
    expect(said).to.eql(['لا ردود', 'رد واحد', 'ردان', '# ردود', '# ردًا', '# رد']);
  });

  it('may leave plural forms out: the other one stands for them', () => {
    const words = createWords('pl', {'row.replies': {one: '{count} odpowiedź', other: '{count} odpowiedzi'}});
    expect(words('row.replies', {count: 1})).to.equal('1 odpowiedź');
    expect(words('row.replies', {count: 3})).to.equal('3 odpowiedzi');
  });
});

describe('a word for a value', () => {
  const words = createWords('en');

  it('is ours for the values of the specification', () => {
    for (const status of ['open', 'in_progress', 'pending', 'resolved', 'closed']) {
      expect(words.for('status', status), status).to.be.a('string');
      expect(words.for('turn', status), status).to.match(/\.$/);
    }
    for (const priority of ['low', 'normal', 'high']) expect(words.for('priority', priority)).to.be.a('string');
    for (const category of ['general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other']) {
      expect(words.for('category', category), category).to.be.a('string');
    }
  });

  it('is missing for a value that nobody has heard of', () => {
    expect(words.for('status', 'engineer_booked')).to.be.undefined;
    expect(words.for('category', '')).to.be.undefined;
  });

  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
    it(`is missing for ${name}, which is on every prototype`, () => {
      expect(words.for('status', name)).to.be.undefined;
    });
  }

  it('is there for every way in which things go wrong', () => {
    for (const code of errorCodes) {
      expect(words.for('error', code), code).to.match(/\.$/);
    }
  });
});
