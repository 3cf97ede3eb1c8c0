import {describe, it} from 'node:test';

import {expect} from 'chai';

import {missingFields, ReplyDraft, TicketDraft, appendContext} from '../../../src/contract/drafts.js';

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
    const parsed = TicketDraft.parse({...draft, status: 'closed', assignee: 'Anna', is_internal: true});
    expect(parsed).to.eql(draft);
  });
});

describe('ReplyDraft', () => {
  it('is valid if it has a message', () => {
    expect(ReplyDraft.safeParse({message: 'Hello'}).success).to.be.true;
    expect(ReplyDraft.safeParse({message: ' \n '}).success).to.be.false;
  });

  it('drops all fields but the message', () => {
    expect(ReplyDraft.parse({message: 'Hello', status: 'closed', is_internal: true})).to.eql({message: 'Hello'});
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
