import {expect} from '@open-wc/testing';

import {Problem} from '../../../src/contract/problem.js';

const detailOf = (body: unknown): string => Problem.parse(body).detail;
const fieldsOf = (errors: unknown): Record<string, string> => Object.fromEntries(Problem.parse({errors}).fields);

describe('Problem', () => {
  it('has the detail of the body, or its title if there is no detail', () => {
    expect(detailOf({title: 'Invalid', detail: 'The subject is too long', error: 'Invalid'})).to.equal(
      'The subject is too long',
    );
    expect(detailOf({title: 'Subject and description are required', error: 'invalid'})).to.equal(
      'Subject and description are required',
    );
  });

  for (const name of ['error', 'message', 'detail']) {
    it(`has the ${name} of a body that has nothing else`, () =>
      expect(detailOf({[name]: 'Too long'})).to.equal('Too long'));
  }

  for (const body of [undefined, null, '', 'Internal Server Error', 7, [], {}, {error: {code: 7}}, {detail: ['x']}]) {
    it(`has an empty detail if the body is ${JSON.stringify(body) ?? 'undefined'}`, () =>
      expect(detailOf(body)).to.equal(''));
  }

  it('has the type of the body, or the empty string if that is not a string', () => {
    expect(Problem.parse({type: 'https://isp-tickets.dev/problems/reply-not-allowed'}).type).to.contain(
      'reply-not-allowed',
    );
    expect(Problem.parse({type: 7}).type).to.equal('');
  });

  it('has the seconds to wait only if they are a number', () => {
    expect(Problem.parse({retry_after: 12}).retryAfter).to.equal(12);
    expect(Problem.parse({retry_after: 0}).retryAfter).to.equal(0);
    expect(Problem.parse({retry_after: '12'}).retryAfter).to.be.undefined;
    expect(Problem.parse({}).retryAfter).to.be.undefined;
  });
});

describe('Problem.fields', () => {
  it('are read from a list with JSON pointers', () => {
    expect(
      fieldsOf([
        {pointer: '/subject', code: 'required', detail: 'Subject is required'},
        {pointer: '#/description', detail: 'Description is required'},
      ]),
    ).to.eql({subject: 'Subject is required', description: 'Description is required'});
  });

  it('are read from an object, with all texts of a field joined', () => {
    expect(fieldsOf({subject: ['Is required.'], description: ['Is too short.', 'Says nothing.']})).to.eql({
      subject: 'Is required.',
      description: 'Is too short. Says nothing.',
    });
    expect(fieldsOf({subject: 'Is required.'})).to.eql({subject: 'Is required.'});
  });

  it('are empty if an error is not a text or has no field', () => {
    expect(fieldsOf({subject: {code: 7}, description: [{rule: 'min'}], priority: null})).to.eql({});
    expect(fieldsOf([{detail: 'No pointer'}, null, 'text', 7])).to.eql({});
    for (const errors of [undefined, null, 'text', 7]) expect(fieldsOf(errors)).to.eql({});
  });

  it('may be called `__proto__` without changing a prototype', () => {
    const {fields: named} = Problem.parse(JSON.parse('{"errors":{"__proto__":["x"],"constructor":["y"]}}'));
    expect([...named]).to.eql([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect('x' in {}).to.be.false;
  });
});
