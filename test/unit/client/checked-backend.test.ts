import {expect} from 'chai';
import {describe, it} from 'node:test';

import {checkedBackend} from '../../../src/client/checked-backend.js';
import {ticketReads} from '../../../src/client/ticket-reads.js';
import type {TicketBackend} from '../../../src/contract/backend.js';
import {defaultConfig} from '../../../src/contract/config.js';
import {SupportError} from '../../../src/contract/errors.js';
import {consoleOutputOf} from '../../support/captured-console.js';
import {supportErrorOf} from '../../support/rejection.js';
import {newSignal} from '../../support/stub-backend.js';
import {detail, receipt, ticketPage} from '../../support/ticket-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

/** What a developer without types may write. */
function checked(methods: object) {
  const flaws: string[] = [];
  const backend = checkedBackend(
    () => methods as TicketBackend,
    ticketReads,
    ({path, reason}) => flaws.push(`${path}: ${reason}`),
  );
  return {backend: backend as Required<TicketBackend>, flaws};
}

const rejected = (error: unknown) =>
  supportErrorOf(checked({listTickets: () => Promise.reject(error)}).backend.listTickets({cursor: null}, options));

describe('a custom backend', () => {
  it('whose results keep the contract: they pass unchanged, without a flaw', async () => {
    const results = {
      listTickets: {...ticketPage('a b'), nextCursor: 'next'},
      getTicket: detail('a', 'r1 r2'),
      createTicket: detail('b', 'r1'),
      listReplies: {replies: detail('a', 'r1 r2').replies, earlierCursor: null},
      addReply: receipt('a', 'Hi'),
      getConfig: {
        ...defaultConfig,
        operatorName: 'Fibre Co',
        quickReplies: {...defaultConfig.quickReplies, solved: 'Yes'},
      },
      getUpdates: {
        unread: 1,
        tickets: [{id: 'a', number: 'T-1', subject: 'Slow', unreadCount: 1}],
        pollAfter: null,
        version: 'v1',
      },
    };
    const {backend, flaws} = checked(
      Object.fromEntries(Object.entries(results).map(([method, result]) => [method, async () => result])),
    );
    expect(await backend.listTickets({cursor: null}, options)).to.eql(results.listTickets);
    expect(await backend.getTicket('a', options)).to.eql(results.getTicket);
    expect(await backend.createTicket(draft, options)).to.eql(results.createTicket);
    expect(await backend.listReplies('a', {cursor: 'c'}, options)).to.eql(results.listReplies);
    expect(await backend.addReply('a', {message: 'Hi'}, options)).to.eql(results.addReply);
    const {features, ...config} = await backend.getConfig(options);
    const {features: _, ...expected} = results.getConfig;
    expect(config).to.eql({...expected, pollAfter: null, descriptionLimit: undefined, messageLimit: undefined});
    expect(features).to.include({idempotentWrites: false});
    expect(await backend.getUpdates(options)).to.eql(results.getUpdates);
    expect(flaws).to.eql([]);
  });

  it('whose row has a flaw: that field is null, the flaw is reported, and the other rows stay', async () => {
    const [first, second] = ticketPage('a b').tickets;
    const {backend, flaws} = checked({
      listTickets: async () => ({
        tickets: [{...first, createdAt: 'yesterday', replyCount: {}}, second, null],
        nextCursor: null,
      }),
    });
    const {tickets} = await backend.listTickets({cursor: null}, options);
    expect(tickets.map(({id}) => id)).to.eql(['a', 'b', '']);
    expect(tickets[0]).to.include({createdAt: null, replyCount: null, subject: first?.subject});
    expect(flaws).to.include('listTickets.tickets.0.createdAt: string instead of a time with an offset');
    expect(flaws).to.include('listTickets.tickets.2: null instead of an object');
  });

  for (const [what, result] of [
    ['nothing', undefined],
    ['a text', 'tickets'],
    ['an object without tickets', {}],
  ] as const) {
    it(`whose list is ${what}: bad_response with the method in its path`, async () => {
      const {backend} = checked({listTickets: async () => result});
      const error = await supportErrorOf(backend.listTickets({cursor: null}, options));
      expect(error).to.include({code: 'bad_response'});
      expect(error.path).to.match(/^listTickets\./);
    });
  }

  it('that drops internal notes on its own: what is internal in a list is not shown', async () => {
    const [first, second] = ticketPage('a b').tickets;
    const {backend} = checked({
      listTickets: async () => ({tickets: [first, {...second, isInternal: true}], nextCursor: null}),
    });
    expect((await backend.listTickets({cursor: null}, options)).tickets.map(({id}) => id)).to.eql(['a']);
  });

  it('whose choices have only values: they are read', async () => {
    const {backend, flaws} = checked({getConfig: async () => ({categories: [{value: 'tv'}], defaultCategory: 'tv'})});
    const config = await backend.getConfig(options);
    expect(config.categories).to.eql([{value: 'tv', label: null, hint: null}]);
    expect(config.priorities).to.eql(defaultConfig.priorities);
    expect(flaws).to.eql([]);
  });

  it('that is called as a method: `this` is the backend', async () => {
    class Desk {
      readonly page = ticketPage('a');
      async listTickets() {
        return this.page;
      }
    }
    expect((await checked(new Desk()).backend.listTickets({cursor: null}, options)).tickets).to.have.length(1);
  });

  it('without an optional method: not_found; without a required one: bad_response', async () => {
    const {backend} = checked({});
    expect((await supportErrorOf(backend.getUpdates(options))).code).to.equal('not_found');
    expect((await supportErrorOf(backend.listReplies('a', {cursor: 'c'}, options))).code).to.equal('not_found');
    expect((await supportErrorOf(backend.addReply('a', {message: 'Hi'}, options))).code).to.equal('bad_response');
  });
});

describe('what a custom backend throws', () => {
  it('is the same error if it is a SupportError', async () => {
    const error = new SupportError('gone', {status: 410});
    expect(await rejected(error)).to.equal(error);
  });

  it('is recognized by its shape: code, status, retryAfter, serverMessage and fields', async () => {
    const error = await rejected({
      code: 'invalid',
      status: 422,
      serverMessage: 'Too short',
      fields: {subject: 'Too short'},
    });
    expect(error)
      .to.be.instanceOf(SupportError)
      .and.include({code: 'invalid', status: 422, serverMessage: 'Too short'});
    expect([...error.fields]).to.eql([['subject', 'Too short']]);
    expect(await rejected({code: 'rate_limited', retryAfter: 30})).to.include({code: 'rate_limited', retryAfter: 30});
    expect(await rejected(Object.assign(new Error('no'), {code: 'forbidden'}))).to.include({code: 'forbidden'});
  });

  it('is recognized without its cause, which may contain the token, and without fields that cannot be read', async () => {
    const error = await rejected({code: 'invalid', cause: 'Bearer token', fields: 5});
    expect(error.code).to.equal('invalid');
    expect(error.cause).to.be.undefined;
    expect(error.fields.size).to.equal(0);
  });

  it('is network if its fetch has failed, in the words of each engine', async () => {
    for (const message of ['Failed to fetch', 'NetworkError when attempting to fetch resource.', 'fetch failed']) {
      expect((await rejected(new TypeError(message))).code, message).to.equal('network');
    }
    expect((await rejected(new DOMException('', 'TimeoutError'))).code).to.equal('network');
  });

  it('is bad_response and a line on the console for a mistake in its code, a value and a code of another kind', async () => {
    const lines = await consoleOutputOf(async () => {
      for (const raw of [
        new TypeError('row.replies is undefined'),
        'no',
        null,
        {code: 'ECONNRESET'},
        new SyntaxError(),
      ]) {
        expect((await rejected(raw)).code, String(raw)).to.equal('bad_response');
      }
    });
    expect(lines.join('\n')).to.contain('listTickets of the backend has thrown: TypeError');
    expect(lines.join('\n')).not.to.contain('row.replies');
  });

  it('rejects each call, and is told once, if the factory itself throws', async () => {
    const backend = checkedBackend(
      () => {
        throw new RangeError('no');
      },
      ticketReads,
      () => undefined,
    );
    const lines = await consoleOutputOf(async () => {
      for (let call = 1; call <= 2; call++) {
        const error = await supportErrorOf(backend.getTicket('a', options));
        expect(error).to.include({code: 'bad_response', reason: 'RangeError'});
      }
    });
    expect(lines).to.have.length(1);
  });
});
