import {expect} from 'chai';
import {describe, it} from 'node:test';

import {GuardedBackend} from '../../../src/client/guarded-backend.js';
import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError, type SupportErrorCode} from '../../../src/contract/errors.js';
import {supportErrorOf} from '../../support/rejection.js';
import {newSignal, stubBackend} from '../../support/stub-backend.js';
import {ticketPage} from '../../support/ticket-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

const rejecting = (error: SupportError) => (): Promise<never> => Promise.reject(error);

/** A guarded backend, and the failures of the whole account that it reports. */
function guarded(methods: Partial<TicketBackend>) {
  const refusals: SupportErrorCode[] = [];
  const backend = new GuardedBackend(stubBackend(methods), {
    beforeRequest: () => undefined,
    onSuccess: () => undefined,
    onFailure: error => error.refusesAccount && refusals.push(error.code),
  });
  return {backend, refusals};
}

/** The operations that concern one ticket or one message, and the code of a refusal. */
const operations = {
  getTicket: ['not_found', (backend: GuardedBackend) => backend.getTicket('t1', options)],
  listReplies: ['not_found', (backend: GuardedBackend) => backend.listReplies('t1', {cursor: 'c'}, options)],
  createTicket: ['invalid', (backend: GuardedBackend) => backend.createTicket(draft, options)],
  addReply: ['conflict', (backend: GuardedBackend) => backend.addReply('t1', {message: 'Hi'}, options)],
  markRead: ['conflict', (backend: GuardedBackend) => backend.markRead('t1', 'r1', options)],
  listen: ['not_found', (backend: GuardedBackend) => backend.listen(() => undefined, options)],
} as const;

describe('the refusal of one ticket or one message', () => {
  for (const [operation, [code, ask]] of Object.entries(operations)) {
    for (const refusal of [
      new SupportError('forbidden', {status: 403, requestId: 'req-7'}),
      new SupportError('gone', {status: 410, requestId: 'req-7'}),
      new SupportError('unauthenticated', {status: 401, requestId: 'req-7'}),
    ]) {
      it(`is ${code} after ${refusal.code} to ${operation} if the list is served`, async () => {
        const {backend, refusals} = guarded({
          [operation]: rejecting(refusal),
          listTickets: async () => ticketPage('t1'),
        });
        const error = await supportErrorOf(ask(backend));
        expect(error).to.include({code, status: refusal.status, requestId: 'req-7', refusesToken: false});
        expect(refusals).to.be.empty;
      });

      it(`is the account’s after ${refusal.code} to ${operation} if the list is refused too`, async () => {
        const {backend, refusals} = guarded({[operation]: rejecting(refusal), listTickets: rejecting(refusal)});
        expect(await supportErrorOf(ask(backend))).to.equal(refusal);
        expect(refusals).to.include(refusal.code);
      });
    }

    it(`is not decided after forbidden to ${operation} if the list cannot be asked`, async () => {
      const {backend, refusals} = guarded({
        [operation]: rejecting(new SupportError('forbidden')),
        listTickets: rejecting(new SupportError('network')),
      });
      expect((await supportErrorOf(ask(backend))).code).to.equal('network');
      expect(refusals).to.be.empty;
    });
  }
});

describe('the refusal of what every account has', () => {
  for (const [operation, ask] of Object.entries({
    listTickets: (backend: GuardedBackend) => backend.listTickets({cursor: null}, options),
    getConfig: (backend: GuardedBackend) => backend.getConfig(options),
    getUpdates: (backend: GuardedBackend) => backend.getUpdates(options),
  })) {
    it(`is the account’s: ${operation}`, async () => {
      const {backend, refusals} = guarded({[operation]: rejecting(new SupportError('forbidden'))});
      expect((await supportErrorOf(ask(backend))).code).to.equal('forbidden');
      expect(refusals).to.eql(['forbidden']);
    });
  }
});

describe('an optional operation that a response calls missing', () => {
  const foreign = (status: number): SupportError => new SupportError('bad_response', {status});

  for (const status of [404, 405, 501]) {
    it(`is missing after ${status} if the list is served`, async () => {
      const error = foreign(status);
      const {backend} = guarded({
        ...{getConfig: rejecting(error), getUpdates: rejecting(error), listen: rejecting(error)},
        listTickets: async () => ticketPage('t1'),
      });
      expect(await backend.getConfig(options)).to.eql({});
      expect((await supportErrorOf(backend.getUpdates(options))).code).to.equal('not_found');
      expect((await supportErrorOf(backend.listen(() => undefined, options))).code).to.equal('not_found');
    });

    it(`is asked for again after ${status} if the list gets such an answer as well`, async () => {
      const error = foreign(status);
      const {backend} = guarded({getConfig: rejecting(error), listTickets: rejecting(error)});
      expect((await supportErrorOf(backend.getConfig(options))).code).to.equal('bad_response');
    });
  }

  it('is not missing after another status', async () => {
    const {backend} = guarded({
      getConfig: rejecting(foreign(403)),
      listTickets: async () => ticketPage('t1'),
    });
    expect((await supportErrorOf(backend.getConfig(options))).code).to.equal('bad_response');
  });

  it('has the response of an intermediary as its cause, so that it is asked for again', async () => {
    const error = new SupportError('bad_response', {status: 404, path: 'content-type'});
    const {backend} = guarded({getUpdates: rejecting(error), listTickets: async () => ticketPage('t1')});
    expect(await supportErrorOf(backend.getUpdates(options))).to.include({code: 'not_found', cause: error});
  });

  it('has no cause if the server itself says that it is missing', async () => {
    const {backend} = guarded({getUpdates: rejecting(new SupportError('not_found', {status: 404}))});
    expect((await supportErrorOf(backend.getUpdates(options))).cause).to.be.undefined;
  });
});
