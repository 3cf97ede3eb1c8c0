import {expect} from '@open-wc/testing';

import {subjectOf} from '../../../../src/state/auth/jwt.js';
import {unsignedJwt} from '../../../support/unsigned-jwt.js';

describe('whom a token speaks of', () => {
  it('is its subject, whatever else it says', () => {
    expect(subjectOf(unsignedJwt({sub: 'lena', exp: 1}))).to.equal(subjectOf(unsignedJwt({sub: 'lena', exp: 2})));
    expect(subjectOf(unsignedJwt({sub: 'lena'}))).not.to.equal(subjectOf(unsignedJwt({sub: 'tomas'})));
  });

  it('may have a name in any script', () => {
    expect(subjectOf(unsignedJwt({sub: 'léna-线路-🌙'}))).to.equal('sub:léna-线路-🌙');
  });

  it('may be a number', () => {
    expect(subjectOf(unsignedJwt({sub: 4711}))).to.equal('sub:4711');
    expect(subjectOf(unsignedJwt({sub: 0}))).to.equal('sub:0');
  });

  it('is read whatever its length is, and in the alphabet of URLs', () => {
    for (const sub of ['a', 'ab', 'abc', 'abcd', '???>>>', '~~~~ÿÿÿ']) {
      expect(subjectOf(unsignedJwt({sub}))).to.equal(`sub:${sub}`);
    }
  });

  const opaque = {
    'is opaque': 'f3a9c0',
    'has a part that is no JSON': 'a.bm90IGpzb24.c',
    'has a part that is no base64': 'a.%%%.c',
    'has a part that is no UTF-8': `a.${btoa('{"sub":"\xff\xfe"}')}.c`,
    'says nothing of it': unsignedJwt({name: 'Léna'}),
    'says null': 'a.bnVsbA.c',
    'speaks of an object': unsignedJwt({sub: {id: 7}}),
    'ends too soon': 'a.',
  };
  for (const [what, token] of Object.entries(opaque)) {
    it(`is nobody else for a token that ${what}`, () => expect(subjectOf(token)).to.equal(token));
  }
});
