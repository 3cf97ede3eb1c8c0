import {expect} from '@open-wc/testing';

import {SupportError, type SupportErrorCode} from '../../../../src/contract/errors.js';
import {deliver, type Transport} from '../../../../src/state/outbox/delivery.js';
import type {OutboxReply, Receipt} from '../../../../src/state/outbox/outbox-item.js';
import {ticket} from '../../../support/ticket-fixtures.js';

const receipt: Receipt = {ticket: ticket('t1')};
const absent = (): Promise<never> => Promise.reject(new Error('Nobody was to be asked'));

const recipientWith = (methods: Partial<Transport>): Transport => ({
  blockedBy: undefined,
  send: absent,
  findDelivered: absent,
  supportsIdempotency: absent,
  ...methods,
});

const item = (changes: Partial<OutboxReply> = {}): OutboxReply => ({
  key: 'key',
  createdAt: 0,
  ticketId: 't1',
  draft: {message: 'hello'},
  isAttempted: false,
  status: 'waiting',
  ...changes,
});

const refusing = (error: SupportError): Transport => recipientWith({send: () => Promise.reject(error)});

describe('what becomes of an attempt', () => {
  it('is that it was sent, when the server says so', async () => {
    expect(await deliver(item(), recipientWith({send: async () => receipt}))).to.eql({status: 'sent', receipt});
  });

  const doubts: SupportErrorCode[] = ['network', 'unavailable', 'bad_response'];
  for (const code of doubts) {
    it(`is that it waits, and may have arrived, after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), refusing(error))).to.eql({status: 'waiting', error, isAttempted: true});
    });
  }

  const refusals: SupportErrorCode[] = ['unauthenticated', 'rate_limited', 'offline'];
  for (const code of refusals) {
    it(`is that it waits, and has not arrived, after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), refusing(error))).to.eql({status: 'waiting', error, isAttempted: false});
    });
  }

  it('is that it waits while the first attempt is still at work', async () => {
    const error = new SupportError('conflict', {retryAfter: 2});
    expect(await deliver(item(), refusing(error))).to.include({status: 'waiting', isAttempted: true});
  });

  const final: SupportErrorCode[] = ['invalid', 'not_found', 'forbidden', 'gone', 'conflict'];
  for (const code of final) {
    it(`is the customer’s to say after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), refusing(error))).to.eql({status: 'failed', error});
    });
  }
});

describe('what may have arrived', () => {
  const attempted = item({isAttempted: true});

  it('is sent again where the server promises to do it once', async () => {
    const recipient = recipientWith({supportsIdempotency: async () => true, send: async () => receipt});
    expect(await deliver(attempted, recipient)).to.eql({status: 'sent', receipt});
  });

  it('is looked for where it does not, and not sent again when it is found', async () => {
    const recipient = recipientWith({supportsIdempotency: async () => false, findDelivered: async () => receipt});
    expect(await deliver(attempted, recipient)).to.eql({status: 'sent', receipt});
  });

  it('is not sent again either when it is not found, before the customer has said so', async () => {
    const recipient = recipientWith({supportsIdempotency: async () => false, findDelivered: async () => undefined});
    const outcome = await deliver(attempted, recipient);
    expect(outcome.status).to.equal('failed');
    expect(outcome).to.have.nested.property('error.code', 'uncertain');
  });

  it('waits while nobody can look', async () => {
    const error = new SupportError('network');
    const recipient = recipientWith({supportsIdempotency: () => Promise.reject(error)});
    expect(await deliver(attempted, recipient)).to.eql({status: 'waiting', error, isAttempted: true});
  });
});
