import {expect} from '@open-wc/testing';

import {Problem} from '../../../src/contract/problem.js';

const serverMessage = (body: unknown): string => Problem.parse(body).serverMessage;
const fields = (errors: unknown): Record<string, string> => Object.fromEntries(Problem.parse({errors}).fields);

describe('a problem', () => {
  it('is told in the serverMessage of its detail, else of its title', () => {
    expect(serverMessage({title: 'Invalid', detail: 'The subject is too long', error: 'Invalid'})).to.equal(
      'The subject is too long',
    );
    expect(serverMessage({title: 'Subject and description are required', error: 'invalid'})).to.equal(
      'Subject and description are required',
    );
  });

  for (const name of ['error', 'message', 'detail']) {
    it(`is told by a body that has ${name} alone`, () => expect(serverMessage({[name]: 'Too long'})).to.equal('Too long'));
  }

  for (const body of [undefined, null, '', 'Internal Server Error', 7, [], {}, {error: {code: 7}}, {detail: ['x']}]) {
    it(`has no serverMessage in ${JSON.stringify(body) ?? 'no body'}`, () => expect(serverMessage(body)).to.equal(''));
  }

  it('says of which type it is', () => {
    expect(Problem.parse({type: 'https://isp-tickets.dev/problems/reply-not-allowed'}).type).to.contain(
      'reply-not-allowed',
    );
    expect(Problem.parse({type: 7}).type).to.equal('');
  });

  it('says how many seconds to wait', () => {
    expect(Problem.parse({retry_after: 12}).retryAfter).to.equal(12);
    expect(Problem.parse({retry_after: 0}).retryAfter).to.equal(0);
    expect(Problem.parse({retry_after: '12'}).retryAfter).to.be.undefined;
    expect(Problem.parse({}).retryAfter).to.be.undefined;
  });
});

describe('the fields of a problem', () => {
  it('are named by pointers', () => {
    expect(
      fields([
        {pointer: '/subject', code: 'required', detail: 'Subject is required'},
        {pointer: '#/description', detail: 'Description is required'},
      ]),
    ).to.eql({subject: 'Subject is required', description: 'Description is required'});
  });

  it('are named as many frameworks do, with all that is said of each', () => {
    expect(fields({subject: ['Is required.'], description: ['Is too short.', 'Says nothing.']})).to.eql({
      subject: 'Is required.',
      description: 'Is too short. Says nothing.',
    });
    expect(fields({subject: 'Is required.'})).to.eql({subject: 'Is required.'});
  });

  it('are none where what is said is not for a person', () => {
    expect(fields({subject: {code: 7}, description: [{rule: 'min'}], priority: null})).to.eql({});
    expect(fields([{detail: 'Nobody knows where'}, null, 'text', 7])).to.eql({});
    for (const errors of [undefined, null, 'text', 7]) expect(fields(errors)).to.eql({});
  });

  it('may have the names of a prototype, and change none', () => {
    const {fields: named} = Problem.parse(JSON.parse('{"errors":{"__proto__":["x"],"constructor":["y"]}}'));
    expect([...named]).to.eql([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect('x' in {}).to.be.false;
  });
});
