import {describe, it} from 'node:test';

import {expect} from 'chai';

import {mergeTexts, mergeTicketDrafts} from '../../../../src/state/drafts/merge-drafts.js';

describe('mergeTexts', () => {
  it('puts the later text beneath the earlier one', () => {
    expect(mergeTexts('a', 'b')).to.equal('a\n\nb');
  });

  it('does not repeat a text that the other one begins with', () => {
    expect(mergeTexts('hello', 'hello, support')).to.equal('hello, support');
    expect(mergeTexts('hello, support', 'hello')).to.equal('hello, support');
  });

  it('does not repeat a text that is a whole paragraph of the other one', () => {
    expect(mergeTexts('a\n\nb\n\nc', 'b')).to.equal('a\n\nb\n\nc');
    expect(mergeTexts('c', 'a\n\nb\n\nc')).to.equal('a\n\nb\n\nc');
  });

  it('keeps a text that is part of a word of the other one', () => {
    expect(mergeTexts('ok', 'It looks broken')).to.equal('ok\n\nIt looks broken');
    expect(mergeTexts('It looks broken', 'ok')).to.equal('It looks broken\n\nok');
  });

  it('returns the other text if one is empty or missing', () => {
    expect(mergeTexts('', 'b')).to.equal('b');
    expect(mergeTexts('a')).to.equal('a');
  });
});

describe('mergeTicketDrafts', () => {
  it('takes the choices of the later form, and those that only the earlier one has made', () => {
    const merged = mergeTicketDrafts({priority: 'low', category: 'wifi'}, {priority: 'high'});
    expect(merged).to.eql({priority: 'high', category: 'wifi'});
  });

  it('moves a subject that is replaced into the description', () => {
    const merged = mergeTicketDrafts({subject: 'Slow', description: 'Since noon'}, {subject: 'Dead'});
    expect(merged).to.eql({subject: 'Dead', description: 'Slow\n\nSince noon'});
  });

  it('keeps the earlier subject if the later form has none', () => {
    expect(mergeTicketDrafts({subject: 'Slow'}, {subject: '', description: 'Since noon'})).to.eql({
      subject: 'Slow',
      description: 'Since noon',
    });
  });
});
