import {describe, it} from 'node:test';

import {expect} from 'chai';

import {subjectOf} from '../../../../src/state/auth/jwt.js';
import {unsignedJwt} from '../../../support/unsigned-jwt.js';

describe('subjectOf', () => {
  it('returns the same for two tokens with the same sub, and another for another sub', () => {
    expect(subjectOf(unsignedJwt({sub: 'lena', exp: 1}))).to.equal(subjectOf(unsignedJwt({sub: 'lena', exp: 2})));
    expect(subjectOf(unsignedJwt({sub: 'lena'}))).not.to.equal(subjectOf(unsignedJwt({sub: 'tomas'})));
  });

  it('decodes a sub in any script', () => {
    expect(subjectOf(unsignedJwt({sub: 'léna-线路-🌙'}))).to.equal('sub:léna-线路-🌙');
  });

  it('accepts a sub that is a number', () => {
    expect(subjectOf(unsignedJwt({sub: 4711}))).to.equal('sub:4711');
    expect(subjectOf(unsignedJwt({sub: 0}))).to.equal('sub:0');
  });

  it('decodes base64url of any length, with and without padding characters', () => {
    for (const sub of ['a', 'ab', 'abc', 'abcd', '???>>>', '~~~~ÿÿÿ']) {
      expect(subjectOf(unsignedJwt({sub}))).to.equal(`sub:${sub}`);
    }
  });

  const opaque = {
    'is opaque': 'f3a9c0',
    'has a payload that is not JSON': 'a.bm90IGpzb24.c',
    'has a payload that is not base64': 'a.%%%.c',
    'has a payload that is not UTF-8': `a.${btoa('{"sub":"\xff\xfe"}')}.c`,
    'has no sub': unsignedJwt({name: 'Léna'}),
    'has the payload null': 'a.bnVsbA.c',
    'has a sub that is an object': unsignedJwt({sub: {id: 7}}),
    'has an empty payload': 'a.',
  };
  for (const [what, token] of Object.entries(opaque)) {
    it(`returns the token itself if it ${what}`, () => {
      expect(subjectOf(token)).to.equal(token);
    });
  }
});
