import {expect} from '@open-wc/testing';

import {textBlocks} from '../../../src/ui/text/text-blocks.js';

const unlimited = Infinity;
const joinedBlocks = (text: string, maxLength = unlimited): string => textBlocks(text, maxLength).join('\n');
const paragraph = (letter: string, length: number): string => letter.repeat(length);

describe('textBlocks', () => {
  for (const text of ['', 'hello', 'a\nb', 'a\n\nb\n\n\nc', '\n\na', '  a\n\tb', 'a\n\n']) {
    it(`keeps ${JSON.stringify(text)} as one block`, () => expect(textBlocks(text, unlimited)).to.eql([text]));
  }

  it('splits a long text at line breaks, and keeps all of them', () => {
    const text = Array.from({length: 40}, (_, index) => paragraph(String.fromCharCode(97 + (index % 26)), 90)).join(
      '\n',
    );
    const blocks = textBlocks(text, unlimited);
    expect(blocks.length).to.be.within(4, 5);
    expect(Math.max(...blocks.map(block => block.length))).to.be.at.most(1_100);
    expect(blocks.join('\n')).to.equal(text);
  });

  it('moves empty lines to the start of the next block, because they would be invisible at the end of one', () => {
    for (const gap of ['\n\n', '\n\n\n']) {
      const text = [paragraph('a', 990), paragraph('b', 990), paragraph('c', 1500), 'd'].join(gap);
      const blocks = textBlocks(text, unlimited);
      expect(blocks.length).to.be.above(2);
      expect(blocks.join('\n')).to.equal(text);
      for (const block of blocks) expect(block).not.to.match(/\n$/);
    }
  });

  for (const [what, character] of Object.entries({
    'leading jamo': '\u1100',
    'emoji that are all joined': '🌙\u200d',
    'zero-width joiners': '\u200d',
  })) {
    it(`splits what readers see as one character if it is too long: ${what}`, () => {
      const text = `a${character.repeat(5_000)}`;
      const blocks = textBlocks(text, unlimited);
      expect(blocks.join('')).to.equal(text);
      for (const block of blocks) {
        expect(block.length).to.be.within(1, 2_000);
        expect(block).not.to.match(/\p{Cs}/u);
      }
    });
  }

  it('splits a long line at spaces', () => {
    const text = 'word '.repeat(1_000);
    const blocks = textBlocks(text, unlimited);
    expect(blocks.join('')).to.equal(text);
    for (const block of blocks) expect(block.length).to.be.at.most(2_000);
    for (const block of blocks.slice(1)) expect(block).to.match(/^ word/);
  });

  it('splits a long line without spaces anywhere, but not within a surrogate pair', () => {
    const text = `a${'🌙'.repeat(5_000)}`;
    const blocks = textBlocks(text, unlimited);
    expect(blocks.join('')).to.equal(text);
    expect(blocks.length).to.be.above(4);
    for (const block of blocks) expect(block).not.to.match(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });
});

describe('textBlocks with a maximum length', () => {
  it('cuts the text at the last space before that length if there is one near, otherwise at that length', () => {
    expect(joinedBlocks('one two three four', 9)).to.equal('one two');
    expect(joinedBlocks('a'.repeat(200), 150)).to.equal('a'.repeat(150));
    expect(joinedBlocks(`${'a'.repeat(20)} ${'b'.repeat(300)}`, 200)).to.have.lengthOf(200);
  });

  it('keeps a text of that length', () => {
    expect(joinedBlocks('one two', 7)).to.equal('one two');
  });

  for (const [what, character] of Object.entries({
    'a family': '👨‍👩‍👧‍👦',
    'a skin tone': '👍🏽',
    'a flag': '🇺🇦',
    'a letter with combining marks': 'ế'.normalize('NFD'),
    'a Hangul syllable': '각'.normalize('NFD'),
  })) {
    it(`does not cut within a character that readers see as one: ${what}`, () => {
      for (let length = 150; length < 150 + character.length; length++) {
        expect(joinedBlocks(character.repeat(100), length)).to.equal(
          character.repeat(Math.floor(length / character.length)),
        );
      }
      const blocks = textBlocks(character.repeat(2_000), unlimited);
      for (const block of blocks) expect(block.length % character.length).to.equal(0);
    });
  }

  it('does not cut within a surrogate pair', () => {
    expect(joinedBlocks('🌙'.repeat(100), 151)).to.equal('🌙'.repeat(75));
  });
});

describe('textBlocks on unusual text', () => {
  it('normalizes line breaks', () => {
    expect(joinedBlocks('a\r\nb\rc\nd')).to.equal('a\nb\nc\nd');
  });

  it('keeps at most two empty lines in a row', () => {
    expect(joinedBlocks(`a${'\n'.repeat(500)}b${'\r\n'.repeat(500)}c`)).to.equal('a\n\n\nb\n\n\nc');
  });

  it('keeps at most eight combining marks on a letter, which is enough for every language', () => {
    expect(joinedBlocks(`a${'\u0301'.repeat(1_000)}b`)).to.equal(`a${'\u0301'.repeat(8)}b`);
    const text = 'Tiếng Việt, עִבְרִית, हिन्दी, ภาษาไทย';
    expect(joinedBlocks(text.normalize('NFD'))).to.equal(text.normalize('NFD'));
  });

  it('takes less than two seconds for a megabyte of the same character', () => {
    for (const pattern of ['a', 'a ', '\n', 'a\n', '\u0301', '🌙', '\r']) {
      const start = performance.now();
      textBlocks(pattern.repeat(1_000_000 / pattern.length), unlimited);
      expect(performance.now() - start, JSON.stringify(pattern)).to.be.below(2000);
    }
  });
});
