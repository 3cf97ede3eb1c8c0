import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {createSession, sessionKey, type ConnectionOptions} from '../../../src/state/create-session.js';
import {SupportError} from '../../../src/contract/errors.js';
import type {TicketSummary} from '../../../src/contract/ticket.js';
import type {Transport} from '../../../src/contract/transport.js';
import type {Session} from '../../../src/state/session.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {createBrowserDesk} from '../../../demo/desk/browser.js';
import {FakePage} from '../../support/fake-page.js';
import {stubBackend} from '../../support/stub-backend.js';
import {ticketPage} from '../../support/ticket-fixtures.js';
import {unsignedJwt} from '../../support/unsigned-jwt.js';

const desk = (changes: object = {}): ConnectionOptions => ({
  apiBase: '/api',
  backend: undefined,
  fetch: undefined,
  persistence: 'none',
  storage: undefined,
  ...changes,
});
const page = new FakePage();
const lena = unsignedJwt({sub: 'lena', exp: 1});

const opened: Session[] = [];

function open(options: ConnectionOptions, token: string): Session {
  const session = createSession(options, token, page);
  opened.push(session);
  return session;
}

afterEach(() => {
  for (const session of opened.splice(0)) session.dispose();
});

describe('sessionKey', () => {
  it('is the same for one customer and one server, however its address is written', () => {
    const key = sessionKey(desk(), lena, page);
    expect(sessionKey(desk({apiBase: '/api/'}), lena, page)).to.equal(key);
    expect(sessionKey(desk({apiBase: 'https://portal.example/api'}), lena, page)).to.equal(key);
    expect(sessionKey(desk(), unsignedJwt({sub: 'lena', exp: 2}), page)).to.equal(key);
  });

  const ownFetch = () => fetch('/');
  const others = {
    'another customer': sessionKey(desk(), unsignedJwt({sub: 'tomas', exp: 1}), page),
    'another server': sessionKey(desk({apiBase: '/other'}), lena, page),
    'another origin': sessionKey(desk({apiBase: 'https://desk.example/api'}), lena, page),
    'another fetch': sessionKey(desk({fetch: ownFetch}), lena, page),
    'a host’s own backend': sessionKey(desk({backend: stubBackend({})}), lena, page),
    'another host’s own backend': sessionKey(desk({backend: stubBackend({})}), lena, page),
    'an opaque token': sessionKey(desk(), 'opaque', page),
  };
  it('differs by customer, server, fetch and backend', () => {
    const keys = [sessionKey(desk(), lena, page), ...Object.values(others)];
    expect(new Set(keys)).to.have.lengthOf(keys.length);
  });

  it('is the same for the same fetch or backend', () => {
    const own = {backend: stubBackend({}), fetch: ownFetch};
    expect(sessionKey(desk(own), lena, page)).to.equal(sessionKey(desk(own), lena, page));
  });

  const inline = (url = '/api') => desk({apiBase: url, backend: () => stubBackend({})});
  it('is the same for equal factories with the same address, and differs for another one', () => {
    const key = sessionKey(inline(), lena, page);
    expect(sessionKey(inline(), lena, page)).to.equal(key);
    expect(sessionKey(inline('/other'), lena, page)).not.to.equal(key);
    expect(sessionKey(desk({backend: () => stubBackend({getConfig: async () => ({})})}), lena, page)).not.to.equal(key);
    expect(sessionKey(desk(), lena, page)).not.to.equal(key);
  });

  it('needs an address if a framework sets the backend to null', () => {
    expect(sessionKey(desk({backend: null}), lena, page)).to.equal(sessionKey(desk(), lena, page));
    expect(() => sessionKey(desk({backend: null, apiBase: 'ftp://desk.example'}), lena, page)).to.throw(SupportError);
  });

  it('of a factory without an address is that of the page’s server', () => {
    expect(sessionKey(inline(''), lena, page)).to.equal(sessionKey(inline('https://portal.example/'), lena, page));
  });

  it('contains nothing of the token but its subject', () => {
    const [header, payload, signature] = lena.split('.') as [string, string, string];
    const key = sessionKey(desk(), lena, page);
    expect([header, payload].some(part => key.includes(part)) || key.includes(`.${signature}`)).to.be.false;
  });

  it('throws for an address that a token must not be sent to', () => {
    expect(() => sessionKey(desk({apiBase: 'ftp://desk.example'}), lena, page)).to.throw(SupportError);
  });

  it('needs no address if the host has its own backend', () => {
    expect(() => sessionKey(desk({apiBase: '', backend: stubBackend({})}), lena, page)).not.to.throw();
  });
});

describe('createSession', () => {
  it('sends requests of the REST contract through the given fetch', async () => {
    const server = createBrowserDesk();
    const session = open(desk({fetch: server.fetch}), await server.tokenFor());
    await mailboxOf(session).tickets.load();
    expect(mailboxOf(session).tickets.state.value.value?.rows.length).to.be.above(0);
    expect(server.requests.map(({path}) => path)).to.eql(['/api/customer/tickets']);
  });

  it('uses the host’s own backend if there is one', async () => {
    const backend = stubBackend({listTickets: async () => ticketPage('a')});
    const session = open(desk({backend}), lena);
    await mailboxOf(session).tickets.load();
    expect(mailboxOf(session).tickets.state.value.value?.rows).to.have.lengthOf(1);
  });

  it('calls a factory with a transport to the address, which sends the token through the given fetch', async () => {
    const requests: Request[] = [];
    const options = desk({
      fetch: async (request: Request) => {
        requests.push(request);
        return Response.json(ticketPage('a').tickets);
      },
      backend: (transport: Transport) =>
        stubBackend({
          async listTickets(_, {signal}) {
            const {body} = await transport.request('all', {signal});
            return {tickets: body as TicketSummary[], nextCursor: null};
          },
        }),
    });
    const session = open(options, lena);
    await mailboxOf(session).tickets.load();
    expect(mailboxOf(session).tickets.state.value.value?.rows.map(({id}) => id)).to.eql(['a']);
    expect(requests.map(({url}) => url)).to.eql(['https://portal.example/api/all']);
    expect(requests[0]?.headers.get('authorization')).to.equal(`Bearer ${lena}`);
  });

  it('records that the account is refused', async () => {
    const backend = stubBackend({listTickets: () => Promise.reject(new SupportError('gone'))});
    const session = open(desk({backend}), lena);
    await mailboxOf(session).tickets.load();
    expect(session.accessToken.refusal.value?.code).to.equal('gone');
  });

  it('restores the drafts of the same customer at the same server, and no other', async () => {
    const here = desk({backend: stubBackend({})});
    const restoredDraft = async (options: ConnectionOptions, token: string): Promise<string> => {
      const session = open(options, token);
      await mailboxOf(session).restored;
      return mailboxOf(session).drafts.reply('t1').value;
    };
    const session = open(here, lena);
    await mailboxOf(session).restored;
    mailboxOf(session).drafts.reply('t1').set('half a reply');
    expect(await restoredDraft(here, unsignedJwt({sub: 'lena', exp: 2}))).to.equal('half a reply');
    expect(await restoredDraft(here, unsignedJwt({sub: 'tomas'}))).to.equal('');
    expect(await restoredDraft(desk({backend: stubBackend({})}), lena)).to.equal('');
  });

  it('restores nothing from before a logout', async () => {
    const here = desk({backend: stubBackend({})});
    const session = open(here, lena);
    mailboxOf(session).drafts.reply('t1').set('half a reply');
    await session.logout();
    const next = open(here, lena);
    await mailboxOf(next).restored;
    expect(mailboxOf(next).drafts.reply('t1').value).to.equal('');
  });

  it('stores neither the token nor the customer’s name', async () => {
    const storage = new MemoryStorage();
    const session = open(desk({storage, backend: stubBackend({})}), lena);
    mailboxOf(session).drafts.reply('t1').set('half a reply');
    mailboxOf(session).outbox.enqueue({ticketId: 't1', draft: {message: 'a whole reply'}});
    await mailboxOf(session).drafts.reply('t2').clear();
    const stored = JSON.stringify(await storage.entries(''));
    expect(stored).to.contain('half a reply').and.to.contain('a whole reply');
    for (const secret of [lena, 'lena']) expect(stored).not.to.contain(secret);
  });
});
