import {expect} from 'chai';
import {describe, it} from 'node:test';
import {parse} from 'zod/v4/core';

import {GuardedBackend} from '../../../src/client/guarded-backend.js';
import type {RequestHooks} from '../../../src/client/guarded-updates.js';
import type {TicketBackend} from '../../../src/contract/backend.js';
import {TicketConfig} from '../../../src/contract/config.js';
import {SupportError} from '../../../src/contract/errors.js';
import {supportErrorOf, rejectionOf} from '../../support/rejection.js';
import {newSignal, stubBackend} from '../../support/stub-backend.js';
import {detail, receipt, reply, ticketPage} from '../../support/ticket-fixtures.js';
import {ticketConfigJson} from '../../support/json-fixtures.js';

const options = {signal: newSignal(), idempotencyKey: 'key', writtenAt: '2026-05-02T10:00:00.000Z'};
const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

const noHooks: RequestHooks = {beforeRequest: () => undefined, onSuccess: () => {}, onFailure: () => {}};

function guarded(methods: Partial<TicketBackend>) {
  const failures: SupportError[] = [];
  const hooks = {...noHooks, onFailure: (error: SupportError) => failures.push(error)};
  return {failures, backend: new GuardedBackend(stubBackend(methods), hooks)};
}

const everyQuestion = (backend: GuardedBackend): readonly Promise<unknown>[] => [
  backend.getConfig(options),
  backend.listTickets({cursor: null}, options),
  backend.getTicket('t1', options),
  backend.listReplies('t1', {cursor: 'c'}, options),
  backend.createTicket(draft, options),
  backend.addReply('t1', {message: 'Hi'}, options),
  backend.getUpdates(options),
  backend.markRead('t1', 'r1', options),
];

describe('GuardedBackend', () => {
  it('returns what the backend returns', async () => {
    const page = ticketPage('a b');
    const opened = detail('a', 'r1 r2');
    const answer = receipt('a', 'Hi');
    const config = parse(TicketConfig, ticketConfigJson());
    const updates = {unread: 1, tickets: [], pollAfter: null};
    const {backend, failures} = guarded({
      listTickets: async () => page,
      getTicket: async () => opened,
      addReply: async () => answer,
      getConfig: async () => config,
      getUpdates: async () => updates,
      markRead: async () => {},
    });
    expect(await backend.listTickets({cursor: null}, options)).to.equal(page);
    expect(await backend.getTicket('a', options)).to.equal(opened);
    expect(await backend.addReply('a', {message: 'Hi'}, options)).to.equal(answer);
    expect(await backend.getConfig(options)).to.equal(config);
    expect(await backend.getUpdates(options)).to.equal(updates);
    await backend.markRead('a', 'r1', options);
    expect(failures).to.be.empty;
  });

  it('returns an empty configuration if the server has none', async () => {
    expect(await guarded({}).backend.getConfig(options)).to.eql({});
    const {getConfig: _, ...without} = stubBackend({});
    expect(await new GuardedBackend(without, noHooks).getConfig(options)).to.eql({});
  });

  it('rejects if reading the configuration fails for another reason', async () => {
    const {backend} = guarded({getConfig: () => Promise.reject(new SupportError('unavailable'))});
    expect((await supportErrorOf(backend.getConfig(options))).code).to.equal('unavailable');
  });

  it('rejects with not_found if the backend lacks a method', async () => {
    const {getUpdates: _, markRead: __, ...without} = stubBackend({});
    const backend = new GuardedBackend(without, noHooks);
    expect((await supportErrorOf(backend.getUpdates(options))).code).to.equal('not_found');
    expect((await supportErrorOf(backend.markRead('a', 'r1', options))).code).to.equal('not_found');
  });

  it('reports each failure to its hooks', async () => {
    const gone = new SupportError('gone');
    const {backend, failures} = guarded({listTickets: () => Promise.reject(gone)});
    expect(await supportErrorOf(backend.listTickets({cursor: null}, options))).to.equal(gone);
    expect(failures).to.eql([gone]);
  });

  it('rejects with the abort reason when the caller aborts, and reports nothing', async () => {
    const controller = new AbortController();
    const {backend, failures} = guarded({
      listTickets: async () => {
        controller.abort();
        throw new TypeError('Failed to fetch');
      },
    });
    const response = backend.listTickets({cursor: null}, {signal: controller.signal});
    expect(await rejectionOf(response)).to.have.property('name', 'AbortError');
    expect(failures).to.be.empty;
  });
});

describe('GuardedBackend, around a host’s own backend', () => {
  const secret = Object.assign(new Error('Bearer sEcReT'), {request: {authorization: 'sEcReT'}});

  it('replaces raw errors, whether the backend rejects or throws', async () => {
    const reject = (): Promise<never> => Promise.reject(secret);
    const fail = (): never => {
      throw secret;
    };
    for (const broken of [reject, fail]) {
      const {backend} = guarded(Object.fromEntries(Object.keys(stubBackend({})).map(name => [name, broken])));
      for (const error of await Promise.all(everyQuestion(backend).map(supportErrorOf))) {
        expect([error.code, String(error), JSON.stringify(error)].join()).not.to.contain('sEcReT');
      }
    }
  });

  it('rejects with a SupportError if the backend returns nothing', async () => {
    const nothing = async (): Promise<never> => undefined as never;
    const {backend} = guarded({getTicket: nothing, listReplies: nothing, createTicket: nothing});
    await supportErrorOf(backend.getTicket('t1', options));
    await supportErrorOf(backend.listReplies('t1', {cursor: 'c'}, options));
    await supportErrorOf(backend.createTicket(draft, options));
  });

  it('removes internal notes', async () => {
    const note = reply('note', {isInternal: true});
    const careless = detail('t1', 'r1', {replies: [reply('r1'), note]});
    const {backend} = guarded({
      getTicket: async () => careless,
      createTicket: async () => careless,
      listReplies: async () => ({replies: [note, reply('r0')], earlierCursor: 'c'}),
    });
    const opened = [await backend.getTicket('t1', options), await backend.createTicket(draft, options)];
    const {replies, earlierCursor} = await backend.listReplies('t1', {cursor: 'd'}, options);
    for (const each of [...opened, {replies}]) expect(each.replies.some(({isInternal}) => isInternal)).to.be.false;
    expect(replies.map(({id}) => id)).to.eql(['r0']);
    expect(earlierCursor).to.equal('c');
  });
});

describe('an operation that the configuration says the server does not have', () => {
  const ask = {
    updates: backend => backend.getUpdates(options),
    markRead: backend => backend.markRead('t1', 'r1', options),
    realtime: backend => backend.listen(() => {}, options),
  } satisfies Record<string, (backend: GuardedBackend) => Promise<unknown>>;

  function backendWith(features: unknown, wait: Promise<unknown> = Promise.resolve()) {
    const asked: string[] = [];
    const {backend, failures} = guarded({
      getConfig: async () => {
        await wait;
        if (features instanceof Error) throw features;
        return {features} as Partial<TicketConfig>;
      },
      getUpdates: async () => {
        asked.push('updates');
        return {unread: 0, tickets: [], pollAfter: null};
      },
      markRead: async () => void asked.push('markRead'),
      listen: async () => void asked.push('realtime'),
    });
    return {backend, failures, asked};
  }

  for (const [name, request] of Object.entries(ask)) {
    it(`is not asked for, and is not found: ${name}`, async () => {
      const {backend, asked, failures} = backendWith({[name]: false});
      const config = backend.getConfig(options);
      // Asked before the configuration has come.
      expect((await supportErrorOf(request(backend))).code).to.equal('not_found');
      await config;
      const error = await supportErrorOf(request(backend));
      expect(error.code).to.equal('not_found');
      expect(error.cause).to.be.undefined;
      expect(asked).to.eql([]);
      expect(failures).to.eql([]);
    });

    it(`is asked for if the configuration says so or nothing, is missing, fails, or was not asked for: ${name}`, async () => {
      const others = Object.fromEntries(Object.keys(ask).map(each => [each, each === name]));
      for (const features of [others, {}, undefined, new SupportError('not_found'), new SupportError('unavailable')]) {
        const {backend, asked} = backendWith(features);
        void backend.getConfig(options).catch(() => {});
        await request(backend);
        expect(asked).to.eql([name]);
      }
      const {backend, asked} = backendWith({[name]: false});
      await request(backend);
      expect(asked).to.eql([name]);
    });
  }
});
