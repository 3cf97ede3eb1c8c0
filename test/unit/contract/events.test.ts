import {describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../src/contract/errors.js';
import {
  LinkOpenEvent,
  ReadyEvent,
  SupportErrorEvent,
  TokenExpiredEvent,
  UnreadChangeEvent,
} from '../../../src/contract/session-events.js';
import {
  NavigateEvent,
  NewTicketOpenEvent,
  ReplySentEvent,
  ReplySubmitEvent,
  TicketCreatedEvent,
  TicketSelectEvent,
  TicketSubmitEvent,
} from '../../../src/contract/ticket-events.js';

const draft = {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'};

const cancelable: Readonly<Record<string, Event>> = {
  'isp-ticket-select': new TicketSelectEvent('t1'),
  'isp-new-ticket-open': new NewTicketOpenEvent(),
  'isp-navigate': new NavigateEvent('list'),
  'isp-ticket-submit': new TicketSubmitEvent(draft),
  'isp-reply-submit': new ReplySubmitEvent('t1', 'Hello'),
  'isp-link-open': new LinkOpenEvent('https://example.com/'),
};

const notCancelable: Readonly<Record<string, Event>> = {
  'isp-ticket-created': new TicketCreatedEvent('t1', 'TKT-2026-1'),
  'isp-reply-sent': new ReplySentEvent('t1', 'r1', 'open'),
  'isp-unread-change': new UnreadChangeEvent(3),
  'isp-token-expired': new TokenExpiredEvent(),
  'isp-ready': new ReadyEvent(),
  'isp-error': new SupportErrorEvent(new SupportError('network')),
};

describe('Events', () => {
  for (const [type, event] of Object.entries({...cancelable, ...notCancelable})) {
    it(`bubble and are composed: ${type}`, () => {
      expect(event).to.include({type, bubbles: true, composed: true});
    });
  }

  for (const [type, event] of Object.entries(cancelable)) {
    it(`are cancelable before something happens: ${type}`, () => {
      expect(event.cancelable).to.be.true;
    });
  }

  for (const [type, event] of Object.entries(notCancelable)) {
    it(`are not cancelable after it has happened: ${type}`, () => {
      expect(event.cancelable).to.be.false;
    });
  }

  it('carry their data in named fields', () => {
    expect(cancelable['isp-ticket-select']).to.include({ticketId: 't1'});
    expect(cancelable['isp-navigate']).to.include({view: 'list', ticketId: ''});
    expect(cancelable['isp-reply-submit']).to.include({ticketId: 't1', message: 'Hello'});
    expect(cancelable['isp-link-open']).to.include({href: 'https://example.com/'});
    expect((cancelable['isp-ticket-submit'] as TicketSubmitEvent).draft).to.eql(draft);
    expect((cancelable['isp-new-ticket-open'] as NewTicketOpenEvent).prefill).to.eql({});
    expect(notCancelable['isp-ticket-created']).to.include({ticketId: 't1', ticketNumber: 'TKT-2026-1'});
    expect(notCancelable['isp-reply-sent']).to.include({ticketId: 't1', replyId: 'r1', status: 'open'});
    expect(notCancelable['isp-unread-change']).to.include({total: 3});
  });
});

describe('TokenExpiredEvent', () => {
  it('takes the first token that it is given', async () => {
    const event = new TokenExpiredEvent();
    event.respondWith('first');
    event.respondWith(Promise.resolve('second'));
    expect(await event.answer).to.equal('first');
  });

  it('accepts a promise of a token', async () => {
    const event = new TokenExpiredEvent();
    event.respondWith(Promise.resolve('fresh'));
    expect(await event.answer).to.equal('fresh');
  });

  it('has no answer unless it is given one', () => {
    expect(new TokenExpiredEvent().answer).to.be.undefined;
  });
});
