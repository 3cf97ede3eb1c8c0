import {expect} from '@open-wc/testing';

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

const asked: Readonly<Record<string, Event>> = {
  'isp-ticket-select': new TicketSelectEvent('t1'),
  'isp-new-ticket-open': new NewTicketOpenEvent(),
  'isp-navigate': new NavigateEvent('list'),
  'isp-ticket-submit': new TicketSubmitEvent(draft),
  'isp-reply-submit': new ReplySubmitEvent('t1', 'Hello'),
  'isp-link-open': new LinkOpenEvent('https://example.com/'),
};

const told: Readonly<Record<string, Event>> = {
  'isp-ticket-created': new TicketCreatedEvent('t1', 'TKT-2026-1'),
  'isp-reply-sent': new ReplySentEvent('t1', 'r1', 'open'),
  'isp-unread-change': new UnreadChangeEvent(3),
  'isp-token-expired': new TokenExpiredEvent(),
  'isp-ready': new ReadyEvent(),
  'isp-error': new SupportErrorEvent(new SupportError('network')),
};

describe('our events', () => {
  for (const [type, event] of Object.entries({...asked, ...told})) {
    it(`reach the page from within every shadow root as ${type}`, () => {
      expect(event).to.include({type, bubbles: true, composed: true});
    });
  }

  for (const [type, event] of Object.entries(asked)) {
    it(`let a host keep ${type} for itself`, () => expect(event.cancelable).to.be.true);
  }

  for (const [type, event] of Object.entries(told)) {
    it(`tell with ${type} what cannot be undone`, () => expect(event.cancelable).to.be.false);
  }

  it('say what they are about in fields of their own', () => {
    expect(asked['isp-ticket-select']).to.include({ticketId: 't1'});
    expect(asked['isp-navigate']).to.include({view: 'list', ticketId: ''});
    expect(asked['isp-reply-submit']).to.include({ticketId: 't1', message: 'Hello'});
    expect(asked['isp-link-open']).to.include({href: 'https://example.com/'});
    expect((asked['isp-ticket-submit'] as TicketSubmitEvent).draft).to.eql(draft);
    expect((asked['isp-new-ticket-open'] as NewTicketOpenEvent).prefill).to.eql({});
    expect(told['isp-ticket-created']).to.include({ticketId: 't1', ticketNumber: 'TKT-2026-1'});
    expect(told['isp-reply-sent']).to.include({ticketId: 't1', replyId: 'r1', status: 'open'});
    expect(told['isp-unread-change']).to.include({total: 3});
  });
});

describe('an expired token', () => {
  it('is answered by the first who has another', async () => {
    const event = new TokenExpiredEvent();
    event.respondWith('first');
    event.respondWith(Promise.resolve('second'));
    expect(await event.answer).to.equal('first');
  });

  it('may be answered with the promise of another', async () => {
    const event = new TokenExpiredEvent();
    event.respondWith(Promise.resolve('fresh'));
    expect(await event.answer).to.equal('fresh');
  });

  it('has no answer while nobody gives one', () => {
    expect(new TokenExpiredEvent().answer).to.be.undefined;
  });
});
