import {expect} from '@open-wc/testing';
import * as z from 'zod/mini';

import {Body, Identifier, Instant, Line, nullable, oneOf} from '../../../src/contract/primitives.js';

describe('an id', () => {
  it('is a string, and stays as it is', () => {
    expect(Identifier.parse('TKT/7 ü')).to.equal('TKT/7 ü');
  });

  it('may be a number on the wire', () => {
    expect(Identifier.parse(4711)).to.equal('4711');
    expect(Identifier.parse(0)).to.equal('0');
  });

  for (const nothing of [null, undefined, true, {id: 1}, ['1']]) {
    it(`is not ${JSON.stringify(nothing) ?? 'absent'}`, () => {
      expect(Identifier.safeParse(nothing).success).to.be.false;
    });
  }
});

describe('a line of foreign text', () => {
  it('loses the marks that turn the direction of what follows', () => {
    expect(Line.parse('invoice\u202Efdp.exe')).to.equal('invoicefdp.exe');
    expect(Line.parse('\u2066a\u2069\u200E\u200F\u061C')).to.equal('a');
  });

  it('is one line: control characters and line breaks become a space', () => {
    expect(Line.parse('two\r\nlines\u2028three\u0000\u0007four')).to.equal('two lines three four');
  });

  it('keeps the letters of every script', () => {
    expect(Line.parse('انقطاع ليلي – nuit 🌙')).to.equal('انقطاع ليلي – nuit 🌙');
  });

  it('is cut where it is longer than a page can bear', () => {
    expect(Line.parse('a'.repeat(600))).to.have.lengthOf(500);
  });

  it('is refused where it is no text', () => {
    expect(Line.safeParse(7).success).to.be.false;
  });
});

describe('a body of foreign text', () => {
  it('keeps its line breaks, tabs and markup as they were typed', () => {
    const text = 'one\n\ttwo\r\n\r\n<b>three</b> **four**';
    expect(Body.parse(text)).to.equal(text);
  });

  it('loses the marks that turn the direction of what follows', () => {
    expect(Body.parse('see \u202Etxt.exe\u202C\nnext')).to.equal('see txt.exe\nnext');
  });

  it('may be a megabyte long', () => {
    expect(Body.parse('x'.repeat(1_000_000))).to.have.lengthOf(1_000_000);
  });
});

describe('a moment', () => {
  const sameMoment = [
    '2026-05-03T21:00:00Z',
    '2026-05-03T21:00:00z',
    '2026-05-03T21:00Z',
    '2026-05-03T23:00:00+02:00',
    '2026-05-03T21:00:00+0000',
    '2026-05-03T16:00:00-0500',
    '2026-05-03T21:00:00.000Z',
    '2026-05-03T21:00:00.000000Z',
  ];
  for (const text of sameMoment) {
    it(`is read in UTC from ${text}`, () => expect(Instant.parse(text)).to.equal('2026-05-03T21:00:00.000Z'));
  }

  it('keeps its fraction of a second', () => {
    expect(Instant.parse('2026-05-03T21:00:00.123456Z')).to.equal('2026-05-03T21:00:00.123Z');
  });

  const noMoment = [
    '2026-05-03T21:00:00',
    '2026-05-03 21:00:00Z',
    '2026-05-03',
    'yesterday',
    '',
    '2026-13-03T21:00:00Z',
  ];
  for (const text of noMoment) {
    it(`is not read from “${text}”`, () => expect(Instant.safeParse(text).success).to.be.false);
  }

  it('is not read from a number', () => {
    expect(Instant.safeParse(1_777_842_000).success).to.be.false;
  });
});

describe('what may be missing', () => {
  const row = z.object({name: nullable(Line)});

  it('is null, whether it is absent or null', () => {
    expect(row.parse({})).to.eql({name: null});
    expect(row.parse({name: null})).to.eql({name: null});
  });

  it('is still refused where it is wrong', () => {
    expect(row.safeParse({name: 7}).success).to.be.false;
  });
});

describe('one of a few words', () => {
  const row = z.object({by: oneOf(['customer', 'operator'], null)});

  it('is taken as it is', () => {
    expect(row.parse({by: 'operator'})).to.eql({by: 'operator'});
  });

  for (const other of [{by: 'robot'}, {by: 7}, {by: null}, {}]) {
    it(`has another in its place for ${JSON.stringify(other)}`, () => expect(row.parse(other)).to.eql({by: null}));
  }
});
