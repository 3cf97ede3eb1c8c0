import {describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError, type SupportErrorCode} from '../../../src/contract/errors.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {errorCodes} from '../../support/error-codes.js';

const codesWhere = (isTrue: (error: SupportError) => boolean): readonly SupportErrorCode[] =>
  errorCodes.filter(code => isTrue(new SupportError(code)));

describe('SupportError', () => {
  it('refuses the account if its code is unauthenticated, forbidden or gone', () => {
    expect(codesWhere(error => error.refusesAccount)).to.eql(['unauthenticated', 'forbidden', 'gone']);
  });

  it('is retryable if the server or the connection is the cause', () => {
    expect(codesWhere(error => error.retryable)).to.eql([
      'conflict',
      'rate_limited',
      'unavailable',
      'network',
      'bad_response',
      'offline',
      'uncertain',
      'overdue',
    ]);
  });

  it('is an Error whose string contains the code', () => {
    const error = new SupportError('network');
    expect(error).to.be.instanceOf(Error);
    expect(String(error)).to.equal('SupportError: network');
  });

  it('has no server message and no fields by default', () => {
    const error = new SupportError('invalid');
    expect(error.serverMessage).to.equal('');
    expect(error.fields.size).to.equal(0);
    expect(error.refusesCursor).to.be.false;
  });

  it('is dispatched to the host with code, status and request id, but without the server message', () => {
    const error = new SupportError('unavailable', {status: 503, requestId: 'req-7', serverMessage: 'Stack trace'});
    const event = new SupportErrorEvent(error);
    expect(event).to.include({code: 'unavailable', status: 503, requestId: 'req-7', retryable: true});
    expect(Object.values(event)).not.to.include('Stack trace');
  });
});
