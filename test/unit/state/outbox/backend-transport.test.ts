import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError, type SupportErrorCode} from '../../../../src/contract/errors.js';
import {BackendTransport, deliver, type Transport} from '../../../../src/state/outbox/backend-transport.js';
import type {OutboxReply, Receipt} from '../../../../src/state/outbox/outbox-item.js';
import {FakeTime} from '../../../support/fake-time.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {newSignal, stubBackend} from '../../../support/stub-backend.js';
import {createTestSession, disposeSessions, serverState} from '../../../support/session-fixtures.js';
import {detail, reply, ticket} from '../../../support/ticket-fixtures.js';

const receipt: Receipt = {ticket: ticket('t1')};
const unexpected = (): Promise<never> => Promise.reject(new Error('An unexpected call'));

const transportWith = (methods: Partial<Transport>): Transport => ({
  blockedBy: undefined,
  send: unexpected,
  findDelivered: unexpected,
  supportsIdempotency: unexpected,
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

const rejectingWith = (error: SupportError): Transport => transportWith({send: () => Promise.reject(error)});

const transientFailures: SupportErrorCode[] = ['network', 'unavailable', 'bad_response'];

describe('deliver', () => {
  it('returns the receipt if the server has accepted the item', async () => {
    expect(await deliver(item(), transportWith({send: async () => receipt}))).to.eql({status: 'sent', receipt});
  });

  for (const code of transientFailures) {
    it(`keeps the item waiting as attempted after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), rejectingWith(error))).to.eql({status: 'waiting', error, isAttempted: true});
    });
  }

  const refusals: SupportErrorCode[] = ['unauthenticated', 'rate_limited', 'offline'];
  for (const code of refusals) {
    it(`keeps the item waiting as not attempted after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), rejectingWith(error))).to.eql({status: 'waiting', error, isAttempted: false});
    });
  }

  for (const [status, isAttempted] of [
    [200, true],
    [201, true],
    [302, false],
    [407, false],
    [511, false],
  ] as const) {
    const state = isAttempted ? 'attempted' : 'not attempted';
    it(`keeps the item waiting as ${state} if a response with status ${status} cannot be read`, async () => {
      const error = new SupportError('bad_response', {status});
      const {send} = rejectingWith(error);
      const outcome = await deliver(item(), transportWith({send, findDelivered: async () => undefined}));
      expect(outcome).to.eql({status: 'waiting', error, isAttempted, failedAttempts: 1});
    });
  }

  it('keeps the item waiting while the server still processes its first attempt', async () => {
    const error = new SupportError('conflict', {retryAfter: 2});
    expect(await deliver(item(), rejectingWith(error))).to.include({status: 'waiting', isAttempted: true});
  });

  const rejections: SupportErrorCode[] = ['invalid', 'not_found', 'forbidden', 'gone', 'conflict'];
  for (const code of rejections) {
    it(`fails after ${code}`, async () => {
      const error = new SupportError(code);
      expect(await deliver(item(), rejectingWith(error))).to.eql({status: 'failed', error});
    });
  }
});

describe('deliver with an item that may have arrived', () => {
  const attempted = item({isAttempted: true});

  it('sends it again if the server supports idempotency keys', async () => {
    const transport = transportWith({supportsIdempotency: async () => true, send: async () => receipt});
    expect(await deliver(attempted, transport)).to.eql({status: 'sent', receipt});
  });

  it('looks for it if the server does not support idempotency keys, and does not send it again if found', async () => {
    const transport = transportWith({supportsIdempotency: async () => false, findDelivered: async () => receipt});
    expect(await deliver(attempted, transport)).to.eql({status: 'sent', receipt});
  });

  it('fails as uncertain if it is not found', async () => {
    const transport = transportWith({supportsIdempotency: async () => false, findDelivered: async () => undefined});
    const outcome = await deliver(attempted, transport);
    expect(outcome.status).to.equal('failed');
    expect(outcome).to.have.nested.property('error.code', 'uncertain');
  });

  it('keeps it waiting if the server cannot be asked', async () => {
    const error = new SupportError('network');
    const transport = transportWith({supportsIdempotency: () => Promise.reject(error)});
    expect(await deliver(attempted, transport)).to.eql({status: 'waiting', error, isAttempted: true});
  });
});

describe('BackendTransport', () => {
  afterEach(disposeSessions);

  /** A session whose requests never end, and its transport. */
  function pendingSession() {
    const pending = ({signal}: {readonly signal: AbortSignal}): Promise<never> =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const session = createTestSession({getConfig: pending, getTicket: (_, options) => pending(options)});
    return {session, transport: new BackendTransport(stubBackend({}), serverState(session), newSignal())};
  }

  it('does not take a reply that it has sent for a later one with the same text', async () => {
    const own = reply('a', {message: 'hello', author: {kind: 'customer', name: null}});
    const session = createTestSession({getTicket: async id => ({...detail(id, ''), replies: [own]})});
    const backend = stubBackend({addReply: async () => ({reply: own, ticket: ticket('t1')})});
    const transport = new BackendTransport(backend, serverState(session), newSignal());
    await transport.send(item({lastKnownId: null}));
    expect(await transport.findDelivered(item({key: 'later', lastKnownId: null}))).to.be.undefined;
  });

  describe('while the configuration cannot be loaded', () => {
    let time: FakeTime;
    beforeEach(() => {
      time = new FakeTime();
    });
    afterEach(() => time.restore());

    /** A session whose configuration has just failed, and is retried after a tenth of a second. */
    async function failedSession(error: SupportError) {
      let requests = 0;
      time.random = 0.1;
      const session = createTestSession({
        getConfig: () => {
          requests++;
          session.reachability.recordFailure(error);
          return Promise.reject(error);
        },
      });
      await session.config.load();
      const transport = new BackendTransport(stubBackend({}), serverState(session), newSignal());
      const ask = async (): Promise<string> => (await supportErrorOf(transport.supportsIdempotency())).code;
      return {session, ask, requestCount: () => requests};
    }

    for (const code of transientFailures) {
      it(`does not ask for it a second time in a round after ${code}`, async () => {
        const {ask, requestCount} = await failedSession(new SupportError(code));
        expect([await ask(), await ask(), requestCount()]).to.eql([code, code, 1]);
      });

      it(`asks for it again in the next round after ${code}, however soon that is`, async () => {
        const {ask, requestCount} = await failedSession(new SupportError(code));
        time.advance(100);
        expect([await ask(), await ask(), requestCount()]).to.eql([code, code, 2]);
      });

      it(`asks for it again without a round on the customer’s request after ${code}`, async () => {
        const {ask, requestCount} = await failedSession(new SupportError(code));
        time.advance(1000);
        expect([await ask(), requestCount()]).to.eql([code, 2]);
      });
    }
  });

  it('rejects with unavailable if the session is disposed of while it loads the configuration', async () => {
    const {session, transport} = pendingSession();
    const failing = supportErrorOf(transport.supportsIdempotency());
    session.dispose();
    expect((await failing).code).to.equal('unavailable');
  });

  it('rejects with unavailable if the session is disposed of while it looks for an item', async () => {
    const {session, transport} = pendingSession();
    const failing = supportErrorOf(transport.findDelivered(item()));
    session.dispose();
    expect((await failing).code).to.equal('unavailable');
  });
});
