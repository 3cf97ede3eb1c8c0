import {expect} from 'chai';
import {describe, it} from 'node:test';

import {failureText, isFailure} from '../../../adapters/internal/failed-success.js';
import {isFailure as isFailureOfContract} from '../../../src/contract/problem.js';

describe('a failure with the status of a success', () => {
  const values = [
    true,
    false,
    0,
    1,
    '0',
    'no',
    'error',
    'Failed',
    'ok',
    'open',
    200,
    401,
    -1,
    20000,
    40301,
    '',
    null,
    {},
    [],
    ['x'],
    {a: 1},
  ];
  for (const name of [
    'success',
    'isSuccess',
    'ok',
    'status',
    'code',
    'status_code',
    'result',
    'error',
    'errors',
    'hasError',
    'exception',
    'errorCode',
    'state',
  ]) {
    it(`is for adapters what it is for the contract: ${name}`, () => {
      for (const value of values) {
        const body = {[name]: value};
        expect(isFailure(body), JSON.stringify(body)).to.equal(isFailureOfContract(body));
      }
    });
  }

  for (const [body, text] of [
    [{error: true, msg: 'Ticket is closed'}, 'Ticket is closed'],
    [{error: {message: 'Ticket is closed', code: 7}}, 'Ticket is closed'],
    [{success: false, data: {message: 'Ticket is closed'}}, 'Ticket is closed'],
    [{success: false, errors: ['Ticket is closed', 'x']}, 'Ticket is closed'],
    [{success: false, message: ['Ticket is closed']}, 'Ticket is closed'],
    [{success: false}, ''],
  ] as const) {
    it(`has the words ${JSON.stringify(text)} in ${JSON.stringify(body)}`, () => {
      expect(failureText(body)).to.equal(text);
    });
  }
});
