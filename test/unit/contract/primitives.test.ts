import {describe, it} from 'node:test';

import {expect} from 'chai';
import * as z from 'zod/mini';

import {
  MultilineText,
  Identifier,
  Instant,
  SingleLineText,
  nullishToNull,
  oneOf,
} from '../../../src/contract/primitives.js';

describe('Identifier', () => {
  it('keeps a string as it is', () => {
    expect(Identifier.parse('TKT/7 ü')).to.equal('TKT/7 ü');
  });

  it('converts a number to a string', () => {
    expect(Identifier.parse(4711)).to.equal('4711');
    expect(Identifier.parse(0)).to.equal('0');
  });

  for (const invalid of [null, undefined, true, {id: 1}, ['1']]) {
    it(`rejects ${JSON.stringify(invalid) ?? 'undefined'}`, () => {
      expect(Identifier.safeParse(invalid).success).to.be.false;
    });
  }
});

describe('Identifier with half of a character', () => {
  it('can be part of a URL', () => {
    expect(encodeURIComponent(Identifier.parse('a\ud83c'))).to.equal('a%EF%BF%BD');
  });
});

describe('SingleLineText', () => {
  it('removes bidirectional control characters', () => {
    expect(SingleLineText.parse('invoice\u202Efdp.exe')).to.equal('invoicefdp.exe');
    expect(SingleLineText.parse('\u2066a\u2069\u200E\u200F\u061C')).to.equal('a');
  });

  it('replaces control characters and line breaks by a space', () => {
    expect(SingleLineText.parse('two\r\nlines\u2028three\u0000\u0007four')).to.equal('two lines three four');
  });

  it('keeps the letters of every script', () => {
    expect(SingleLineText.parse('انقطاع ليلي – nuit 🌙')).to.equal('انقطاع ليلي – nuit 🌙');
  });

  it('is cut to 500 characters, the last of them an ellipsis', () => {
    expect(SingleLineText.parse('a'.repeat(600))).to.equal(`${'a'.repeat(499)}…`);
    expect(SingleLineText.parse('a'.repeat(501))).to.equal(`${'a'.repeat(499)}…`);
    expect(SingleLineText.parse('a'.repeat(500))).to.equal('a'.repeat(500));
  });

  for (const [what, character] of Object.entries({
    'an emoji': '🌙',
    'a family': '👨‍👩‍👧‍👦',
    'a skin tone': '👍🏽',
    'a flag': '🇺🇦',
    'a letter with combining marks': 'ế'.normalize('NFD'),
  })) {
    it(`is never cut within a character that readers see as one: ${what}`, () => {
      for (let start = 0; start < character.length; start++) {
        const text = SingleLineText.parse('a'.repeat(start) + character.repeat(600));
        expect(text.length).to.be.within(501 - character.length, 500);
        expect(text.slice(start, -1)).to.equal(character.repeat((text.length - 1 - start) / character.length));
        expect(text).to.match(/…$/);
      }
    });
  }

  it('is cut between code points in an engine without Intl.Segmenter', () => {
    const {Segmenter} = Intl;
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(SingleLineText.parse('🌙'.repeat(600))).to.equal(`${'🌙'.repeat(249)}…`);
    } finally {
      Object.assign(Intl, {Segmenter});
    }
  });

  it('has no half of a character', () => {
    expect(SingleLineText.parse('a\ud83cb\udf19')).to.equal('a\ufffdb\ufffd');
    expect(SingleLineText.parse('a🌙')).to.equal('a🌙');
  });

  it('rejects a number', () => {
    expect(SingleLineText.safeParse(7).success).to.be.false;
  });
});

describe('MultilineText', () => {
  it('keeps line breaks, tabs and markup as they were typed', () => {
    const text = 'one\n\ttwo\r\n\r\n<b>three</b> **four**';
    expect(MultilineText.parse(text)).to.equal(text);
  });

  it('removes bidirectional control characters', () => {
    expect(MultilineText.parse('see \u202Etxt.exe\u202C\nnext')).to.equal('see txt.exe\nnext');
  });

  it('has no NUL and no other control characters but line breaks and tabs', () => {
    expect(MultilineText.parse('a\u0000b\u001b[31mc\u007f\r\n\td\u0008')).to.equal('ab[31mc\r\n\td');
  });

  it('has no half of a character', () => {
    expect(MultilineText.parse('\udf19a\ud83c\n🌙')).to.equal('\ufffda\ufffd\n🌙');
  });

  it('accepts a megabyte of text', () => {
    expect(MultilineText.parse('x'.repeat(1_000_000))).to.have.lengthOf(1_000_000);
  });
});

describe('Instant', () => {
  const sameInstant = [
    '2026-05-03T21:00:00Z',
    '2026-05-03T21:00:00z',
    '2026-05-03T21:00Z',
    '2026-05-03T23:00:00+02:00',
    '2026-05-03T21:00:00+0000',
    '2026-05-03T16:00:00-0500',
    '2026-05-03T21:00:00.000Z',
    '2026-05-03T21:00:00.000000Z',
  ];
  for (const text of sameInstant) {
    it(`is converted to UTC from ${text}`, () => {
      expect(Instant.parse(text)).to.equal('2026-05-03T21:00:00.000Z');
    });
  }

  it('keeps milliseconds', () => {
    expect(Instant.parse('2026-05-03T21:00:00.123456Z')).to.equal('2026-05-03T21:00:00.123Z');
  });

  const invalidInstants = [
    '2026-05-03T21:00:00',
    '2026-05-03 21:00:00Z',
    '2026-05-03',
    'yesterday',
    '',
    '2026-13-03T21:00:00Z',
  ];
  for (const text of invalidInstants) {
    it(`rejects “${text}”`, () => {
      expect(Instant.safeParse(text).success).to.be.false;
    });
  }

  it('rejects a timestamp that is a number', () => {
    expect(Instant.safeParse(1_777_842_000).success).to.be.false;
  });
});

describe('nullishToNull', () => {
  const row = z.object({name: nullishToNull(SingleLineText)});

  it('returns null if the value is missing or null', () => {
    expect(row.parse({})).to.eql({name: null});
    expect(row.parse({name: null})).to.eql({name: null});
  });

  it('rejects a value of another type', () => {
    expect(row.safeParse({name: 7}).success).to.be.false;
  });
});

describe('oneOf', () => {
  const row = z.object({by: oneOf(['customer', 'operator'], null)});

  it('keeps a listed value', () => {
    expect(row.parse({by: 'operator'})).to.eql({by: 'operator'});
  });

  for (const other of [{by: 'robot'}, {by: 7}, {by: null}, {}]) {
    it(`returns the fallback for ${JSON.stringify(other)}`, () => {
      expect(row.parse(other)).to.eql({by: null});
    });
  }
});
