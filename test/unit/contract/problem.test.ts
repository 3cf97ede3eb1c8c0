import {describe, it} from 'node:test';

import {expect} from 'chai';

import {isFailure, problemOf} from '../../../src/contract/problem.js';

const detail = (body: unknown): string => problemOf(body).detail;
const fields = (errors: unknown): Record<string, string> => Object.fromEntries(problemOf({errors}).fields);

describe('problemOf', () => {
  it('takes its text from detail, else from title', () => {
    expect(detail({title: 'Invalid', detail: 'The subject is too long', error: 'Invalid'})).to.equal(
      'The subject is too long',
    );
    expect(detail({title: 'Subject and description are required', error: 'invalid'})).to.equal(
      'Subject and description are required',
    );
  });

  for (const name of ['error', 'message', 'detail']) {
    it(`takes its text from ${name} if there is nothing else`, () => {
      expect(detail({[name]: 'Too long'})).to.equal('Too long');
    });
  }

  it('takes its text from the message of an error that is an object', () => {
    expect(detail({error: {code: 'locked', message: 'Ticket locked'}})).to.equal('Ticket locked');
  });

  it('takes its text from the first of its errors if there is nothing else', () => {
    expect(detail({errors: [{message: 'Unauthorized'}, {message: 'Again'}]})).to.equal('Unauthorized');
    expect(detail({errors: ['Unauthorized']})).to.equal('Unauthorized');
    expect(detail({message: 'Log in', errors: [{detail: 'Unauthorized'}]})).to.equal('Log in');
  });

  it('does not take the explanation of a field for the text', () => {
    expect(detail({errors: [{pointer: '/subject', detail: 'Is required'}]})).to.equal('');
    expect(detail({errors: {subject: ['Is required']}})).to.equal('');
  });

  for (const body of [undefined, null, '', 'Internal Server Error', 7, [], {}, {error: {code: 7}}, {detail: ['x']}]) {
    it(`has no text if the body is ${JSON.stringify(body) ?? 'undefined'}`, () => {
      expect(detail(body)).to.equal('');
    });
  }

  for (const [what, hostile, shown] of [
    ['direction controls', 'Ticket\u202e locked\u2066', 'Ticket locked'],
    ['control characters', 'Ticket\r\n\u0007locked\u2028', 'Ticket locked '],
    ['half of a character', 'Ticket \ud83c', 'Ticket \ufffd'],
    ['nothing to see', '\u3164\u200b', ''],
  ] as const) {
    it(`has its text and the fields’ without ${what}`, () => {
      for (const body of [{detail: hostile}, {message: hostile}, {error: {message: hostile}}, {errors: [hostile]}]) {
        expect(detail(body)).to.equal(shown);
      }
      const expected = shown ? {subject: shown} : {};
      expect(fields([{pointer: '/subject', detail: hostile}])).to.eql(expected);
      expect(fields({subject: [hostile]})).to.eql(expected);
    });
  }

  it('has no text longer than 500 characters, nor have its fields', () => {
    const long = 'x'.repeat(5_000);
    expect(detail({detail: long})).to.have.lengthOf(500);
    expect(fields({subject: long})['subject']).to.have.lengthOf(500);
    expect(fields({subject: [long, long]})['subject']).to.have.lengthOf(500);
    expect(fields([{pointer: '/subject', detail: long}])['subject']).to.have.lengthOf(500);
  });

  it('has the type of the body, if that is a string', () => {
    expect(problemOf({type: 'https://isp-tickets.dev/problems/reply-not-allowed'}).type).to.contain(
      'reply-not-allowed',
    );
    expect(problemOf({type: {}}).type).to.equal('');
  });

  it('takes retry_after in seconds, of a number or its digits, up to a day', () => {
    expect(problemOf({retry_after: 12}).retryAfter).to.equal(12);
    expect(problemOf({retry_after: 0}).retryAfter).to.equal(0);
    expect(problemOf({retry_after: '12'}).retryAfter).to.equal(12);
    expect(problemOf({retry_after: 1e9}).retryAfter).to.equal(86_400);
    expect(problemOf({retry_after: -5}).retryAfter).to.equal(0);
    expect(problemOf({retry_after: 'soon'}).retryAfter).to.be.undefined;
    expect(problemOf({}).retryAfter).to.be.undefined;
  });
});

describe('Problem.fields', () => {
  it('are named by JSON pointers', () => {
    expect(
      fields([
        {pointer: '/subject', code: 'required', detail: 'Subject is required'},
        {pointer: '#/description', detail: 'Description is required'},
      ]),
    ).to.eql({subject: 'Subject is required', description: 'Description is required'});
  });

  it('are named by keys, as many frameworks do, with all messages of each', () => {
    expect(fields({subject: ['Is required.'], description: ['Is too short.', 'Says nothing.']})).to.eql({
      subject: 'Is required.',
      description: 'Is too short. Says nothing.',
    });
    expect(fields({subject: 'Is required.'})).to.eql({subject: 'Is required.'});
  });

  it('leave out messages that are not text or have no field', () => {
    expect(fields({subject: {code: 7}, description: [{rule: 'min'}], priority: null})).to.eql({});
    expect(fields([{detail: 'Nobody knows where'}, null, 'text', 7])).to.eql({});
    for (const errors of [undefined, null, 'text', 7]) expect(fields(errors)).to.eql({});
  });

  it('may be named like properties of Object.prototype, and do not change it', () => {
    const {fields: named} = problemOf(JSON.parse('{"errors":{"__proto__":["x"],"constructor":["y"]}}'));
    expect([...named]).to.eql([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect('x' in {}).to.be.false;
  });
});

describe('isFailure', () => {
  for (const body of [
    {error: 'x'},
    {errors: ['x']},
    {errors: {subject: ['x']}},
    {success: false},
    {success: 0},
    {ok: 'false'},
    {status: 'error'},
    {status: 'Fail'},
    {status: 500},
    {code: 401},
    {code: '40301'},
    {isSuccess: false},
    {succeeded: '0'},
    {hasError: true},
    {result: 'KO'},
    {exception: 'x'},
    {errorCode: 3},
  ]) {
    it(`is true of ${JSON.stringify(body)}`, () => {
      expect(isFailure(body)).to.be.true;
    });
  }

  for (const body of [
    {},
    {error: null, errors: []},
    {errors: {}},
    {success: true, ok: 1},
    {success: null},
    {status: 'open'},
    {status: 'error_reported'},
    {status: 200, code: 0},
    {code: 20000},
    {hasError: false, exception: null},
    {error_code: '0'},
    {status: '202', result: 'success'},
  ]) {
    it(`is false of ${JSON.stringify(body)}`, () => {
      expect(isFailure(body)).to.be.false;
    });
  }
});

describe('isFailure of parsed JSON, whose objects have no prototype', () => {
  for (const key of ['status', 'success', 'ok']) {
    it(`is false if ${key} is an object`, () => {
      expect(isFailure({[key]: Object.create(null) as object})).to.be.false;
    });
  }
});
