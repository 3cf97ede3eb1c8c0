import {expect} from '@open-wc/testing';

import {linkify} from '../../../src/ui/text/linkify.js';

const megabyte = 1_000_000;

const filled = (pattern: string, size: number): string =>
  pattern.repeat(Math.ceil(size / pattern.length)).slice(0, size);

function millisecondsFor(text: string): number {
  const start = performance.now();
  linkify(text);
  return performance.now() - start;
}

describe('a megabyte of text', () => {
  const patterns = {
    words: 'word and more ',
    'one long word': 'a',
    'at signs': 'a@a@a@',
    'mail addresses that end nowhere': 'a@a-a-',
    'telephone numbers': '+1 +1 +1',
    'schemes without a host': 'http://http://',
    'addresses that are none': 'http://a:b ',
    links: 'https://example.com/ ',
  };
  for (const [what, pattern] of Object.entries(patterns)) {
    it(`of ${what} is searched in less than two seconds`, () => {
      expect(millisecondsFor(filled(pattern, megabyte))).to.be.below(2000);
    });
  }
});

describe('a text that is made to be slow', () => {
  const tails = {brackets: ')', dots: '.', 'brackets of all kinds': ')]}', pairs: '()'};
  for (const [what, tail] of Object.entries(tails)) {
    // Time that grows with the square of the length would be half an hour.
    it(`by ${what} at the end of an address takes time that grows with its length alone`, () => {
      expect(millisecondsFor(`http://a${filled(tail, megabyte)}`)).to.be.below(2000);
    });
  }

  for (const pattern of ['a.', '+1', 'a-']) {
    it(`by ${JSON.stringify(pattern)} again and again does not hold up a message of common length`, () => {
      expect(millisecondsFor(filled(pattern, megabyte / 10))).to.be.below(2000);
    });
  }
});
