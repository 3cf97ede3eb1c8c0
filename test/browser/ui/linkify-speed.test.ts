import {expect} from '@open-wc/testing';

import {linkify} from '../../../src/ui/text/linkify.js';

const megabyte = 1_000_000;

const repeatTo = (pattern: string, size: number): string =>
  pattern.repeat(Math.ceil(size / pattern.length)).slice(0, size);

function millisecondsFor(text: string): number {
  const start = performance.now();
  linkify(text);
  return performance.now() - start;
}

describe('linkify on a megabyte of text', () => {
  const patterns = {
    words: 'word and more ',
    'one long word': 'a',
    'at signs': 'a@a@a@',
    'incomplete email addresses': 'a@a-a-',
    'telephone numbers': '+1 +1 +1',
    'groups of digits': '+49 1 (1) 1-1 1 ',
    'hosts of many labels': 'a@a.a.a.',
    'words with a colon': 'a:a.a:',
    'schemes without a host': 'http://http://',
    'invalid URLs': 'http://a:b ',
    links: 'https://example.com/ ',
  };
  for (const [what, pattern] of Object.entries(patterns)) {
    it(`takes less than two seconds for ${what}`, () => {
      expect(millisecondsFor(repeatTo(pattern, megabyte))).to.be.below(2000);
    });
  }
});

describe('linkify on a text made to be slow', () => {
  const tails = {brackets: ')', dots: '.', 'brackets of all kinds': ')]}', pairs: '()'};
  for (const [what, tail] of Object.entries(tails)) {
    // Quadratic time would be half an hour.
    it(`takes linear time for a URL that ends with ${what}`, () => {
      expect(millisecondsFor(`http://a${repeatTo(tail, megabyte)}`)).to.be.below(2000);
    });
  }

  for (const pattern of ['a.', '+1', 'a-']) {
    it(`takes less than two seconds for 100 kB of ${JSON.stringify(pattern)}`, () => {
      expect(millisecondsFor(repeatTo(pattern, megabyte / 10))).to.be.below(2000);
    });
  }
});
