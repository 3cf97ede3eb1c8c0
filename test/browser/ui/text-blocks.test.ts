import {expect} from '@open-wc/testing';

import {textBlocks} from '../../../src/ui/text/text-blocks.js';

const all = Infinity;
const lines = (text: string, shown = all): string => textBlocks(text, shown).join('\n');
const paragraph = (letter: string, length: number): string => letter.repeat(length);

describe('a text in blocks', () => {
  it('is one block while it is short, with its lines as they were typed', () => {
    for (const text of ['', 'hello', 'a\nb', 'a\n\nb\n\n\nc', '\n\na', '  a\n\tb', 'a\n\n']) {
      expect(textBlocks(text, all), JSON.stringify(text)).to.eql([text]);
    }
  });

  it('is cut at line breaks where it is long, and loses none', () => {
    const text = Array.from({length: 40}, (_, index) => paragraph(String.fromCharCode(97 + (index % 26)), 90)).join(
      '\n',
    );
    const blocks = textBlocks(text, all);
    expect(blocks.length).to.be.within(4, 5);
    expect(Math.max(...blocks.map(block => block.length))).to.be.at.most(1_100);
    expect(blocks.join('\n')).to.equal(text);
  });

  it('keeps an empty line where a block ends: one at its end would not be seen', () => {
    for (const gap of ['\n\n', '\n\n\n']) {
      const text = [paragraph('a', 990), paragraph('b', 990), paragraph('c', 1500), 'd'].join(gap);
      const blocks = textBlocks(text, all);
      expect(blocks.length).to.be.above(2);
      expect(blocks.join('\n')).to.equal(text);
      for (const block of blocks) expect(block).not.to.match(/\n$/);
    }
  });

  it('is cut at a space where one line is longer than that', () => {
    const text = 'word '.repeat(1_000);
    const blocks = textBlocks(text, all);
    expect(blocks.join('')).to.equal(text);
    for (const block of blocks) expect(block.length).to.be.at.most(2_000);
    for (const block of blocks.slice(1)) expect(block).to.match(/^ word/);
  });

  it('is cut anywhere where there is no space, and never in the middle of a character', () => {
    const text = `a${'🌙'.repeat(5_000)}`;
    const blocks = textBlocks(text, all);
    expect(blocks.join('')).to.equal(text);
    expect(blocks.length).to.be.above(4);
    for (const block of blocks) expect(block).not.to.match(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });
});

describe('a text that is shown in part', () => {
  it('ends at the length that is asked for, at a space where there is one near', () => {
    expect(lines('one two three four', 9)).to.equal('one two');
    expect(lines('a'.repeat(200), 150)).to.equal('a'.repeat(150));
    expect(lines(`${'a'.repeat(20)} ${'b'.repeat(300)}`, 200)).to.have.lengthOf(200);
  });

  it('is whole where it is no longer than that', () => {
    expect(lines('one two', 7)).to.equal('one two');
  });

  it('ends with a whole character', () => {
    expect(lines('🌙'.repeat(100), 151)).to.equal('🌙'.repeat(75));
  });
});

describe('a text that nobody would write', () => {
  it('has its line breaks in one spelling', () => {
    expect(lines('a\r\nb\rc\nd')).to.equal('a\nb\nc\nd');
  });

  it('has no page of empty lines', () => {
    expect(lines(`a${'\n'.repeat(500)}b${'\r\n'.repeat(500)}c`)).to.equal('a\n\n\nb\n\n\nc');
  });

  it('has no tower of marks on one letter, and keeps those that languages need', () => {
    expect(lines(`a${'\u0301'.repeat(1_000)}b`)).to.equal(`a${'\u0301'.repeat(8)}b`);
    const words = 'Tiếng Việt, עִבְרִית, हिन्दी, ภาษาไทย';
    expect(lines(words.normalize('NFD'))).to.equal(words.normalize('NFD'));
  });

  it('is cut into blocks in less than two seconds, a megabyte of it', () => {
    for (const pattern of ['a', 'a ', '\n', 'a\n', '\u0301', '🌙', '\r']) {
      const start = performance.now();
      textBlocks(pattern.repeat(1_000_000 / pattern.length), all);
      expect(performance.now() - start, JSON.stringify(pattern)).to.be.below(2000);
    }
  });
});
