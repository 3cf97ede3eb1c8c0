import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse, safeParse} from 'zod/v4/core';

import {missingFields, ReplyDraft, TicketDraft, appendContext} from '../../../src/contract/drafts.js';
import {isBlank} from '../../../src/contract/primitives.js';

const draft = {subject: 'Slow', description: 'After eight.', category: 'general', priority: 'normal'};

describe('TicketDraft', () => {
  it('misses no fields if it has a subject and a description', () => {
    expect(missingFields(draft)).to.eql([]);
  });

  for (const blank of ['', '   ', '\n\t', '\u00a0']) {
    it(`misses fields that are ${JSON.stringify(blank)}, in the order of the form`, () => {
      expect(missingFields({...draft, description: blank, subject: blank})).to.eql(['subject', 'description']);
      expect(missingFields({...draft, description: blank})).to.eql(['description']);
    });
  }

  it('drops fields that a customer may not set', () => {
    const parsed = parse(TicketDraft, {...draft, status: 'closed', assignee: 'Anna', is_internal: true});
    expect(parsed).to.eql(draft);
  });
});

describe('isBlank', () => {
  const blanks = {
    nothing: '',
    'white space': ' \t\r\n\u00a0\u1680\u3000',
    'zero-width spaces': '\u200b\u200c\u200d\u2060\ufeff',
    'soft hyphens': '\u00ad',
    'Hangul fillers': '\u115f\u1160\u3164\uffa0',
    'an empty Braille pattern': '\u2800',
    'variation selectors': '\ufe0e\ufe0f\u{e0100}',
    'direction marks': '\u200e\u200f\u202e\u2069\u061c',
    'tag characters': '\u{e0020}\u{e007f}',
    'the Mongolian vowel separator': '\u180e',
    'the combining grapheme joiner': '\u034f',
    'control characters': '\u0000\u0007\u001b\u0085',
    'half of a character': '\ud83c',
    'invisible operators': '\u2061\u2064',
  };
  for (const [what, text] of Object.entries(blanks)) {
    it(`is true for ${what}`, () => {
      expect(isBlank(text)).to.be.true;
      expect(isBlank(`${text}${text}`)).to.be.true;
      expect(missingFields({...draft, subject: text, description: text})).to.eql(['subject', 'description']);
      expect(safeParse(ReplyDraft, {message: text}).success).to.be.false;
    });
    it(`is false for a letter between ${what}`, () => {
      expect(isBlank(`${text}a${text}`)).to.be.false;
    });
  }

  for (const text of ['.', '🙂', '👨‍👩‍👧', '1', 'か', 'ا', '\u00ad-', '\u2801', '\u0308', '\ufffd', '\ue000']) {
    it(`is false for ${JSON.stringify(text)}`, () => {
      expect(isBlank(text)).to.be.false;
    });
  }
});

describe('ReplyDraft', () => {
  it('is valid if it has a message', () => {
    expect(safeParse(ReplyDraft, {message: 'Hello'}).success).to.be.true;
    expect(safeParse(ReplyDraft, {message: ' \n '}).success).to.be.false;
  });

  it('drops all fields but the message', () => {
    expect(parse(ReplyDraft, {message: 'Hello', status: 'closed', is_internal: true})).to.eql({message: 'Hello'});
  });
});

describe('appendContext', () => {
  it('appends the context to the description, one readable line each', () => {
    expect(appendContext('It is slow.', {Plan: 'Fibre 300', Router: 'HG8245'})).to.equal(
      'It is slow.\n\nPlan: Fibre 300\nRouter: HG8245',
    );
  });

  it('returns the description unchanged without a context', () => {
    expect(appendContext('It is slow.', {})).to.equal('It is slow.');
    expect(appendContext('It is slow.\n', undefined)).to.equal('It is slow.\n');
  });
});
