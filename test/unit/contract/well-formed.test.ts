import {describe, it} from 'node:test';

import {expect} from 'chai';

import {toWellFormed} from '../../../src/contract/primitives.js';

describe('toWellFormed', () => {
  const texts: Record<string, [text: string, expected: string]> = {
    'a high surrogate at the end': ['slow \ud83d', 'slow \ufffd'],
    'a low surrogate at the beginning': ['\ude00 slow', '\ufffd slow'],
    'surrogates in the wrong order': ['\ude00\ud83d', '\ufffd\ufffd'],
    'a high surrogate before an emoji': ['\ud83d😀', '\ufffd😀'],
  };
  for (const [what, [text, expected]] of Object.entries(texts)) {
    it(`replaces ${what}`, () => {
      expect(toWellFormed(text)).to.equal(expected);
    });
  }

  it('removes NUL', () => {
    expect(toWellFormed('\0slow\0\0 line\0')).to.equal('slow line');
  });

  it('keeps every other text', () => {
    for (const text of ['', 'line\r\nend\t', '👩‍👧 🇨🇭 𝒳', '\u200eبطيء\u200f', '\ufffd'])
      expect(toWellFormed(text)).to.equal(text);
  });
});
