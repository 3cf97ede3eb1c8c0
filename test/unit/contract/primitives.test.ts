import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';

import {
  Identifier,
  Instant,
  MultilineText,
  nullishToNull,
  oneOf,
  SingleLineText,
} from '../../../src/contract/primitives.js';

describe('Identifier', () => {
  it('keeps a string as it is', () => {
    expect(Identifier.parse('TKT/7 ü')).to.equal('TKT/7 ü');
  });

  it('turns a number into a string', () => {
    expect(Identifier.parse(4711)).to.equal('4711');
    expect(Identifier.parse(0)).to.equal('0');
  });

  for (const invalid of [null, undefined, true, {id: 1}, ['1']]) {
    it(`rejects ${JSON.stringify(invalid) ?? 'undefined'}`, () => {
      expect(Identifier.safeParse(invalid).success).to.be.false;
    });
  }
});

describe('SingleLineText', () => {
  it('removes bidirectional controls', () => {
    expect(SingleLineText.parse('invoice\u202Efdp.exe')).to.equal('invoicefdp.exe');
    expect(SingleLineText.parse('\u2066a\u2069\u200E\u200F\u061C')).to.equal('a');
  });

  it('replaces control characters and line breaks by a space', () => {
    expect(SingleLineText.parse('two\r\nlines\u2028three\u0000\u0007four')).to.equal('two lines three four');
  });

  it('keeps letters of every script, punctuation and emoji', () => {
    expect(SingleLineText.parse('انقطاع ليلي – nuit 🌙')).to.equal('انقطاع ليلي – nuit 🌙');
  });

  it('cuts the text after 500 characters', () => {
    expect(SingleLineText.parse('a'.repeat(600))).to.have.lengthOf(500);
  });

  it('rejects a number', () => {
    expect(SingleLineText.safeParse(7).success).to.be.false;
  });
});

describe('MultilineText', () => {
  it('keeps line breaks, tabs and markup', () => {
    const text = 'one\n\ttwo\r\n\r\n<b>three</b> **four**';
    expect(MultilineText.parse(text)).to.equal(text);
  });

  it('removes bidirectional controls', () => {
    expect(MultilineText.parse('see \u202Etxt.exe\u202C\nnext')).to.equal('see txt.exe\nnext');
  });

  it('keeps a text of a million characters', () => {
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
    it(`converts ${text} to UTC`, () => expect(Instant.parse(text)).to.equal('2026-05-03T21:00:00.000Z'));
  }

  it('keeps milliseconds and drops smaller fractions', () => {
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
    it(`rejects “${text}”`, () => expect(Instant.safeParse(text).success).to.be.false);
  }

  it('rejects a number', () => {
    expect(Instant.safeParse(1_777_842_000).success).to.be.false;
  });
});

describe('nullishToNull', () => {
  const row = z.object({name: nullishToNull(SingleLineText)});

  it('turns an absent value and null into null', () => {
    expect(row.parse({})).to.eql({name: null});
    expect(row.parse({name: null})).to.eql({name: null});
  });

  it('rejects a value of the wrong type', () => {
    expect(row.safeParse({name: 7}).success).to.be.false;
  });
});

describe('oneOf', () => {
  const row = z.object({by: oneOf(['customer', 'operator'], null)});

  it('keeps a value of the set', () => {
    expect(row.parse({by: 'operator'})).to.eql({by: 'operator'});
  });

  for (const other of [{by: 'robot'}, {by: 7}, {by: null}, {}]) {
    it(`replaces ${JSON.stringify(other)} by the fallback`, () => expect(row.parse(other)).to.eql({by: null}));
  }
});
