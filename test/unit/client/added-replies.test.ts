import {describe, it} from 'node:test';

import {expect} from 'chai';

import {readAddedReply} from '../../../src/client/added-reply.js';
import {checkedBackend} from '../../../src/client/checked-backend.js';
import {GuardedBackend} from '../../../src/client/guarded-backend.js';
import {ticketReads} from '../../../src/client/ticket-reads.js';
import type {TicketBackend} from '../../../src/contract/backend.js';
import {createRestBackend} from '../../support/rest-backend.js';
import {newSignal, stubBackend} from '../../support/stub-backend.js';

const at = '2026-05-03T10:00:00Z';
const wireReply = {id: 'r3', author: {kind: 'operator', name: 'Anna'}, message: 'Fixed.', created_at: at};
const wireTicket = {
  id: 't1',
  ticket_number: 'TKT-2026-1',
  subject: 'No connection',
  status: 'open',
  priority: 'normal',
  category: 'general',
  created_at: at,
  updated_at: at,
  last_reply_at: at,
  last_reply_by: 'operator',
  reply_count: 3,
  unread_count: 1,
};

const guarded = (backend: TicketBackend): GuardedBackend =>
  new GuardedBackend(backend, {beforeRequest: () => undefined, onSuccess: () => {}, onFailure: () => {}});

/** What is reported of one event: the id, and the text of the added reply. */
async function reported(backend: TicketBackend): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  const report = (id: string, added?: unknown): void => {
    events.push(id, readAddedReply(id, added)?.reply.message);
  };
  await guarded(backend).listen(report, {signal: newSignal()});
  return events;
}

const eventOf = (data: object): TicketBackend =>
  createRestBackend(
    async () =>
      new Response(`event: ticket.updated\ndata: ${JSON.stringify(data)}\n\n`, {
        headers: {'Content-Type': 'text/event-stream'},
      }),
  );

describe('an event of the server', () => {
  it('reports the added reply with the ticket', async () => {
    const event = {ticket_id: 't1', reply: wireReply, ticket: wireTicket};
    expect(await reported(eventOf(event))).to.eql(['t1', 'Fixed.']);
  });

  for (const [what, event] of Object.entries({
    'nothing else': {},
    'a reply without its ticket': {reply: wireReply},
    'a ticket without a reply': {ticket: wireTicket},
    'a reply without a time': {reply: {...wireReply, created_at: null}, ticket: wireTicket},
    'a reply that is no object': {reply: 'Fixed.', ticket: wireTicket},
    'an internal note': {reply: {...wireReply, is_internal: true}, ticket: wireTicket},
    'the ticket of another id': {reply: wireReply, ticket: {...wireTicket, id: 't2'}},
  })) {
    it(`reports the id alone if the event has ${what}`, async () => {
      expect(await reported(eventOf({ticket_id: 't1', ...event}))).to.eql(['t1', undefined]);
    });
  }
});

describe('an event of a custom backend', () => {
  const backendOf = (added: unknown): TicketBackend =>
    checkedBackend(
      () => stubBackend({listen: async onChange => onChange('t1', added as never)}),
      ticketReads,
      () => {},
    );
  const reply = {id: 'r3', author: {kind: 'operator', name: 'Anna'}, message: 'Fixed.', createdAt: at};
  const {ticket_number: number, created_at: createdAt, ...rest} = wireTicket;
  const ticket = {...rest, number, createdAt, updatedAt: at, lastReplyAt: at};

  it('reports the added reply with the ticket', async () => {
    expect(await reported(backendOf({reply, ticket}))).to.eql(['t1', 'Fixed.']);
  });

  for (const [what, added] of Object.entries({
    nothing: undefined,
    'what is no object': 'Fixed.',
    'an internal note': {reply: {...reply, isInternal: true}, ticket},
    'a reply without id and text': {reply: {}, ticket},
  })) {
    it(`reports the id alone if it is called with ${what}`, async () => {
      expect(await reported(backendOf(added))).to.eql(['t1', undefined]);
    });
  }
});
