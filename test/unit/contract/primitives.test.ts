import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse, type $ZodTypeInternals, type ParsePayload} from 'zod/v4/core';

import {readTolerantly} from '../../../src/contract/flaws.js';
import {
  clamp,
  Identifier,
  Instant,
  IsInternal,
  MultilineText,
  objectOf,
  oneOf,
  optionalOneOf,
  OptionalCount,
  OptionalPollInterval,
  SingleLineText,
} from '../../../src/contract/primitives.js';

/** What a schema makes of a value, and why the value breaks the contract. */
function readingOf(schema: {_zod: $ZodTypeInternals}, value: unknown): {output: unknown; reasons: string[]} {
  const {value: output, issues} = schema._zod.run({value, issues: []}, {async: false}) as ParsePayload;
  return {output, reasons: issues.map(({message}) => String(message))};
}

describe('Identifier', () => {
  it('keeps a string as it is', () => {
    expect(parse(Identifier, 'TKT/7 ü')).to.equal('TKT/7 ü');
  });

  it('converts a number to a string', () => {
    expect(parse(Identifier, 4711)).to.equal('4711');
    expect(parse(Identifier, 0)).to.equal('0');
  });

  for (const unusable of [null, undefined, true, {id: 1}, ['1'], '', '\ud83d', 2 ** 53, 7.5, NaN]) {
    it(`is empty, and a flaw, for ${JSON.stringify(unusable) ?? 'undefined'}`, () => {
      const {output, reasons} = readingOf(Identifier, unusable);
      expect(output).to.equal('');
      expect(reasons).to.have.lengthOf(1);
    });
  }

  it('says that a number beyond 2^53 is not exact', () => {
    expect(readingOf(Identifier, JSON.parse('9007199254740993')).reasons).to.eql([
      'number that is not exact: send ids as text',
    ]);
    expect(parse(Identifier, Number.MAX_SAFE_INTEGER)).to.equal('9007199254740991');
  });
});

describe('SingleLineText', () => {
  it('removes bidirectional control characters', () => {
    expect(parse(SingleLineText, 'invoice\u202Efdp.exe')).to.equal('invoicefdp.exe');
    expect(parse(SingleLineText, '\u2066a\u2069\u200E\u200F\u061C')).to.equal('a');
  });

  it('replaces control characters and line breaks by a space', () => {
    expect(parse(SingleLineText, 'two\r\nlines\u2028three\u0000\u0007four')).to.equal('two lines three four');
  });

  it('keeps the letters of every script', () => {
    expect(parse(SingleLineText, 'انقطاع ليلي – nuit 🌙')).to.equal('انقطاع ليلي – nuit 🌙');
  });

  for (const [name, mark] of [
    ['Latin', '\u0301'],
    ['Arabic', '\u064e'],
    ['Thai', '\u0e49'],
  ] as const) {
    it(`keeps 8 ${name} marks above one letter, and not those that would cover the lines above`, () => {
      expect(parse(SingleLineText, `a${mark.repeat(8)}b`)).to.equal(`a${mark.repeat(8)}b`);
      expect(parse(SingleLineText, `a${mark.repeat(60)}b${mark.repeat(9)}`)).to.equal(
        `a${mark.repeat(8)}b${mark.repeat(8)}`,
      );
    });
  }

  it('is cut to 500 characters, the last of them an ellipsis', () => {
    expect(parse(SingleLineText, 'a'.repeat(600))).to.equal(`${'a'.repeat(499)}…`);
    expect(parse(SingleLineText, 'a'.repeat(501))).to.equal(`${'a'.repeat(499)}…`);
    expect(parse(SingleLineText, 'a'.repeat(500))).to.equal('a'.repeat(500));
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
        const text = parse(SingleLineText, 'a'.repeat(start) + character.repeat(600));
        expect(text.length).to.be.within(501 - character.length, 500);
        expect(text.slice(start, -1)).to.equal(character.repeat((text.length - 1 - start) / character.length));
        expect(text).to.match(/…$/);
      }
    });
  }

  for (const [what, text] of Object.entries({
    'emoji that are all joined': '🌙\u200d'.repeat(300),
    'leading jamo': '\u1100'.repeat(600),
  })) {
    it(`is cut between code points if all of it is one character to readers: ${what}`, () => {
      const line = parse(SingleLineText, text);
      expect(line)
        .to.match(/^.{499,500}$/s)
        .and.match(/^\P{Cs}+…$/u);
      expect(text.startsWith(line.slice(0, -1))).to.be.true;
    });
  }

  it('is cut before a character that has no end', () => {
    expect(parse(SingleLineText, `Router ${'🌙\u200d'.repeat(300)}`)).to.equal('Router …');
  });

  it('is cut between code points in an engine without Intl.Segmenter', () => {
    const {Segmenter} = Intl;
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(parse(SingleLineText, '🌙'.repeat(600))).to.equal(`${'🌙'.repeat(249)}…`);
    } finally {
      Object.assign(Intl, {Segmenter});
    }
  });

  it('has no half of a character', () => {
    expect(parse(SingleLineText, 'a\ud83cb\udf19')).to.equal('a\ufffdb\ufffd');
    expect(parse(SingleLineText, 'a🌙')).to.equal('a🌙');
  });

  it('takes a number for its digits, which is a flaw', () => {
    expect(readingOf(SingleLineText, 1234)).to.eql({output: '1234', reasons: ['number instead of text']});
  });

  for (const unreadable of [null, undefined, true, {}, ['x'], NaN]) {
    it(`is empty, and a flaw, for ${JSON.stringify(unreadable) ?? 'undefined'}`, () => {
      const {output, reasons} = readingOf(SingleLineText, unreadable);
      expect(output).to.equal('');
      expect(reasons).to.have.lengthOf(1);
    });
  }
});

describe('MultilineText', () => {
  it('keeps line breaks, tabs and markup as they were typed', () => {
    const text = 'one\n\ttwo\r\n\r\n<b>three</b> **four**';
    expect(parse(MultilineText, text)).to.equal(text);
  });

  it('removes bidirectional control characters', () => {
    expect(parse(MultilineText, 'see \u202Etxt.exe\u202C\nnext')).to.equal('see txt.exe\nnext');
  });

  it('has no NUL and no other control characters but line breaks and tabs', () => {
    expect(parse(MultilineText, 'a\u0000b\u001b[31mc\u007f\r\n\td\u0008')).to.equal('ab[31mc\r\n\td');
  });

  it('has no half of a character', () => {
    expect(parse(MultilineText, '\udf19a\ud83c\n🌙')).to.equal('\ufffda\ufffd\n🌙');
  });

  it('accepts a megabyte of text', () => {
    expect(parse(MultilineText, 'x'.repeat(1_000_000))).to.have.lengthOf(1_000_000);
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
      expect(parse(Instant, text)).to.equal('2026-05-03T21:00:00.000Z');
    });
  }

  it('keeps milliseconds', () => {
    expect(parse(Instant, '2026-05-03T21:00:00.123456Z')).to.equal('2026-05-03T21:00:00.123Z');
  });

  const otherForms = [
    '2026-05-03 21:00:00Z',
    '2026-05-03 21:00:00+00',
    '2026-05-03 23:00:00.000000+02',
    '2026-05-03t21:00:00z',
    '2026-05-03 21:00Z',
    '2026-05-03 16:00 -0500',
    '2026-05-03 16:30:00-04:30',
    '2026-05-03 21:00:00 UTC',
    '2026-05-03T21:00:00 GMT',
    '2026-05-03T21:00:00,000Z',
    ' 2026-05-03T21:00:00Z ',
  ];
  for (const text of otherForms) {
    it(`is read from ${text}`, () => {
      expect(readingOf(Instant, text).output).to.equal('2026-05-03T21:00:00.000Z');
    });
  }

  it('is a flaw in another form than that of RFC 3339', () => {
    expect(readingOf(Instant, '2026-05-03 21:00:00+00').reasons).to.eql(['string instead of a time with an offset']);
    expect(readingOf(Instant, '2026-05-03t21:00:00z').reasons).to.eql([]);
  });

  const unreadable = [
    '2026-05-03T21:00:00',
    '2026-05-03 21:00:00',
    '2026-05-03',
    '0000-00-00 00:00:00',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2026-13-03T21:00:00Z',
    '2026-00-03T21:00:00Z',
    '2026-02-30T21:00:00Z',
    '2026-05-03T24:00:00Z',
    '2026-05-03T21:60:00Z',
    '12026-05-03T21:00:00Z',
    'yesterday',
    '',
    1_777_842_000,
    null,
    undefined,
    {},
  ];
  for (const value of unreadable) {
    it(`is null, and a flaw, for ${JSON.stringify(value) ?? 'undefined'}`, () => {
      const {output, reasons} = readingOf(Instant, value);
      expect(output).to.be.null;
      expect(reasons).to.have.lengthOf(1);
    });
  }

  it('does not depend on what the engine’s Date.parse accepts', () => {
    const original = Date.parse;
    Date.parse = () => NaN;
    try {
      expect(parse(Instant, '2026-05-03T23:00:00+02:00')).to.equal('2026-05-03T21:00:00.000Z');
    } finally {
      Date.parse = original;
    }
  });
});

describe('OptionalCount', () => {
  for (const [sent, count] of [
    [3, 3],
    [0, 0],
    [1_000_000, 1_000_000],
    ['3', 3],
    [' 12 ', 12],
    ['007', 7],
    ['3.0', 3],
    [7.5, 7],
  ] as const) {
    it(`is ${count} for ${JSON.stringify(sent)}`, () => {
      expect(readingOf(OptionalCount, sent).output).to.equal(count);
    });
  }

  for (const sent of [null, undefined]) {
    it(`is null for ${String(sent)}, which is no flaw`, () => {
      expect(readingOf(OptionalCount, sent)).to.eql({output: null, reasons: []});
    });
  }

  for (const sent of [-1, 1e21, Infinity, NaN, 1_000_001, '', 'many', '1e3', '0x10', true, [], {}]) {
    it(`is null, and a flaw, for ${typeof sent === 'number' ? String(sent) : JSON.stringify(sent)}`, () => {
      const {output, reasons} = readingOf(OptionalCount, sent);
      expect(output).to.be.null;
      expect(reasons).to.have.lengthOf(1);
    });
  }
});

describe('OptionalPollInterval', () => {
  for (const [sent, seconds] of [
    [60, 60],
    ['120', 120],
    [1, 5],
    [0, 5],
    [-1, 5],
    [3_600_000, 86_400],
    [Infinity, 86_400],
    [NaN, null],
    ['soon', null],
    [null, null],
  ] as const) {
    it(`is ${seconds} for ${typeof sent === 'number' ? String(sent) : JSON.stringify(sent)}`, () => {
      expect(readingOf(OptionalPollInterval, sent).output).to.equal(seconds);
    });
  }
});

describe('IsInternal', () => {
  for (const no of [false, null, undefined, 0, '0', 'false', 'False', '']) {
    it(`is no for ${JSON.stringify(no) ?? 'undefined'}`, () => {
      expect(readingOf(IsInternal, no).output).to.be.false;
    });
  }

  for (const yes of [true, 1, '1', 'true', 'yes', 'no', '0.0', ' ', NaN, {}, []]) {
    it(`is yes for ${JSON.stringify(yes)}, as it is not clearly no`, () => {
      expect(readingOf(IsInternal, yes).output).to.be.true;
    });
  }
});

describe('clamp', () => {
  it('limits a number, and is undefined for what is none', () => {
    expect([-1, 3, 99, '7', 'x', NaN, null].map(value => clamp(value, [0, 10]))).to.eql([
      0,
      3,
      10,
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('oneOf', () => {
  const row = objectOf({by: oneOf(['customer', 'operator'], 'operator')});
  const read = (body: unknown) => {
    const {output, flaws} = readTolerantly(row, body);
    return [output.by, ...flaws.map(({path, reason}) => `${path}: ${reason}`)];
  };

  it('keeps a listed value', () => {
    expect(read({by: 'customer'})).to.eql(['customer']);
  });

  for (const by of ['Customer', 'CUSTOMER', 'cUSTOMER']) {
    it(`reads a listed value in other letters, which is a flaw: ${by}`, () => {
      expect(read({by})).to.eql(['customer', 'by: string instead of customer or operator']);
    });
  }

  for (const other of [{by: 'agent'}, {by: 7}, {by: null}, {by: ['customer']}, {type: 'customer'}]) {
    it(`returns the fallback for ${JSON.stringify(other)}, which is a flaw`, () => {
      const [value, ...flaws] = read(other);
      expect(value).to.equal('operator');
      expect(flaws).to.have.lengthOf(1);
    });
  }
});

describe('optionalOneOf', () => {
  const row = objectOf({by: optionalOneOf(['customer', 'operator'])});

  for (const absent of [{by: null}, {}]) {
    it(`is null for ${JSON.stringify(absent)}`, () => {
      expect(parse(row, absent)).to.eql({by: null});
    });
  }

  for (const by of ['agent', 7, '']) {
    it(`is null for ${JSON.stringify(by)}, which is a flaw`, () => {
      const {output, flaws} = readTolerantly(row, {by});
      expect(output).to.eql({by: null});
      expect(flaws.map(({path}) => path)).to.eql(['by']);
    });
  }
});
