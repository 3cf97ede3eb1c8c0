import {expect} from '@open-wc/testing';

import {SupportError, type SupportErrorCode} from '../../../src/contract/errors.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {errorCodes} from '../../support/error-codes.js';

const where = (isSo: (error: SupportError) => boolean): readonly SupportErrorCode[] =>
  errorCodes.filter(code => isSo(new SupportError(code)));

describe('our own error', () => {
  it('holds for the whole account where nobody is signed in, or the account is refused or deleted', () => {
    expect(where(error => error.refusesAccount)).to.eql(['unauthenticated', 'forbidden', 'gone']);
  });

  it('may pass by itself where the server or the way to it is at fault', () => {
    expect(where(error => error.retryable)).to.eql([
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

  it('is an Error that says its code', () => {
    const error = new SupportError('network');
    expect(error).to.be.instanceOf(Error);
    expect(String(error)).to.equal('SupportError: network');
  });

  it('knows no words and no fields unless it is told them', () => {
    const error = new SupportError('invalid');
    expect(error.serverMessage).to.equal('');
    expect(error.fields.size).to.equal(0);
    expect(error.refusesCursor).to.be.false;
  });

  it('is told to the host by its code, its status and its number, without the words of the server', () => {
    const error = new SupportError('unavailable', {status: 503, requestId: 'req-7', serverMessage: 'Stack trace'});
    const event = new SupportErrorEvent(error);
    expect(event).to.include({code: 'unavailable', status: 503, requestId: 'req-7', retryable: true});
    expect(Object.values(event)).not.to.include('Stack trace');
  });
});
