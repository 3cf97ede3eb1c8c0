import {expect} from '@open-wc/testing';

import {missingFields, ReplyDraft, TicketDraft, withContext} from '../../../src/contract/drafts.js';

const draft = {subject: 'Slow', description: 'After eight.', category: 'general', priority: 'normal'};

describe('a ticket draft', () => {
  it('is whole with a subject and a description', () => {
    expect(missingFields(draft)).to.eql([]);
  });

  for (const blank of ['', '   ', '\n\t', '\u00a0']) {
    it(`misses what is only ${JSON.stringify(blank)}, in the order of the form`, () => {
      expect(missingFields({...draft, description: blank, subject: blank})).to.eql(['subject', 'description']);
      expect(missingFields({...draft, description: blank})).to.eql(['description']);
    });
  }

  it('says nothing but what a customer may say', () => {
    const said = TicketDraft.parse({...draft, status: 'closed', assignee: 'Anna', is_internal: true});
    expect(said).to.eql(draft);
  });
});

describe('a reply draft', () => {
  it('is whole with a message', () => {
    expect(ReplyDraft.safeParse({message: 'Hello'}).success).to.be.true;
    expect(ReplyDraft.safeParse({message: ' \n '}).success).to.be.false;
  });

  it('says nothing but the message', () => {
    expect(ReplyDraft.parse({message: 'Hello', status: 'closed', is_internal: true})).to.eql({message: 'Hello'});
  });
});

describe('what the portal knows of the line', () => {
  it('stands beneath the description, for a person to read', () => {
    expect(withContext('It is slow.', {Plan: 'Fibre 300', Router: 'HG8245'})).to.equal(
      'It is slow.\n\nPlan: Fibre 300\nRouter: HG8245',
    );
  });

  it('leaves the description as it is where there is nothing to say', () => {
    expect(withContext('It is slow.', {})).to.equal('It is slow.');
    expect(withContext('It is slow.\n', undefined)).to.equal('It is slow.\n');
  });
});
